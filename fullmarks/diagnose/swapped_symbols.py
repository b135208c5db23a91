"""Swapped symbols: two symbols of the question stand in each other's place, or one stands where another belongs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fullmarks.diagnose.names import tried_symbols
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node, Symbol
from fullmarks.expr.walk import substitute, symbols
from fullmarks.outcome import Diagnosis

CODE = "swapped_symbols"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key with two symbols exchanged; a symbol that the key does not have takes the other's place."""
    in_key = symbols(expected)
    for one, other in combinations(tried_symbols(answer, expected, trial.assumptions), 2):
        if in_key.isdisjoint((one, other)):
            continue
        if any(trial.same(answer, exchanged) for exchanged in trial.spoilt(expected, _exchanged, one, other)):
            staff = f"The key with {one} and {other} exchanged."
            return Diagnosis(CODE, "Check which symbol belongs where.", staff, (("symbols", f"{one}, {other}"),))
    return None


def _exchanged(expected: Node, one: str, other: str) -> Iterator[Node]:
    yield substitute(expected, {one: Symbol(other), other: Symbol(one)})


NEAR_MISS = NearMiss(CODE, explain, lambda key: bool(symbols(key)))
