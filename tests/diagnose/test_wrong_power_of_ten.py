import pytest

from fullmarks.diagnose.wrong_power_of_ten import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("9.81", "98.1", "10^1 times the key.", id="ten times"),
        pytest.param("0.5", "50", "10^2 times the key.", id="a hundred times"),
        pytest.param("2 pi", "2000 pi", "10^3 times the key.", id="not rational"),
        pytest.param("-1.5", "-0.0015", "10^-3 times the key.", id="too small"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("9.81", "9.81", id="equal"),
        pytest.param("9.81", "-98.1", id="sign as well"),
        pytest.param("10 x", "x", id="symbols"),
        pytest.param("3", "20", id="no power of ten"),
        pytest.param("0", "10", id="a key of zero"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "9.81", "98.1").student == (
        "The figures are right; check the decimal point, or the units."
    )
