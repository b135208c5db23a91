"""What a web page's source writes otherwise: ``&ge;``, ``x<sup>2</sup>``, ``<b>5</b>``, and formulas in MathML.

Tags become the signs that they stand for, or spaces, and never longer than they were, so that places stay what they were. ``a<b`` is
an inequality: a tag is one only where its end is there too.
"""

from __future__ import annotations

import html
import re

from fullmarks.read.clean import FORBIDDEN
from fullmarks.read.mathml import in_signs
from fullmarks.regex import regex

_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24}\d{0,2});")
_TAG = regex(
    r"<(?P<close>/)?(?P<name>sup|sub|p|div|span|br|b|i|em|strong|u|tt|code|pre|var|mark|answer|final_answer|li|ul|ol)"
    r"(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_END = regex(r"</[A-Za-z_]{1,12}>|<br\s*/?>", re.IGNORECASE)
_MATHML = regex(r"<math[\s>]")
_RAISED = {"sup": "^{(", "sub": "_{"}
_LOWERED_END = {"sup": ")}", "sub": "}"}
_LINES = frozenset(("br", "p", "div", "li"))
_INVISIBLE = {"\u00a0": " ", "\u2061": " ", "\u2062": " ", "\u2063": " ", "\u2064": " ", "\u00ad": " ", "\u200b": " "}
_SIGNS = str.maketrans({"−": "-", "–": "-", "∗": "*", "⋅": "·", "⁄": "/", "∣": "|", "⟨": "(", "⟩": ")"})


def without_markup(text: str) -> str:
    """The text, of the same length, without tags and entities."""
    if "&" in text and ";" in text and "\\begin" not in text:
        text = _ENTITY.sub(_character, text)
    if "<" not in text or not _END.search(text):
        return text
    if _MATHML.search(text):
        return in_signs(text)
    return _TAG.sub(_sign, text)


def _character(match: re.Match[str]) -> str:
    said = html.unescape(match[0])
    shown = _INVISIBLE.get(said, said)
    if said == match[0] or len(said) > 1 or FORBIDDEN.search(shown):
        return match[0]  # what must not be in an answer does not come in by another name
    return shown.translate(_SIGNS).ljust(len(match[0]))


def _sign(match: re.Match[str]) -> str:
    name, close = match["name"].lower(), match["close"]
    said = (_LOWERED_END if close else _RAISED).get(name, "")
    if name in _LINES and (name == "br" or close):
        said = "\n"
    return said.ljust(len(match[0]))
