import pytest

from fullmarks.diagnose.sign import WHOLE


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 x", "-2 x", "The key with its sign turned.", id="product"),
        pytest.param("x - y", "y - x", "The key with its sign turned.", id="difference"),
        pytest.param("7", "-7", "The key with its sign turned.", id="number"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(WHOLE, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (WHOLE.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x + y", "x - y", id="one term only"),
        pytest.param("2 x", "-3 x", id="another factor"),
        pytest.param("x^2", "(-x)^2", id="equal"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(WHOLE, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(WHOLE, "2 x", "-2 x").student == ("Check the sign of the whole answer.")
