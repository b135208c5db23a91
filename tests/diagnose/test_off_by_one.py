import pytest

from fullmarks.diagnose.off_by_one import NEAR_MISS


@pytest.mark.parametrize(
    "key, answer, staff",
    [
        pytest.param("1 + L (K - 1)", "1 + (L - 1) (K - 1)", "The key with L - 1 for L.", id="one layer short"),
        pytest.param("n - k + 1", "n - k", "The key - 1.", id="the value"),
        pytest.param("7", "8", "The key + 1.", id="a whole number"),
        pytest.param("2^n", "2^(n+1)", "The key with n + 1 for n.", id="an exponent"),
        pytest.param(
            "sum_{i=1}^{n} u_i",
            "sum_{i=0}^{n} u_i",
            "The key with a bound shifted: sum_{i=1 - 1}^(n) u_{i}.",
            id="a sum's bound",
        ),
    ],
)
def test_it_explains(explain_by, key: str, answer: str, staff: str):
    diagnosis = explain_by(NEAR_MISS, key, answer)
    assert (diagnosis.code, diagnosis.staff) == (NEAR_MISS.code, staff)


@pytest.mark.parametrize(
    "key, answer",
    [
        pytest.param("7", "9", id="two more"),
        pytest.param("0.5", "1.5", id="no whole number"),
        pytest.param("2 x", "3 x", id="another factor"),
        pytest.param("n", "n + 2", id="two more of a symbol"),
        pytest.param("sqrt(2)", "sqrt(2) + 1", id="no whole number, not rational"),
    ],
)
def test_it_does_not_explain(explain_by, key: str, answer: str):
    assert explain_by(NEAR_MISS, key, answer) is None


def test_what_the_student_reads(explain_by):
    assert explain_by(NEAR_MISS, "1 + L (K - 1)", "1 + (L - 1) (K - 1)").student == (
        "Off by one: check where the counting begins and ends."
    )
