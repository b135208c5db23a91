import pytest

from fullmarks.diagnose.reciprocal import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("a/b", "b/a", "One over the key.", id="fraction"),
        pytest.param("1/sqrt(d_in)", "sqrt(d_in)", "One over the key.", id="root"),
        pytest.param("7", "1/7", "One over the key.", id="number"),
        pytest.param("e^x", "e^(-x)", "One over the key.", id="exponent"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("a/b", "-b/a", id="sign as well"),
        pytest.param("a + b", "a - b", id="no fraction"),
        pytest.param("2/3", "3/4", id="another fraction"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "a/b", "b/a").student == (
        "Check what is inverted: what stands above and below a fraction bar, or the sign of an exponent."
    )
