import pytest

from fullmarks.diagnose.rounded import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("1/3", "0.333", "The key, rounded or cut off to the places of the answer.", id="rounded"),
        pytest.param("2/3", "0.66", "The key, rounded or cut off to the places of the answer.", id="cut off"),
        pytest.param("sqrt(2)", "1.41", "The key, rounded or cut off to the places of the answer.", id="not rational"),
        pytest.param("-2/3", "-0.67", "The key, rounded or cut off to the places of the answer.", id="negative"),
        pytest.param("12.7", "13", "The key, rounded or cut off to the places of the answer.", id="to a whole number"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("2/3", "0.65", id="not near enough"),
        pytest.param("2/3", "0.68", id="too large"),
        pytest.param("1/3", "33/100", id="no decimal"),
        pytest.param("1234", "1200", id="a whole number"),
        pytest.param("0.02", "0", id="rounded to nothing"),
        pytest.param("x/3", "0.333 x", id="symbols"),
        pytest.param("1/4", "0.25", id="equal"),
        pytest.param("-1/3", "0.333", id="another sign"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "1/3", "0.333").student == (
        "This is rounded too much. Give the exact value, or more figures."
    )
