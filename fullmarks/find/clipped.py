"""The first line of a text, short enough for a heading."""

from __future__ import annotations

import re

LONGEST = 80
"""Characters of a heading."""


def clipped(text: str) -> str:
    """The first line, without the marks of a heading or of bold type around it, cut at a word."""
    line = text.strip().split("\n", 1)[0].strip()
    line = re.sub(r"^#{1,6}\s+", "", line)
    if bold := re.fullmatch(r"(\*\*|__)(.*?)\1[:.]?", line):
        line = bold[2]
    if len(line) <= LONGEST:
        return line
    cut = line.rfind(" ", 0, LONGEST)
    return f"{line[: cut if cut > LONGEST // 2 else LONGEST]}…"
