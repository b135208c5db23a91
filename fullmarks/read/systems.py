r"""What algebra systems and programs write otherwise: ``x.^2``, ``'diff(y, x)``, ``x # 0``, ``\\[Theta]``, ``1.5*^3``.

Only what has no other meaning in mathematics is written anew, and never longer than it was, so that places stay what they were.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from fullmarks.regex import regex

_HINT = regex(r"[#&]|\.[*/^']|\\[\[*_]|'|\|\s|\*\^|nounor|nounand|=>")
"""What one of these spellings has in it; nearly no text does."""

_NAMED_CHARACTERS = {
    "Infinity": "∞",
    "Element": "∈",
    "NotElement": "∉",
    "LessEqual": "≤",
    "GreaterEqual": "≥",
    "NotEqual": "≠",
    "Equal": "=",
    "Union": "∪",
    "Intersection": "∩",
    "Times": "×",
    "PlusMinus": "±",
    "And": "∧",
    "Or": "∨",
    "Degree": "°",
    "Pi": "pi",
    "ExponentialE": "e",
    "ImaginaryI": "i",
    "ImaginaryJ": "i",
    "Rule": "→",
    "Sqrt": "√",
}


def _named_character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _NAMED_CHARACTERS:
        return _NAMED_CHARACTERS[name]
    capital = name.removeprefix("Capital")
    return capital if capital != name else name.lower()


_Rewrite = tuple[re.Pattern[str], Callable[[re.Match[str]], str] | str]

_ALWAYS: tuple[_Rewrite, ...] = (
    (regex(r"\\\[([A-Z][a-zA-Z]{1,20})\]"), _named_character),
    (regex(r"\\(?=[*_])"), " "),
    (regex(r"(?<=[A-Za-z)\]'])\.(?=[*/^'])|(?<=\d)\s\.(?=[*/^])|(?<=[A-Za-z)\]]\s)\.(?=[*/^])"), " "),
    (regex(r"(?<![\w)\]}'])'(?=(?:diff|integrate|int|sum|product|limit)\s*\()"), " "),
    (regex(r"\bnoun(?=(?:or|and|not)\b)"), " "),
    (regex(r"(?<=[\d.])\*\^(?=[-+]?\d)"), "e0"),
    (regex(r"#pm#"), "±"),
    (regex(r"(?<=[\w)\]])(\s*)#(?=\s*[\w(\-])"), r"\1≠"),
    (regex(r"^(\s*[A-Za-z]\s*)=>(?=\s*[^\s=<>][^=<>]*$)"), r"\1>="),
)
_NEGATIVE_EXPONENT = regex(r"e0([-+])(?=\d)")
_RELATION = regex(r"[<>=≤≥≠]")
_JOINS = regex(r"(?<=[\w)\]])\s*(?P<sign>\|\||&&?|\|)\s*(?=[\w(\-])")
"""Where ``&`` and ``|`` may join two statements."""


def in_usual_signs(text: str) -> str:
    """The text, of the same length, with such spellings as mathematics has them."""
    if not _HINT.search(text):
        return text
    for pattern, written in _ALWAYS:
        if pattern.search(text):
            text = pattern.sub(_padded(written), text)
    text = _NEGATIVE_EXPONENT.sub(r"e\g<1>0", text)
    return (
        _with_joined_statements(text) if ("&" in text or "|" in text) and "\\" not in text and "{" not in text else text
    )


def _padded(written: Callable[[re.Match[str]], str] | str) -> Callable[[re.Match[str]], str]:
    def replaced(match: re.Match[str]) -> str:
        said = written(match) if callable(written) else match.expand(written)
        return said.ljust(len(match[0]))[: len(match[0])]

    return replaced


def _with_joined_statements(text: str) -> str:
    """``x > 1 & x < 5`` and ``(x < 1) | (x > 5)``: a sign between two statements joins them; other bars stay bars."""
    signs = [place for place, character in enumerate(text) if character in "|&"]
    pieces: list[str] = []
    done = 0
    for match in _JOINS.finditer(text):
        start, end = match.span("sign")
        if _joins(text, match, signs):
            pieces += [text[done:start], ("∧" if text[start] == "&" else "∨").ljust(end - start)]
            done = end
    return "".join([*pieces, text[done:]])


def _joins(text: str, match: re.Match[str], signs: Sequence[int]) -> bool:
    """Whether a statement stands on either side, up to the next such sign."""
    start, end = match.span("sign")
    if match["sign"] == "|":
        apart = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
        if not apart and (text[start - 1], text[end]) != (")", "("):
            return False
    first, last = bisect_left(signs, start), bisect_left(signs, end)
    before = signs[first - 1] if first else -1
    behind = signs[last] if last < len(signs) else len(text)
    return bool(_RELATION.search(text, before + 1, start) and _RELATION.search(text, end, behind))
