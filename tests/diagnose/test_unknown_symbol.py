import pytest

from fullmarks.diagnose.unknown_symbol import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("2 x + 1", "2 m + 1", "m is not among the symbols of this question.", id="another letter"),
        pytest.param("2 x + 1", "g + m", "g, m are not among the symbols of this question.", id="two letters"),
        pytest.param(
            "2 a",
            "2 а",
            "а is not among the symbols of this question. а looks like a, but is another letter.",
            id="Cyrillic a",
        ),
        pytest.param(
            "2 v",
            "2 nu",
            "nu is not among the symbols of this question. nu looks like v, but is another letter.",
            id="Greek nu",
        ),
        pytest.param(
            "c",
            "с_1",
            "с_1 is not among the symbols of this question.",
            id="looks like what the question does not have",
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("2 x + 1", "2 y + 1", id="declared, though not in the key"),
        pytest.param("2 x", "2", id="no symbol"),
        pytest.param("u_{1}", "u_{2}", id="an indexed family of the key"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "2 x + 1", "2 m + 1").student == ("m is not among the symbols of this question.")
