"""The checker of arrays: what counts, and what is said where an answer does not."""

import pytest

from fullmarks.checkers.array import CHECKER
from fullmarks.outcome import Outcome, Verdict
from tests.compare.arrays.worlds import FILTERS, LAYERS, SQUARES, World

GRAM = "W (3 I - W^T W) / 2"


def marked(world: World, key: str, answer: str, **options: object) -> Outcome:
    chosen = CHECKER.options.model_validate({"array": key, **options})
    asked = world.tree(answer), CHECKER.expected(chosen, world.tree), chosen, world.assumptions("a row")
    outcome = CHECKER.check(*asked)
    open_ = outcome.verdict is Verdict.INCORRECT and outcome.diagnosis is None
    said = CHECKER.explain(*asked) if open_ else None
    return outcome if said is None else outcome.explained(said)


@pytest.mark.parametrize(
    "world, key, answer, verdict, code",
    [
        pytest.param(LAYERS, GRAM, "1.5 W - 0.5 W W^T W", "correct", None, id="multiplied out"),
        pytest.param(LAYERS, GRAM, "W (3 I + W^T W) / 2", "incorrect", None, id="another sign"),
        pytest.param(LAYERS, GRAM, "(3 I - W^T W) W / 2", "incorrect", "order_of_factors", id="order"),
        pytest.param(LAYERS, GRAM, "W^T (3 I - W W^T) / 2", "incorrect", "transposed", id="transposed"),
        pytest.param(LAYERS, GRAM, "W W", "incorrect", "wrong_shape", id="a product that does not fit"),
        pytest.param(LAYERS, GRAM, "W W^T", "incorrect", "wrong_shape", id="another shape"),
        pytest.param(LAYERS, GRAM, "3/2", "incorrect", "wrong_shape", id="a number"),
        pytest.param(LAYERS, GRAM, "(W, W)", "incorrect", "wrong_kind", id="a pair"),
        pytest.param(LAYERS, GRAM, "W = U", "incorrect", "wrong_kind", id="an equation"),
        pytest.param(LAYERS, GRAM, "the Gram matrix", "incorrect", "wrong_kind", id="words"),
        pytest.param(SQUARES, "A B", "B A", "incorrect", "order_of_factors", id="two factors"),
        pytest.param(SQUARES, "A B A^{-1}", "B A A^{-1}", "incorrect", "order_of_factors", id="two of three factors"),
        pytest.param(SQUARES, "A B", "(A B)^T", "incorrect", "transposed", id="a square transposed"),
        pytest.param(SQUARES, "A B", "A + B", "incorrect", None, id="something else"),
        pytest.param(SQUARES, "A", "[[1, 2], [3, 4]]", "incorrect", None, id="a matrix that is written out"),
        pytest.param(SQUARES, "\\|A\\|", "\\|B\\|", "needs_review", None, id="norms"),
        pytest.param(FILTERS, "X * dY", "dY * X", "correct", None, id="the smaller slides over the larger"),
        pytest.param(FILTERS, "X * dY", "X dY", "incorrect", "wrong_shape", id="side by side"),
    ],
)
def test_answers(world: World, key: str, answer: str, verdict: str, code: str | None):
    outcome = marked(world, key, answer)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


@pytest.mark.parametrize(
    "key, answer, student, staff",
    [
        pytest.param(
            GRAM,
            "W W",
            "W·W cannot be multiplied: W is d_out × d_in.",
            "W·W cannot be multiplied: W is d_out × d_in.",
            id="a product",
        ),
        pytest.param(
            GRAM,
            "W W^T",
            "This is an array of d_out × d_out; an array of d_out × d_in is expected.",
            "This is an array of d_out × d_out; an array of d_out × d_in is expected.",
            id="a shape",
        ),
        pytest.param(
            GRAM,
            "c",
            "This is a number; an array of d_out × d_in is expected.",
            "This is a number; an array of d_out × d_in is expected.",
            id="a number",
        ),
        pytest.param(
            "y^T W x",
            "W",
            "This is an array of d_out × d_in; a number is expected.",
            "This is an array of d_out × d_in; a number is expected.",
            id="an array for a number",
        ),
        pytest.param(
            GRAM, "W^T (3 I - W W^T) / 2", "Rows and columns are exchanged.", "The key transposed.", id="transposed"
        ),
        pytest.param(
            GRAM,
            "(3 I - W^T W) W / 2",
            "The factors stand in another order. Arrays cannot change places in a product. (3·I - Wᵀ·W)·W cannot be multiplied: "
            "(3·I - Wᵀ·W) is d_in × d_in, W is d_out × d_in.",
            "Right with the factors as in W*(3*I - transpose(W)*W)/2. (3·I - Wᵀ·W)·W cannot be multiplied: "
            "(3·I - Wᵀ·W) is d_in × d_in, W is d_out × d_in.",
            id="order",
        ),
        pytest.param(
            GRAM,
            "(W, W)",
            "This is a list of 2 things in round brackets; an expression in arrays is expected.",
            "This is a list of 2 things in round brackets; an expression in arrays is expected.",
            id="kind",
        ),
    ],
)
def test_what_is_said(key: str, answer: str, student: str, staff: str):
    diagnosis = marked(LAYERS, key, answer).diagnosis
    assert diagnosis is not None
    assert (diagnosis.student, diagnosis.staff) == (student, staff)


SUM = "\\sum_{i=1}^{m} \\sum_{j=1}^{m} dy_{i,j} x_{i+h-1,j+l-1}"


@pytest.mark.parametrize(
    "options, answer, verdict, code",
    [
        pytest.param({"entry": ["h", "l"]}, f"w_{{h,l}} - eta {SUM}", "correct", None, id="entry by entry"),
        pytest.param({"entry": ["l", "h"]}, f"w_{{h,l}} - eta {SUM}", "incorrect", None, id="rows for columns"),
        pytest.param(
            {}, f"w_{{h,l}} - eta {SUM}", "incorrect", "wrong_shape", id="a number, if nobody asked for entries"
        ),
        pytest.param(
            {"entry": ["h", "l"], "sums": False},
            f"w_{{h,l}} - eta {SUM}",
            "incorrect",
            "wrong_form",
            id="whole arrays asked for",
        ),
        pytest.param(
            {"entry": ["h", "l"], "sums": False}, "w - eta (dY * X)", "correct", None, id="whole arrays given"
        ),
    ],
)
def test_entries(options: dict[str, object], answer: str, verdict: str, code: str | None):
    outcome = marked(FILTERS, "w - eta (X * dY)", answer, **options)
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_an_entry_of_a_vector():
    assert marked(LAYERS, "W x", "\\sum_{k=1}^{d_in} W_{r,k} x_k", entry="r").verdict == "correct"


def test_a_long_answer_is_not_searched_for_another_order():
    outcome = marked(SQUARES, "A B", " + ".join(["B A"] * 200))
    assert (outcome.verdict, outcome.diagnosis) == ("incorrect", None)
