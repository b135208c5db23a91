import pytest

from fullmarks.diagnose.missing_floor import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("floor((W-K)/S) + 1", "(W-K)/S + 1", "The key with its floors or ceilings left out.", id="floor"),
        pytest.param("ceil(n/2)", "n/2", "The key with its floors or ceilings left out.", id="ceiling"),
        pytest.param(
            "floor(W/2) floor(H/2)", "W H/4", "The key with its floors or ceilings left out.", id="two floors"
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("floor((W-K)/S) + 1", "(W-K)/S", id="also one short"),
        pytest.param("floor(n/2)", "ceil(n/2)", id="rounded up instead"),
        pytest.param("W/2", "W", id="no floor in the key"),
        pytest.param("floor(W/2) floor(H/2)", "floor(W/2) H/2", id="one floor of two is there"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "floor((W-K)/S) + 1", "(W-K)/S + 1").student == (
        "This is right only where everything divides evenly. Say what happens where it does not."
    )
