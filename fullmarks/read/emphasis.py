"""Markdown around an answer: ``**2**``, ``*2*``, a formula in backquotes. Its marks become spaces, so that places stay what they were."""

from __future__ import annotations

import re

from fullmarks.regex import regex

_HEADING = regex(r"\s*#{1,6}\s+")
_FENCE = regex(r"```[a-zA-Z]{0,12}(?=\n)|`")
_BOLD = regex(r"(?<![^\s:(=])\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*(?=[\s.,;:!)]|$)")
_LEAD = regex(r"(?:^|[=:(]|[A-Za-z]{2})\s*$")
"""What bold text may stand behind: nothing, a sign that a value follows, or a word. Behind a number or a letter ``**`` is a power."""
_AROUND = ("**", "__", "*", "_")


def without_emphasis(text: str) -> str:
    """The text, of the same length, without the marks that set an answer in bold, in italics or as code."""
    if (heading := _HEADING.match(text)) is not None:
        text = " " * heading.end() + text[heading.end() :]
    if "`" in text:
        text = _FENCE.sub(lambda match: " " * len(match[0]), text)
    for mark in _AROUND:
        text = _without_mark_around(text, mark)
    return _BOLD.sub(_blanked, text) if "**" in text else text


def _without_mark_around(text: str, mark: str) -> str:
    """No formula begins and ends with such a mark."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip(" \t\n."))
    width = len(mark)
    if end - start <= 2 * width or not (text.startswith(mark, start) and text.endswith(mark, start, end)):
        return text
    blank = " " * width
    return f"{text[:start]}{blank}{text[start + width : end - width]}{blank}{text[end:]}"


def _blanked(match: re.Match[str]) -> str:
    if not _LEAD.search(match.string, max(0, match.start() - 3), match.start()):
        return match[0]
    return f"  {match[1]}  "
