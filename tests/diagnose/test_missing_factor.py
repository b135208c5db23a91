import pytest

from fullmarks.diagnose.missing_factor import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 c d_out^2 d_in", "2 c d_out^2", "The key without its factor d_in.", id="a symbol"),
        pytest.param("K^2 F", "F", "The key without its factor K^2.", id="a square"),
        pytest.param("sqrt(p) x", "x", "The key without its factor sqrt(p).", id="a root"),
        pytest.param("x (x + y)", "x + y", "The key without its factor x.", id="of a sum"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("x y", "x y^2", id="one too many"),
        pytest.param("2 x", "x", id="a number"),
        pytest.param("x^3", "1", id="a cube"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 c d_out^2 d_in", "2 c d_out^2").student == ("A factor is missing.")
