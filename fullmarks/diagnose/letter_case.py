"""Letter case: ``X`` where the question has ``x``."""

from __future__ import annotations

from fullmarks.diagnose.names import known_symbols
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.nodes import Node, Symbol
from fullmarks.expr.walk import substitute, symbols
from fullmarks.outcome import Diagnosis

CODE = "letter_case"


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """Letters that are not the question's, but for their case, and right with the other case."""
    known = known_symbols(expected, trial.assumptions)
    by_case = {name.casefold(): name for name in sorted(known)}
    unknown = sorted(symbols(answer) - known)
    meant = {name: by_case[name.casefold()] for name in unknown if name.casefold() in by_case}
    if not meant or not trial.same(
        substitute(answer, {name: Symbol(other) for name, other in meant.items()}), expected
    ):
        return None
    pairs = ", ".join(f"{name} for {other}" for name, other in meant.items())
    sentence = f"Upper and lower case are different symbols: the answer has {pairs}."
    return Diagnosis(CODE, sentence, sentence, (("letters", pairs),))


NEAR_MISS = NearMiss(CODE, explain)
