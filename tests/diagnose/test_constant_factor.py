import pytest

from fullmarks.diagnose.constant_factor import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 c d_out^2 d_in", "c d_out^2 d_in", "1/2 times the key.", id="half"),
        pytest.param("x + y", "3 x + 3 y", "3 times the key.", id="a sum"),
        pytest.param("sqrt(2)", "3 sqrt(2)", "3 times the key.", id="a root"),
        pytest.param("x", "-2 x", "-2 times the key.", id="negative"),
        pytest.param("7", "14", "2 times the key.", id="twice a number"),
        pytest.param("3 sigma_x^2", "sigma_x^2/4", "1/12 times the key.", id="a twelfth"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("7", "21", id="three times a number says nothing"),
        pytest.param("x", "-x", id="the sign"),
        pytest.param("x", "pi x", id="not rational"),
        pytest.param("x", "x^2", id="not constant"),
        pytest.param("x", "0", id="zero"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 c d_out^2 d_in", "c d_out^2 d_in").student == (
        "Right up to a constant factor: check the numbers in front."
    )
