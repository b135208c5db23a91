import pytest

from fullmarks.diagnose.missing_term import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("F (K^2 C + 1)", "F K^2 C", "The key without one term: F*(K^2*C).", id="in a product"),
        pytest.param("x^2 + 2 x + 3", "x^2 + 3", "The key without one term: x^2 + 3.", id="in the middle"),
        pytest.param("e^(x + y)", "e^x", "The key without one term: e^x.", id="in an exponent"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x + y", "x + y + 1", id="one too many"),
        pytest.param("x + y", "2 x", id="another term instead"),
        pytest.param("x", "0", id="no sum"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "F (K^2 C + 1)", "F K^2 C").student == ("A term is missing.")
