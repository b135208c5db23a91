"""The symbols of a question: those of the key and those that are declared."""

from __future__ import annotations

from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols

MOST_SYMBOLS = 8
"""Near misses that try each symbol, or each pair, look at no more than these."""


def known_symbols(expected: Node, assumptions: Assumptions) -> frozenset[str]:
    """All that an answer may well use."""
    return symbols(expected) | frozenset(assumptions.domains) | frozenset(assumptions.arrays.entries)


def tried_symbols(answer: Node, expected: Node, assumptions: Assumptions) -> tuple[str, ...]:
    """The known symbols that stand in the answer or in the key, in one order."""
    present = symbols(expected) | (symbols(answer) & known_symbols(expected, assumptions))
    return tuple(sorted(present)[:MOST_SYMBOLS])
