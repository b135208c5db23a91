import pytest

from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("x > 3", "3 < x", "correct", id="the other way round"),
        pytest.param("x > 3", "2 x - 6 > 0", "correct", id="not solved"),
        pytest.param("x > 3", "-x < -3", "correct", id="negative factor"),
        pytest.param("x > 3", "(3, \\infty)", "correct", id="interval"),
        pytest.param("0 < x < 1", "x > 0 and x < 1", "correct", id="chain"),
        pytest.param("x < 1 or x > 2", "x > 2 or x < 1", "correct", id="or"),
        pytest.param("x + y < 1", "2 > 2 x + 2 y", "correct", id="two symbols"),
        pytest.param("x^2 < 4", "-2 < x < 2", "correct", id="solved"),
        pytest.param("|x| >= 1", "x <= -1 or x >= 1", "correct", id="an absolute value solved"),
        pytest.param("x > 3", "x >= 3", "incorrect", id="border"),
        pytest.param("x > 3", "x < 3", "incorrect", id="direction"),
        pytest.param("x > 3", "x = 3", "incorrect", id="equation"),
        pytest.param("x > 3", "y > 3", "incorrect", id="another symbol"),
        pytest.param("x > 3", "3", "incorrect", id="number"),
        pytest.param("x + y < 1", "x + y <= 1", "incorrect", id="border of two symbols"),
        pytest.param("x^2 < 4", "-1 < x < 2", "incorrect", id="a wrong solution"),
        pytest.param("-2 < x < 2", "x^2 <= 4", "incorrect", id="not solved, and the border"),
    ],
)
def test_inequalities(mark, key: str, answer: str, verdict: str):
    assert mark("inequality", key, answer).verdict == verdict


def test_ends_within_a_tolerance(mark):
    assert mark("inequality", "x > 1/3", "x > 0.333", absolute="0.001").verdict == "correct"


def test_a_key_that_is_no_inequality(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("inequality", "x", "x")
    assert str(error.value) == "The key “x” is no inequality. Write one such as x > 3."
