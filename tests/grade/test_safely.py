"""A check that breaks."""

from dataclasses import replace

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.grade.points import earned, pending
from fullmarks.grade.safely import judge_safely
from fullmarks.outcome import Verdict


def broken(answer, expected, options, assumptions):
    raise ZeroDivisionError("no number")


def test_it_goes_to_a_person_with_what_broke(items):
    item = items["1.cost"]
    outcome = judge_safely("2cd", replace(item, checker=replace(item.checker, check=broken))).outcome
    assert (outcome.verdict, outcome.evidence.kind) == (Verdict.NEEDS_REVIEW, EvidenceKind.UNDECIDED)
    assert outcome.evidence.note == "The check failed, by a mistake in Fullmarks: ZeroDivisionError: no number"
    assert (earned(outcome, item), pending(outcome, item)) == (0, 2)


def test_a_check_that_works_is_left_alone(items):
    assert judge_safely("2cd", items["1.cost"]).outcome.verdict is Verdict.CORRECT
