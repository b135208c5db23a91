import pytest

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x > 3", "3 < x", "correct", id="the other way round"),
        pytest.param("x > 3", "2 x - 6 > 0", "correct", id="not solved"),
        pytest.param("x > 3", "-x < -3", "correct", id="negative factor"),
        pytest.param("x > 3", "(3, \\infty)", "correct", id="interval"),
        pytest.param("0 < x < 1", "x > 0 and x < 1", "correct", id="chain"),
        pytest.param("x < 1 or x > 2", "x > 2 or x < 1", "correct", id="or"),
        pytest.param("x + y < 1", "2 > 2 x + 2 y", "correct", id="two symbols"),
        pytest.param("x > 3", "x >= 3", "incorrect", id="border"),
        pytest.param("x > 3", "x < 3", "incorrect", id="direction"),
        pytest.param("x > 3", "x = 3", "incorrect", id="equation"),
        pytest.param("x > 3", "y > 3", "incorrect", id="another symbol"),
        pytest.param("x > 3", "3", "incorrect", id="number"),
        pytest.param("x + y < 1", "x + y <= 1", "incorrect", id="border of two symbols"),
        pytest.param("x^2 < 4", "-1 < x < 2", "incorrect", id="a wrong solution"),
        pytest.param("-2 < x < 2", "x^2 <= 4", "incorrect", id="not solved, and the border"),
    ],
)
def test_inequalities(mark, key: str, answer: str, verdict: str):
    assert mark("inequality", key, answer).verdict == verdict


def test_a_point_parts_two_inequalities(mark):
    evidence = mark("inequality", "x^2 < 4", "-1 < x < 2").evidence
    assert (evidence.kind, evidence.at, evidence.note) == (
        EvidenceKind.COUNTEREXAMPLE,
        (("x", "-1"),),
        "Only one of the two holds there.",
    )


def test_what_would_have_to_be_solved_goes_to_a_person(mark):
    outcome = mark("inequality", "x^2 < 4", "-2 < x < 2")
    assert (outcome.verdict, outcome.evidence.note) == (
        "needs_review",
        "One of the two would have to be solved; no point was found where only one of them holds.",
    )


def test_a_key_that_is_no_inequality(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("inequality", "x", "x")
    assert str(error.value) == "The key “x” is no inequality. Write one such as x > 3."
