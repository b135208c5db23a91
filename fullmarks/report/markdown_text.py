"""Text from outside as Markdown that shows it, whatever it says: no markup in it is obeyed, no link made of it.

The flavour is CommonMark with GitHub's tables. Source: CommonMark 0.31, 2.4 "Backslash escapes" and 6.1 "Code spans".
"""

from __future__ import annotations

import re

from fullmarks.regex import regex
from fullmarks.report.shown import shown

_MEANS_SOMETHING = regex(r"[\\`*_\[\]<>#|~$&!]")
# Bare addresses become links in GitHub's flavour, and a name behind @ a message to somebody.
_ADDRESS = regex(r":(?=//)|(?<=\bwww)\.|@", re.IGNORECASE)
_RUN = regex("`+")


def prose(text: str) -> str:
    """The text in one line, for a paragraph, a heading or a cell of a table."""
    line = " ".join(shown(text).split())
    return _ADDRESS.sub(lambda found: f"\\{found[0]}", _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}", line))


def code(text: str) -> str:
    """The text as a code span, in one line; a space where there is nothing, since no span is empty."""
    line = " ".join(shown(text).split()) or " "
    fence = _fence(line, 1)
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def block(text: str, indent: str = "") -> str:
    """The text as a code block that keeps its lines, each behind ``indent``."""
    fence = _fence(text, 3)
    lines = (fence, *shown(text).split("\n"), fence)
    return "\n".join(f"{indent}{line}".rstrip() for line in lines)


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _RUN.findall(text)), default=0)
    return "`" * max(least, longest + 1)
