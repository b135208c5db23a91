from fractions import Fraction

import pytest

from fullmarks.checkers.entries import LEAST_EVALUATIONS, Compared, Credit, mark_entries, split_budget
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Number

MARKS = {"+": True, "-": False, "?": None}


def entries(rows: list[str]) -> list[Compared]:
    """One sign an entry: right, wrong, undecided."""
    return [
        Compared((row, column), Number(Fraction(0)), Comparison(MARKS[mark], Evidence(EvidenceKind.EXACT)))
        for row, marks in enumerate(rows, 1)
        for column, mark in enumerate(marks, 1)
    ]


@pytest.mark.parametrize(
    "rows, credit, verdict, share",
    [
        pytest.param(["++", "++"], Credit.ALL, "correct", "1", id="all right"),
        pytest.param(["++", "+-"], Credit.ALL, "incorrect", "0", id="one wrong of all"),
        pytest.param(["++", "+-"], Credit.EACH_ENTRY, "partial", "3/4", id="one wrong of each"),
        pytest.param(["++", "+-"], Credit.EACH_ROW, "partial", "1/2", id="one row wrong"),
        pytest.param(["--", "--"], Credit.EACH_ENTRY, "incorrect", "0", id="all wrong"),
        pytest.param(["+?", "++"], Credit.ALL, "needs_review", "0", id="one undecided"),
        pytest.param(["+?", "+-"], Credit.ALL, "incorrect", "0", id="one undecided, one wrong"),
        pytest.param(["+?", "+-"], Credit.EACH_ENTRY, "needs_review", "0", id="one undecided of each"),
    ],
)
def test_credit(rows: list[str], credit: Credit, verdict: str, share: str):
    outcome = mark_entries(entries(rows), credit)
    assert (outcome.verdict, outcome.share) == (verdict, Fraction(share))


@pytest.mark.parametrize(
    "credit, share",
    [pytest.param(Credit.ALL, "0", id="all"), pytest.param(Credit.EACH_ENTRY, "2/3", id="each entry")],
)
def test_entries_that_are_missing_cost(credit: Credit, share: str):
    assert mark_entries(entries(["++"]), credit, missing=1).share == Fraction(share)


@pytest.mark.parametrize(
    "comparisons, evaluations",
    [
        pytest.param(0, 200_000, id="none"),
        pytest.param(10, 20_000, id="ten"),
        pytest.param(10**6, LEAST_EVALUATIONS, id="very many"),
    ],
)
def test_the_work_is_spread_over_the_entries(comparisons: int, evaluations: int):
    assert split_budget(Assumptions(), comparisons).limits.evaluations == evaluations
