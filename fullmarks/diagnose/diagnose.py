"""Finding why an answer is wrong. What is returned is true; what cannot be shown to be true is not said."""

from __future__ import annotations

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.units.measured import has_units
from fullmarks.compare.units.quantities import Match, side_by_side
from fullmarks.diagnose.arrays import array, arrays
from fullmarks.diagnose.catalogue import OF_ARRAYS, OF_ENTRIES, OF_VALUES
from fullmarks.diagnose.near_miss import Trial
from fullmarks.diagnose.shared_mistake import shared_mistake
from fullmarks.expr.nodes import Listing, Logic, Matrix, Node, Relation, SetOperation, Text
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis

_NO_VALUES = (Listing, Logic, Matrix, Relation, SetOperation, Text)


def diagnose(answer: Node, expected: Node, assumptions: Assumptions) -> Diagnosis | None:
    """The first near miss that explains a wrong answer; None where none does.

    Values, matrices and lists in order are explained; values with units by their numbers in the key's unit. The comparisons
    that it makes are bounded (``near_miss``).
    """
    both = arrays(answer, expected)
    if both is not None:
        return _of_arrays(answer, expected, Trial(assumptions, len(both[1].entries)))
    trial = Trial(assumptions)
    if isinstance(answer, _NO_VALUES) or isinstance(expected, _NO_VALUES):
        return None
    if pair := side_by_side(answer, expected, symbols(expected)):
        answer, expected = pair.value, pair.expected
    if has_units(answer) or has_units(expected) or (pair and pair.match is Match.OTHER):
        return None
    found = (miss.explain(answer, expected, trial) for miss in OF_VALUES)
    return next((diagnosis for diagnosis in found if diagnosis is not None), None)


def _of_arrays(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    if has_units(answer) or has_units(expected):
        return OF_ENTRIES.explain(answer, expected, trial)  # the others look at numbers alone
    for miss in OF_ARRAYS:
        if diagnosis := miss.explain(answer, expected, trial):
            return diagnosis
    return shared_mistake(answer, expected, OF_VALUES, trial) or OF_ENTRIES.explain(answer, expected, trial)


def possible_codes(expected: Node) -> frozenset[str]:
    """The codes that ``diagnose`` may find for a key at all; it may still find none of them."""
    of_entries = array(expected)
    if of_entries is not None:
        shared = {miss.code for miss in OF_VALUES if any(map(miss.may_be_of, of_entries.entries))}
        return frozenset(shared | {miss.code for miss in (*OF_ARRAYS, OF_ENTRIES) if miss.may_be_of(expected)})
    if isinstance(expected, _NO_VALUES):
        return frozenset()
    return frozenset(miss.code for miss in OF_VALUES if miss.may_be_of(expected))
