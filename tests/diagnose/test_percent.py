import pytest

from fullmarks.diagnose.percent import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("50", "50%", "A hundredth of the key: a matter of the percent sign.", id="sign too many"),
        pytest.param("50%", "50", "A hundred times the key: a matter of the percent sign.", id="sign missing"),
        pytest.param("0.125", "0.125%", "A hundredth of the key: a matter of the percent sign.", id="of a decimal"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("0.5", "50", id="no percent sign at all"),
        pytest.param("50%", "5", id="ten times"),
        pytest.param("50%", "1/2", id="equal"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "50", "50%").student == ("Check the percent sign: 1% is a hundredth.")
