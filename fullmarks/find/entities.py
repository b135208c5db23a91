"""What a web page's source writes otherwise: ``&gt;``, ``<br>``, ``<sup>2</sup>``, ``<h2>``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_TAG = regex(
    r"<(?P<close>/)?(?P<name>h[1-6]|p|div|br|li|tr|sup|sub)(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_HIDDEN = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RAISED = {"sup": "^{", "sub": "_{"}


def entities(text: str) -> Iterator[Replacement]:
    """The characters that entities stand for, and the lines, headings and exponents that tags make."""
    for found in _ENTITY.finditer(text):
        said = html.unescape(found.group()).replace("\u00a0", " ")
        # What no submission may hold does not come in by another name either.
        if said != found.group() and not _HIDDEN.search(said):
            yield Replacement(found.start(), found.end(), said)
    for tag in _TAG.finditer(text):
        yield Replacement(tag.start(), tag.end(), _said(tag["name"].lower(), closing=bool(tag["close"])))


def _said(name: str, *, closing: bool) -> str:
    if name in _RAISED:
        return "}" if closing else _RAISED[name]
    if name.startswith("h"):
        return "\n\n" if closing else f"\n\n{'#' * int(name[1])} "
    if name == "li":
        return "\n" if closing else "\n- "
    return "\n" if name in ("br", "tr") else "\n\n"
