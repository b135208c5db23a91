import pytest

from fullmarks.diagnose.entries_wrong import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param(
            "[[1,2],[3,4]]",
            "[[1,2],[3,5]]",
            "1 of 4 entries is wrong: row 2, column 2. Row 2, column 2 should be 4.",
            id="one",
        ),
        pytest.param(
            "(28,28,10)",
            "28×28×11",
            "1 of 3 entries is wrong: number 3. Number 3 should be 10.",
            id="a shape as a product",
        ),
        pytest.param(
            "[0,0.8,0]^T",
            "(0.8,0,0)",
            "2 of 3 entries are wrong: row 1, column 1; row 2, column 1. Row 1, column 1 should be 0; row 2, column 1 should be 0.8.",
            id="a list for a column",
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("[[1,2],[3,4]]", "[[9,9],[9,9]]", id="none is right"),
        pytest.param("[[1,2],[3,4]]", "[[1,2]]", id="another shape"),
        pytest.param("{1,2}", "{1,3}", id="a set has no places"),
        pytest.param("1, 2", "1, 3", id="a bare list has no order"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "[[1,2],[3,4]]", "[[1,2],[3,5]]").student == (
        "1 of 4 entries is wrong: row 2, column 2."
    )
