"""Where a maximum is: how that is written in a tree, and how people say what they assume about it."""

from __future__ import annotations

import re

from fullmarks.expr.nodes import Symbol
from fullmarks.regex import regex

AT_MAXIMUM = Symbol("atmaximum")
"""1 at the place of the maximum of a block, 0 at its other places: ``1[x = max]``."""

_MAXIMUM = regex(r"max|largest|greatest|biggest|highest|winn", re.IGNORECASE)
_ASSUMES = regex(
    r"assum|suppos|\bif\b|\blet\b|\bsay\b|example|instance|\be\.g|illustrat|w\.?l\.?o\.?g|loss of generality|corner|"
    r"\btop\b|\bbottom\b|\bupper\b|\blower\b|\bx_?\{?\d|\(\s*\d\s*,\s*\d\s*\)",
    re.IGNORECASE,
)


def speaks_of_maximum(words: str) -> bool:
    """Whether words speak of a maximum."""
    return _MAXIMUM.search(words) is not None


def assumes_places(words: str) -> bool:
    """Whether words say where the maxima are taken to be."""
    return speaks_of_maximum(words) and _ASSUMES.search(words) is not None
