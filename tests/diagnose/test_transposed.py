import pytest

from fullmarks.diagnose.transposed import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("[[1,2],[3,4]]", "[[1,3],[2,4]]", "The key transposed.", id="square"),
        pytest.param("[[1,2,3],[4,5,6]]", "[[1,4],[2,5],[3,6]]", "The key transposed.", id="oblong"),
        pytest.param("[[1,2]]", "[[1],[2]]", "The key transposed.", id="row for column"),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("[[1,2],[3,4]]", "[[1,3],[2,5]]", id="an entry wrong as well"),
        pytest.param("(1,2)", "(2,1)", id="a list"),
        pytest.param("[[1,2],[3,4]]", "5", id="no matrix"),
        pytest.param("[[1,2,3]]", "[[1],[2]]", id="another shape"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "[[1,2],[3,4]]", "[[1,3],[2,4]]").student == ("Rows and columns are exchanged.")
