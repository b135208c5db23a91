import pytest

from fullmarks.diagnose.rows_reversed import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("[[1,2],[3,4]]", "[[3,4],[1,2]]", "The key from its end.", id="rows"),
        pytest.param("(1,2,3)", "(3,2,1)", "The key from its end.", id="a list"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("[[1,2],[3,4]]", "[[2,1],[4,3]]", id="columns"),
        pytest.param("(1,2,3)", "(2,1,3)", id="another order"),
        pytest.param("{1,2}", "{2,1}", id="a set has no order"),
        pytest.param("(1,2)", "(2,1,0)", id="another length"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "[[1,2],[3,4]]", "[[3,4],[1,2]]").student == ("The rows are in reversed order.")
