"""Answers that stand as JSON or YAML in a fence of a document, written out as headings and lines.

Only a fence that names its language, and whose outermost keys all look like parts or items, is taken for answers; any other
stays a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.formulas import Fence, fences
from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

DATA = regex(r"^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:json5?|ya?ml)\b", re.MULTILINE | re.IGNORECASE)
_LANGUAGES = ("json", "json5", "yaml", "yml")
_PART = r"(?:(?:problem|question|exercise|part|q)?[ _-]?\d{1,2}(?:[._-]?\d{1,2})?(?:[._-]?[a-z])?|[A-Z][.-]?\d)"
_KEY_OF_PART = regex(rf"(?P<part>{_PART})(?:\.(?P<item>[A-Za-z]\w{{1,39}}))?", re.IGNORECASE)
_YAML_KEY = regex(
    r"^(?P<indent>[ \t]*)(?:-[ ])?(?P<quote>[\"']?)(?P<key>[^:\n\"'{}\[\]]{1,60})(?P=quote):(?=\s|$)", re.MULTILINE
)
_JSON_TOKEN = regex(r'"(?P<text>(?:[^"\\\n]|\\.)*)"(?P<key>[ \t]*:)?|(?P<sign>[{}\[\],])')
_LONGEST = 50_000


def data_written_out(text: str) -> Iterator[Replacement]:
    """The replacements, fence by fence."""
    for fence in fences(text):
        inner = fence.inner
        if fence.language not in _LANGUAGES or inner.end - inner.start > _LONGEST:
            continue
        is_json = text[inner.start : inner.end].lstrip().startswith("{")
        made = list(_json(text, fence) if is_json else _yaml(text, fence))
        if made:
            yield Replacement(fence.outer.start, inner.start, "\n\n")
            yield from made
            yield Replacement(inner.end, fence.outer.end, "\n\n")


def _yaml(text: str, fence: Fence) -> list[Replacement]:
    keys = list(_YAML_KEY.finditer(text, fence.inner.start, fence.inner.end))
    outer = [key for key in keys if not key["indent"]]
    if not outer or not all(_KEY_OF_PART.fullmatch(key["key"].strip()) for key in outer):
        return []
    made = []
    for key in keys:
        said = _item(key["key"]) if key["indent"] else _part(key["key"].strip())
        made.append(Replacement(key.start(), key.end(), said))
    return made


def _json(text: str, fence: Fence) -> list[Replacement]:
    made: list[Replacement] = []
    depth, lists = 0, 0
    for token in _JSON_TOKEN.finditer(text, fence.inner.start, fence.inner.end):
        sign = token["sign"]
        if sign in ("[", "]"):
            lists += 1 if sign == "[" else -1
        elif sign == ",":
            if not lists:
                made.append(Replacement(token.start(), token.end(), "\n"))
        elif sign:
            depth += 1 if sign == "{" else -1
            made.append(Replacement(token.start(), token.end(), "\n"))
        elif not token["key"]:
            made.append(_unquoted(token))
        elif depth > 1:
            made.append(Replacement(token.start(), token.end(), _item(token["text"])))
        elif _KEY_OF_PART.fullmatch(token["text"]):
            made.append(Replacement(token.start(), token.end(), _part(token["text"])))
        else:
            return []
    return made


def _unquoted(token: re.Match[str]) -> Replacement:
    return Replacement(token.start(), token.end(), token["text"].replace("\\\\", "\\").replace('\\"', '"'))


def _part(key: str) -> str:
    found = _KEY_OF_PART.fullmatch(key)
    if found is None or not found["item"]:
        return f"\n\n## {key}\n\n"
    return f"\n\n## {found['part']}\n\n{_item(found['item'])}"


def _item(key: str) -> str:
    return f"\n- {key.strip().replace('_', ' ')}: "
