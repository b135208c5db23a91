import pytest

from fullmarks.diagnose.degrees import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("pi/4", "45", "Degrees and radians were mixed up.", id="the value in degrees"),
        pytest.param("sin(1)", "0.0175", "Degrees and radians were mixed up.", id="a calculator in degrees"),
        pytest.param("sin(pi x/180)", "sin(x)", "Degrees and radians were mixed up.", id="of a variable"),
        pytest.param("atan(1)", "45", "Degrees and radians were mixed up.", id="an inverse function"),
        pytest.param("sin(30)", "1/2", "Degrees and radians were mixed up.", id="exact"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("pi/4", "pi/2", id="another angle"),
        pytest.param("2", "114.6", id="the key is no angle"),
        pytest.param("sin(1)", "0.02", id="too few figures to say"),
        pytest.param("x", "x + 1", id="no angle at all"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "pi/4", "45").student == ("Check the unit of the angle: degrees or radians.")
