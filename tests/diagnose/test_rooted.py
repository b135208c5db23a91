import pytest

from fullmarks.diagnose.rooted import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("sigma_x^2", "sigma_x", "A square root of the key.", id="deviation"),
        pytest.param("(n-k+1)^2 sigma_x^2", "(n-k+1) sigma_x", "A square root of the key.", id="product"),
        pytest.param("9", "3", "A square root of the key.", id="number"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x^2", "x^4", id="square"),
        pytest.param("9", "4.5", id="half"),
        pytest.param("x", "2", id="no root"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "sigma_x^2", "sigma_x").student == (
        "Check the power: a root too many, or a square not taken."
    )
