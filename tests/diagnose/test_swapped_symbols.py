import pytest

from fullmarks.diagnose.swapped_symbols import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 c d_out^2 d_in", "2 c d_in^2 d_out", "The key with d_in and d_out exchanged.", id="exchanged"),
        pytest.param("1/sqrt(d_in)", "1/sqrt(d_out)", "The key with d_in and d_out exchanged.", id="one for the other"),
        pytest.param("x^2 - y", "y^2 - x", "The key with x and y exchanged.", id="in a sum"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x^2 y", "y^3", id="not only exchanged"),
        pytest.param("x^2", "m^2", id="not declared"),
        pytest.param("2", "3", id="no symbols"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 c d_out^2 d_in", "2 c d_in^2 d_out").student == (
        "Check which symbol belongs where."
    )
