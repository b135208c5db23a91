"""What an outcome is worth."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.grade.points import earned, pending
from fullmarks.outcome import Outcome, Verdict, graded

NOTHING = Evidence(EvidenceKind.NONE)


@pytest.mark.parametrize("verdict", Verdict)
def test_only_what_is_open_is_pending(items, verdict):
    outcome = Outcome(verdict, Fraction(0), NOTHING)
    is_open = verdict in (Verdict.UNREADABLE, Verdict.NEEDS_REVIEW)
    assert pending(outcome, items["1.cost"]) == (2 if is_open else 0)


@given(share=st.fractions(0, 1))
def test_points_are_the_exact_share(items, share):
    outcome = graded(share, NOTHING)
    assert earned(outcome, items["1.cost"]) == 2 * share
    assert earned(outcome, items["1.cost"]) + pending(outcome, items["1.cost"]) <= 2


@pytest.mark.parametrize("verdict", Verdict)
def test_a_void_item_is_worth_all_its_points_whatever_was_answered(items, verdict):
    outcome = Outcome(verdict, Fraction(0), NOTHING)
    assert (earned(outcome, items["2.free"]), pending(outcome, items["2.free"])) == (1, 0)
