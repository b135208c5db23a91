import pytest

from fullmarks.diagnose.sign import TERM


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("x + y", "x - y", "The key with the sign of one term turned: x - y.", id="second term"),
        pytest.param(
            "x^2 - y^2 + 1",
            "x^2 + y^2 + 1",
            "The key with the sign of one term turned: x^2 + y^2 + 1.",
            id="middle term",
        ),
        pytest.param(
            "1 + L (K - 1)",
            "1 + L (K + 1)",
            "The key with the sign of one term turned: 1 + L*(K + 1).",
            id="term inside a product",
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(TERM, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (TERM.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x + y", "-x - y", id="both terms"),
        pytest.param("x y", "-x y", id="no sum"),
        pytest.param("x + y", "x - 2 y", id="another factor too"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(TERM, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(TERM, "x + y", "x - y").student == ("Check the signs: one term has the wrong one.")
