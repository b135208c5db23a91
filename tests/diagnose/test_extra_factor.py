import pytest

from fullmarks.diagnose.extra_factor import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 c d_in", "2 c d_in d_out", "The key times d_out.", id="a symbol"),
        pytest.param("F", "K^2 F", "The key times K^2.", id="a square"),
        pytest.param("1/sqrt(p)", "1", "The key times sqrt(p).", id="a root"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x y", "x", id="one is missing"),
        pytest.param("x", "2 x", id="a number"),
        pytest.param("x", "x + y", id="a term"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 c d_in", "2 c d_in d_out").student == ("There is a factor too many.")
