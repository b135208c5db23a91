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


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("x = 2, y = -15", "correct", id="by names"),
        pytest.param("y = -15, x = 2", "correct", id="by names in another order"),
        pytest.param("x = 2 and y = -15", "correct", id="joined by and"),
        pytest.param("x_1 = 2, x_2 = -15", "correct", id="by numbers"),
        pytest.param("x = -15, y = 2", "incorrect", id="exchanged"),
        pytest.param("x = 2", "incorrect", id="one of two"),
        pytest.param("x = 2, x = -15", "incorrect", id="one name twice"),
        pytest.param("p = 2, q = -15", "incorrect", id="names that say no order"),
        pytest.param("2 i - 15 j", "correct", id="unit vectors"),
        pytest.param(r"2\,\hat{\imath} - 15\,\hat{\jmath}", "correct", id="unit vectors with hats"),
        pytest.param("2 e_1 - 15 e_2", "correct", id="unit vectors by numbers"),
        pytest.param("(1, 0) + (1, -15)", "correct", id="a sum"),
        pytest.param("-(-2, 15)", "correct", id="turned round"),
        pytest.param("(2, 3) (1, -5)", "incorrect", id="a product of two"),
        pytest.param("2 i - 15 k", "incorrect", id="another unit vector"),
    ],
)
def test_points_and_vectors(mark, answer: str, verdict: str):
    assert mark("tuple", "(2, -15)", answer).verdict == verdict


def test_names_of_the_items(mark):
    assert mark("tuple", "(2, -15)", "q = -15, p = 2", names=["p", "q"]).verdict == "correct"


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param("(3 km, 4 km)", "correct", None, id="a unit each"),
        pytest.param("(3, 4) km", "correct", None, id="one for both"),
        pytest.param(r"(3000, 4000)\text{ m}", "correct", None, id="converted"),
        pytest.param(r"\begin{pmatrix}3\\4\end{pmatrix}\text{ km}", "correct", None, id="a column"),
        pytest.param(r"(3\hat{i} + 4\hat{j})\text{ km}", "correct", None, id="unit vectors"),
        pytest.param(r"3\text{ km}\,\hat{x} + 4000\text{ m}\,\hat{y}", "correct", None, id="two units"),
        pytest.param("(3, 4)", "incorrect", "missing_unit", id="no unit"),
        pytest.param(r"(3, 4)\text{ m}", "incorrect", "wrong_unit", id="another unit"),
        pytest.param(r"(3, 4)\text{ s}", "incorrect", "wrong_dimension", id="another kind of unit"),
        pytest.param(r"(3, 5)\text{ km}", "incorrect", None, id="another number"),
        pytest.param(r"(3, 4, 0)\text{ km}", "incorrect", "wrong_shape", id="one too many"),
    ],
)
def test_items_with_a_unit(mark, answer: str, verdict: str, code: str | None):
    outcome = mark("tuple", "(3, 4)", answer, unit="km")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_a_zero_needs_no_unit(mark):
    assert mark("tuple", "(0, 4)", "(0, 4 km)", unit="km").verdict == "correct"


def test_each_item_with_a_unit_earns_its_part(mark):
    assert mark("tuple", "(3, 4)", r"(3, 5)\text{ km}", unit="km", credit="each entry").share == Fraction(1, 2)
