import pytest

from fullmarks.diagnose.squared import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("sigma_x", "sigma_x^2", "The square of the key.", id="variance"),
        pytest.param("1/sqrt(d_in)", "1/d_in", "The square of the key.", id="root not taken"),
        pytest.param("4", "16", "The square of the key.", id="number"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x", "-x^2", id="sign as well"),
        pytest.param("x", "x^3", id="cube"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "sigma_x", "sigma_x^2").student == (
        "Check the power: a square too many, or a root not taken."
    )
