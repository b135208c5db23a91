import pytest


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("(0, 1)", "(0, 1)", "correct", id="open"),
        pytest.param("[0, 2]", "[0, 1) ∪ [1, 2]", "correct", id="a union that is one interval"),
        pytest.param("[0, 2]", "[0, 1) ∪ (1, 2]", "incorrect", id="a union with a hole"),
        pytest.param("[1, 2] ∪ [3, 4]", "[3, 4] ∪ [1, 2]", "correct", id="order of a union"),
        pytest.param("(-\\infty, 2]", "x <= 2", "correct", id="inequality"),
        pytest.param("[0, 1)", "0 <= x < 1", "correct", id="chain"),
        pytest.param("(2, 5)", "x > 2 and x < 5", "correct", id="and"),
        pytest.param("(0, 5)", "(-1, 5) ∩ (0, 9)", "correct", id="intersection"),
        pytest.param("[0, \\infty)", "[0, \\infty]", "correct", id="infinity is open"),
        pytest.param("(-\\infty, 0) ∪ (0, \\infty)", "\\mathbb{R} \\setminus \\{0\\}", "correct", id="without a point"),
        pytest.param("(-\\infty, 0) ∪ (0, \\infty)", "x != 0", "correct", id="unequal"),
        pytest.param("{3}", "[3, 3]", "correct", id="one number"),
        pytest.param("\\emptyset", "(1, 1)", "correct", id="nothing"),
        pytest.param("(0, sqrt(2)]", "(0, 2^(1/2)]", "correct", id="irrational end"),
        pytest.param("(a, b)", "(a, b)", "correct", id="symbols"),
        pytest.param("(a, b)", "(b, a)", "incorrect", id="symbols exchanged"),
        pytest.param("[-2, 1) ∪ (1, ∞)", "x >= -2, x != 1", "correct", id="conditions with commas"),
        pytest.param("[-2, 1) ∪ (1, ∞)", "[-2, 1) U (1, oo)", "correct", id="the letter U"),
        pytest.param("(-∞, -1) ∪ (4, ∞)", "x < -1, x > 4", "correct", id="conditions that exclude each other"),
        pytest.param("(0, 1)", "x > 0, x < 2", "incorrect", id="another condition"),
        pytest.param("(0, 1)", "(0, 2)", "incorrect", id="another end"),
        pytest.param("[0, 1)", "[0, 1]", "incorrect", id="closed for open"),
        pytest.param("(0, 1)", "0, 1", "incorrect", id="bare list"),
        pytest.param("(0, 1)", "{0, 1}", "incorrect", id="set of two"),
        pytest.param("(0, 1)", "1/2", "incorrect", id="number"),
    ],
)
def test_intervals(mark, key: str, answer: str, verdict: str):
    assert mark("interval", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, code, sentence",
    [
        pytest.param(
            "[0, 1]",
            "open_or_closed",
            "The ends are right; look again at which of them belong to the set.",
            id="only the brackets",
        ),
        pytest.param("1/2", "wrong_kind", "This is one expression; an interval is expected.", id="number"),
    ],
)
def test_what_is_wrong_is_explained(mark, answer: str, code: str, sentence: str):
    diagnosis = mark("interval", "[0, 1)", answer).diagnosis
    assert (diagnosis.code, diagnosis.student) == (code, sentence)


def test_ends_within_a_tolerance(mark):
    assert mark("interval", "(0, 1/3)", "(0, 0.333)", absolute="0.001").verdict == "correct"
