import pytest

from fullmarks.checkers.compared import outcome_of, together
from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind

KINDS = {kind.value: kind for kind in EvidenceKind}


def compared(text: str) -> Comparison:
    """``yes exact``, ``no counterexample``, ``? undecided``."""
    equal, kind = text.split()
    return Comparison({"yes": True, "no": False, "?": None}[equal], Evidence(KINDS[kind]))


@pytest.mark.parametrize(
    "parts, whole",
    [
        pytest.param([], "yes identical", id="nothing"),
        pytest.param(["yes identical", "yes agreed", "yes exact"], "yes agreed", id="the weakest claim"),
        pytest.param(["yes exact", "yes tolerance"], "yes tolerance", id="a tolerance"),
        pytest.param(["yes exact", "no counterexample", "no exact"], "no counterexample", id="the first difference"),
        pytest.param(["? undecided", "yes exact"], "? undecided", id="one undecided"),
        pytest.param(["? undecided", "no exact"], "no exact", id="a difference decides"),
    ],
)
def test_what_several_comparisons_say_together(parts: list[str], whole: str):
    assert together(map(compared, parts)) == compared(whole)


@pytest.mark.parametrize(
    "comparison, verdict, share",
    [
        pytest.param("yes exact", "correct", 1, id="equal"),
        pytest.param("no exact", "incorrect", 0, id="different"),
        pytest.param("? undecided", "needs_review", 0, id="undecided"),
    ],
)
def test_the_outcome_of_a_comparison(comparison: str, verdict: str, share: int):
    outcome = outcome_of(compared(comparison))
    assert (outcome.verdict, outcome.share) == (verdict, share)


def test_an_undecided_comparison_says_why():
    reason = Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="Too few points."))
    assert [outcome_of(one).evidence.note for one in (reason, compared("? undecided"))] == [
        "Too few points.",
        "No comparison could tell whether this is equal to the key.",
    ]
