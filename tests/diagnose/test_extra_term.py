import pytest

from fullmarks.diagnose.extra_term import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("F K^2 C", "F K^2 C + F", "Right as F*K^2*C.", id="at the end"),
        pytest.param("x^2 + 3", "x^2 + 2 x + 3", "Right as x^2 + 3.", id="in the middle"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x + y", "x", id="one is missing"),
        pytest.param("x", "2 x", id="no sum in the answer"),
        pytest.param("x", "x y + y", id="two mistakes"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "F K^2 C", "F K^2 C + F").student == ("There is a term too many.")
