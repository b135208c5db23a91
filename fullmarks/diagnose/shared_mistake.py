"""The same near miss in every entry that is not the key's: a whole matrix with its signs turned, a shape without its floors.

It explains an answer where all entries that it could change are changed, or where the wrong entries have symbols: one number
among many that is off by one, or twice too large, says nothing of why.
"""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.compare.values import rational
from fullmarks.diagnose.arrays import arrays
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis


def shared_mistake(answer: Node, expected: Node, misses: Sequence[NearMiss], trial: Trial) -> Diagnosis | None:
    """The first near miss of single values that explains every wrong entry, with the same details."""
    both = arrays(answer, expected)
    if both is None or both[0].shape != both[1].shape:
        return None
    given, wanted = both
    wrong = trial.different(given.entries, wanted.entries)
    if not wrong:
        return None
    changeable = [number for number, entry in enumerate(wanted.entries) if symbols(entry) or rational(entry) != 0]
    if not set(changeable) <= set(wrong) and not any(symbols(wanted.entries[number]) for number in wrong):
        return None
    return _first_shared([(given.entries[number], wanted.entries[number]) for number in wrong], misses, trial)


def _first_shared(pairs: list[tuple[Node, Node]], misses: Sequence[NearMiss], trial: Trial) -> Diagnosis | None:
    for miss in misses:
        found = miss.explain(*pairs[0], trial)
        if found is None:
            continue
        others = (miss.explain(answer, expected, trial) for answer, expected in pairs[1:])
        if all(other is not None and other.detail == found.detail for other in others):
            return found
    return None
