from fractions import Fraction

import pytest

from fullmarks.errors import UnusableKeyError


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("3, -3", "-3, 3", "correct", id="any order"),
        pytest.param("3, -3", "[-3, 3]", "correct", id="square brackets"),
        pytest.param("3, -3", "{-3, 3}", "correct", id="braces"),
        pytest.param("3, -3", "x = 3 or x = -3", "correct", id="alternatives"),
        pytest.param("3, -3", "x = ±3", "correct", id="both signs"),
        pytest.param("3, -3", "x = 3, x = -3", "correct", id="equations"),
        pytest.param("3, -3", "(3, -3)", "incorrect", id="a pair"),
        pytest.param("3, -3", "3", "incorrect", id="one missing"),
        pytest.param("3, -3", "3, 3, -3", "incorrect", id="one twice"),
        pytest.param("2, 2, 5", "2, 5, 2", "correct", id="one twice in the key"),
        pytest.param("3, -3", "no solution", "incorrect", id="none"),
        pytest.param("3, -3", "[[3, -3], [1, 2]]", "incorrect", id="matrix"),
    ],
)
def test_in_any_order(mark, key: str, answer: str, verdict: str):
    assert mark("list", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("1, 2", "correct", id="bare"),
        pytest.param("(1, 2)", "correct", id="round brackets"),
        pytest.param("2, 1", "incorrect", id="another order"),
        pytest.param("{1, 2}", "incorrect", id="a set has no order"),
        pytest.param("1, 2, 3", "incorrect", id="too many"),
    ],
)
def test_in_the_order_of_the_key(mark, answer: str, verdict: str):
    assert mark("list", "1, 2", answer, ordered=True).verdict == verdict


@pytest.mark.parametrize(
    "answer, share",
    [
        pytest.param("1, 2", "2/3", id="one missing"),
        pytest.param("1, 2, 7", "1/2", id="one wrong"),
        pytest.param("1, 2, 3, 4", "3/4", id="one too many"),
        pytest.param("7", "0", id="nothing right"),
    ],
)
def test_each_value_earns_its_part(mark, answer: str, share: str):
    assert mark("list", "1, 2, 3", answer, credit="each entry").share == Fraction(share)


def test_the_best_assignment_counts(mark):
    # 1.1 is near both 1.0 and 1.2: taking the first match would leave 1.2 without a partner.
    assert mark("list", "1.0, 1.2", "1.1, 0.9", absolute="0.1").verdict == "correct"


def test_a_key_that_lists_nothing(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("list", "x > 2", "5")
    assert str(error.value) == "The key “x > 2” lists no values. Write it as a, b, c."


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("a = 1, b = c = 3", "correct", id="one value of two names"),
        pytest.param("a = 1, b = 2 + 1 = 3", "incorrect", id="a value worked out is one value"),
    ],
)
def test_chains_of_names(mark, answer: str, verdict: str):
    assert mark("list", "1, 3, 3", answer).verdict == verdict
