from fractions import Fraction

import pytest

from fullmarks.errors import UnusableKeyError

SHAPE = "(floor((W-K)/S) + 1, F)"


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("(1, 2)", "(1, 2)", "correct", id="pair"),
        pytest.param("(1, 2)", "[1, 2]", "correct", id="square brackets"),
        pytest.param("(1, 2)", "1, 2", "correct", id="no brackets"),
        pytest.param("(1, 2)", "\\langle 1, 2 \\rangle", "correct", id="angle brackets"),
        pytest.param("(1, 2)", "\\begin{pmatrix}1\\\\2\\end{pmatrix}", "correct", id="column"),
        pytest.param(["1", "2"], "(2/2, 2)", "correct", id="key by items"),
        pytest.param("(3,)", "3", "correct", id="one value"),
        pytest.param("(1, 2)", "(2, 1)", "incorrect", id="order"),
        pytest.param("(1, 2)", "{1, 2}", "incorrect", id="set"),
        pytest.param("(1, 2)", "[1, 2)", "incorrect", id="interval"),
        pytest.param("(1, 2)", "(1, 2, 3)", "incorrect", id="too many"),
        pytest.param("(2, 3)", "2×3", "incorrect", id="a product is no pair"),
    ],
)
def test_tuples(mark, key: object, answer: str, verdict: str):
    assert mark("tuple", key, answer).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param("(28, 28, 10)", "28×28×10", "correct", id="times"),
        pytest.param("28×28×10", "28×28×10", "correct", id="a key that is a product"),
        pytest.param("(28, 28, 10)", "(28×28×10)", "correct", id="in brackets"),
        pytest.param(SHAPE, "(\\lfloor \\frac{W-K}{S} \\rfloor + 1) \\times F", "correct", id="factors that are sums"),
        pytest.param("(W, K + 1, 10)", "W x (K + 1) x 10", "correct", id="the letter x between"),
        pytest.param("(2 W, 3)", "2W × 3", "correct", id="a factor that is a product"),
        pytest.param("(W, 6)", "W × 2 × 3", "correct", id="some way of grouping"),
        pytest.param(SHAPE, "((W-K)/S + 1) × F", "incorrect", id="no floor"),
        pytest.param("(28, 28, 10)", "28×10×28", "incorrect", id="order"),
        pytest.param("(28, 28, 10)", "7840", "incorrect", id="the product worked out"),
        pytest.param("(28, 28, 10)", "28×28", "incorrect", id="too few"),
    ],
)
def test_shapes(mark, key: str, answer: str, verdict: str):
    assert mark("tuple", key, answer, shape=True).verdict == verdict


@pytest.mark.parametrize(
    "answer, code, sentence",
    [
        pytest.param(
            "{1, 2}",
            "wrong_kind",
            "This is a set of 2 things; a list of 2 things in order is expected.",
            id="set",
        ),
        pytest.param(
            "(1, 2, 3)",
            "wrong_shape",
            "This is a list of 3 things in order; a list of 2 things in order is expected.",
            id="length",
        ),
    ],
)
def test_what_is_another_kind_is_explained(mark, answer: str, code: str, sentence: str):
    diagnosis = mark("tuple", "(1, 2)", answer).diagnosis
    assert (diagnosis.code, diagnosis.student) == (code, sentence)


def test_each_item_earns_its_part(mark):
    outcome = mark("tuple", "(28, 28, 10)", "28×28×11", shape=True, credit="each entry")
    assert (outcome.verdict, outcome.share) == ("partial", Fraction(2, 3))
    assert [(entry.place, entry.verdict) for entry in outcome.entries] == [
        ((1,), "correct"),
        ((2,), "correct"),
        ((3,), "incorrect"),
    ]


def test_a_key_that_is_no_tuple(mark):
    with pytest.raises(UnusableKeyError) as error:
        mark("tuple", "5", "5")
    assert str(error.value) == "The key “5” is no list in order. Write it as (a, b, c)."
