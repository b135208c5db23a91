"""Measurement: a value with its uncertainty, ``9.78 ± 0.05 m/s²``, in any unit that measures the same.

Border: the unit may stand behind both (``(9.78 ± 0.05) m/s²``), behind each, or behind the last alone; an uncertainty in percent is
a share of the answer's own value. The value is compared as a quantity is (``absolute`` and ``relative``, in the key's unit), the
uncertainty with a tolerance of its own (``uncertainty``, a share of the key's). ``same places`` asks that both are written to the
same place. A value without an uncertainty is wrong, and so is a right value with a wrong one; both are told apart, so that a rubric
may give credit for them.
"""

from __future__ import annotations

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.figures import figures
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.tolerance import Allowance, Tolerance, ToleranceOptions, compare_within
from fullmarks.checkers.uncertain import Uncertain, uncertain
from fullmarks.checkers.units import SENTENCES as UNIT_SENTENCES
from fullmarks.checkers.units import Rule, with_units
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Node, PlusMinus
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Diagnosis, Outcome, Verdict, incorrect


class MeasurementOptions(ToleranceOptions):
    """A value with its uncertainty: ``measurement: 9.78 ± 0.05 m/s^2``."""

    key: WrittenKey = Field(alias="measurement", description="The value, ±, its uncertainty, and their unit.")
    uncertainty: Allowance | None = Field(
        None, description="Largest distance of the uncertainty from the key's, as a share of it: 10% or 0.1."
    )
    same_places: bool = Field(
        default=False, description="Value and uncertainty must be written to the same decimal place."
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the value that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "A value with its uncertainty is expected here.",
    "missing_uncertainty": "The value is right, but its uncertainty is missing.",
    "wrong_uncertainty": "The value is right, but its uncertainty is not.",
    "other_places": "Write the value to the same decimal place as its uncertainty.",
    **UNIT_SENTENCES,
}
_AS_WRITTEN = Evidence(EvidenceKind.EXACT, note="The value is right; what is wrong is how the answer is written.")


def check(answer: Node, expected: Node, options: MeasurementOptions, assumptions: Assumptions) -> Outcome:
    """The value, then its uncertainty, then how both are written."""
    wanted = uncertain(expected, ())
    given = uncertain(answer, symbols(expected))
    if wanted is None or wanted.spread is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a value with its uncertainty"))
    if given is None:
        if not is_expression(answer):
            return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a value with its uncertainty"))
        given = Uncertain(answer, None)
    value = with_units(given.value, wanted.value, (), _rule(options.tolerance, assumptions))
    if value.verdict is not Verdict.CORRECT:
        return value
    if given.spread is None:
        return _wrong(_AS_WRITTEN, "missing_uncertainty")
    allowed = None if options.uncertainty is None else Tolerance(relative=options.uncertainty)
    spread = with_units(given.spread, wanted.spread, (), _rule(allowed, assumptions))
    if spread.verdict is Verdict.INCORRECT:
        return spread if spread.diagnosis else _wrong(spread.evidence, "wrong_uncertainty")
    if spread.verdict is Verdict.CORRECT and options.same_places and not _same_places(given):
        return _wrong(_AS_WRITTEN, "other_places")
    return spread if spread.verdict is not Verdict.CORRECT else value


def _rule(tolerance: Tolerance | None, assumptions: Assumptions) -> Rule:
    return lambda value, key, _: outcome_of(compare_within(value, key, tolerance, assumptions))


def _wrong(evidence: Evidence, code: str) -> Outcome:
    return incorrect(evidence, Diagnosis(code, SENTENCES[code], SENTENCES[code]))


def _same_places(given: Uncertain) -> bool:
    """Whether both decimals end at the same place; what is no decimal has none that could differ."""
    one, other = figures(given.written_value), figures(given.written_spread)
    return one is None or other is None or one.places == other.places


def _expected(options: MeasurementOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    found = uncertain(tree, ())
    if found is None or found.spread is None:
        raise UnusableKeyError(
            "key_without_uncertainty", f"The key “{options.key}” has no uncertainty. Write it as 9.78 ± 0.05 m/s^2."
        )
    return PlusMinus(found.value, found.spread)


CHECKER = Checker("measurement", MeasurementOptions, Wants.NUMBER, _expected, check, SENTENCES)
