"""The powers of symbols that near misses multiply by."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.diagnose.names import tried_symbols
from fullmarks.diagnose.near_miss import Trial
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Call, Node, Number, Power, Symbol


def symbol_powers(answer: Node, expected: Node, trial: Trial) -> Iterator[Node]:
    """``s``, ``s²`` and, where s has no negative values, ``√s``, for each symbol that may well be used."""
    for name in tried_symbols(answer, expected, trial.assumptions):
        symbol = Symbol(name)
        yield symbol
        yield Power(symbol, Number(Fraction(2)))
        if trial.assumptions.domains.get(name, REAL).nonnegative:
            yield Call("sqrt", (symbol,))
