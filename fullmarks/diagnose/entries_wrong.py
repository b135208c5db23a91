"""Entries wrong: which of an answer's entries are not the key's, where some are."""

from __future__ import annotations

from fullmarks.diagnose.arrays import arrays
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis

CODE = "entries_wrong"

MOST_NAMED = 6


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """Counts and names them; every comparison must have been decided."""
    both = arrays(answer, expected)
    if both is None or both[0].shape != both[1].shape:
        return None
    given, wanted = both
    wrong = trial.different(given.entries, wanted.entries)
    if not wrong or len(wrong) == len(given.entries):
        return None
    named = "; ".join(wanted.place(number) for number in wrong[:MOST_NAMED]) + (
        "; …" if len(wrong) > MOST_NAMED else ""
    )
    are = "is" if len(wrong) == 1 else "are"
    student = f"{len(wrong)} of {len(given.entries)} entries {are} wrong: {named}."
    due = "; ".join(
        f"{wanted.place(number)} should be {plain(wanted.entries[number])}" for number in wrong[:MOST_NAMED]
    )
    return Diagnosis(
        CODE,
        student,
        f"{student} {due[:1].upper()}{due[1:]}.",
        (("wrong", str(len(wrong))), ("of", str(len(given.entries)))),
    )


NEAR_MISS = NearMiss(CODE, explain)
