"""Sign: the whole answer, or one term of a sum, has the wrong sign."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.variants import MOST_VARIANTS, variants
from fullmarks.expr.nodes import Add, Negate, Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis

CODE = "sign"


def explain_whole(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key times −1."""
    if not any(trial.same(answer, turned) for turned in trial.spoilt(expected, _turned)):
        return None
    return Diagnosis(CODE, "Check the sign of the whole answer.", "The key with its sign turned.", (("of", "answer"),))


def explain_term(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """The key with one term's sign turned."""
    for turned in trial.spoilt(expected, _with_a_term_turned):
        if trial.same(answer, turned):
            staff = f"The key with the sign of one term turned: {plain(turned)}."
            return Diagnosis(CODE, "Check the signs: one term has the wrong one.", staff, (("of", "term"),))
    return None


def _turned(expected: Node) -> Iterator[Node]:
    yield Negate(expected)


def _with_a_term_turned(expected: Node) -> Iterator[Node]:
    return islice(variants(expected, _with_one_turned), MOST_VARIANTS)


def _with_one_turned(node: Node) -> Iterator[Node]:
    if isinstance(node, Add):
        for place, term in enumerate(node.terms):
            turned = term.operand if isinstance(term, Negate) else Negate(term)
            yield Add((*node.terms[:place], turned, *node.terms[place + 1 :]))


WHOLE = NearMiss(CODE, explain_whole)
TERM = NearMiss(CODE, explain_term)
