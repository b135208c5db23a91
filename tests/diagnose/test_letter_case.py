import pytest

from fullmarks.diagnose.letter_case import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param(
            "2 x + 1", "2 X + 1", "Upper and lower case are different symbols: the answer has X for x.", id="one letter"
        ),
        pytest.param(
            "F L",
            "f l",
            "Upper and lower case are different symbols: the answer has f for F, l for L.",
            id="two letters",
        ),
        pytest.param(
            "c d_out",
            "c D_out",
            "Upper and lower case are different symbols: the answer has D_out for d_out.",
            id="with a subscript",
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("2 x + 1", "2 X + 2", id="also wrong otherwise"),
        pytest.param("2 x + 1", "2 m + 1", id="another letter"),
        pytest.param("k + n", "K + n", id="both cases are declared"),
        pytest.param("2", "X", id="no symbol in the key, not equal"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 x + 1", "2 X + 1").student == (
        "Upper and lower case are different symbols: the answer has X for x."
    )
