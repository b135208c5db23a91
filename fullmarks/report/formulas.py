"""Readings as formulas for a page.

A report holds a reading as plain text, which reads back to the same tree under the rubric's names. So a page can be made of any
report, also of one that was stored long ago.
"""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.checkers.checker import Wants
from fullmarks.errors import ReadError
from fullmarks.expr.mathml import mathml
from fullmarks.expr.nodes import Text
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.rubric.model import Item

LONGEST = 2_000
"""Characters of a reading that is drawn; nobody reads a longer formula, and its page would be slow."""


def formula(reading: str, item: str, items: Mapping[str, Item]) -> str | None:
    """The reading as MathML; None for words, and where the rubric at hand would not read it as the same."""
    known = items.get(item)
    if known is None or known.wants is Wants.WORDS or len(reading) > LONGEST:
        return None
    try:
        tree = read(reading, known.vocabulary).tree
    except ReadError:
        return None
    return mathml(tree) if plain(tree) == reading and not isinstance(tree, Text) else None
