"""``fullmarks.check`` with arrays among its symbols: what it asks for, what it says, and every labelled pair."""

import json
from pathlib import Path

import pytest

from fullmarks import check
from fullmarks.errors import UnusableKeyError
from fullmarks.grade.one_item import one_item, question

CORPUS = Path(__file__).parents[2] / "benchmarks" / "corpus" / "array.jsonl"
ROWS = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
LAYER = {"W": "matrix(d_out, d_in)", "x": "vector(d_in)", "y": "vector(d_out)", "c": "positive"}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_a_labelled_pair(row: dict):
    result = check(row["key"], row["answer"], symbols=row["symbols"], **row.get("options", {}))
    assert result.verdict == row["verdict"]


@pytest.mark.parametrize(
    "key, kind",
    [
        pytest.param("c W", "array", id="an array"),
        pytest.param("x^T x", "array", id="a number made of arrays"),
        pytest.param("c d_in", "symbolic", id="no array"),
        pytest.param("W_{1,2}", "array", id="an entry"),
        pytest.param("(W, x)", "tuple", id="a pair"),
        pytest.param("W x = c y", "equation", id="an equation"),
    ],
)
def test_the_kind_of_a_key(key: str, kind: str):
    assert one_item(question(key, "auto", LAYER, {})).checker.kind == kind


@pytest.mark.parametrize(
    "key, answer, options, verdict",
    [
        pytest.param("2 W", "W + W", {}, "correct", id="equal"),
        pytest.param("W^T W", "W W^T", {}, "incorrect", id="order"),
        pytest.param("W x", "z = W x", {}, "correct", id="a name for it"),
        pytest.param("W x", "y = W x", {"target": "z"}, "incorrect", id="another target"),
        pytest.param("W ⊙ W", "W * W", {"operators": "* = hadamard"}, "correct", id="a sign"),
        pytest.param("W ⊙ W", "W ⋆ W", {"operators": "* = valid correlation; ⋆ = hadamard"}, "correct", id="two signs"),
        pytest.param("W ⊙ W", "W ⋆ W", {"operators": ["⋆ = hadamard"]}, "correct", id="a list of signs"),
        pytest.param("W x", "W x or x", {}, "several_answers", id="two answers"),
        pytest.param("W x", "(W x", {}, "unreadable", id="a bracket"),
        pytest.param("W x", "", {}, "missing", id="nothing"),
        pytest.param("W x = c y", "2 W x = 2 c y", {}, "correct", id="an equation"),
        pytest.param("W x = c y", "c y = W x", {}, "correct", id="an equation turned"),
        pytest.param("W x = c y", "W x = y", {}, "needs_review", id="another equation, which may follow from it"),
    ],
)
def test_answers(key: str, answer: str, options: dict, verdict: str):
    assert check(key, answer, symbols={**LAYER, "d_out": "positive integer"}, **options).verdict == verdict


def test_an_explanation_says_which_arrays_do_not_fit():
    diagnosis = check("W x", "x W", symbols=LAYER).diagnosis
    assert diagnosis is not None
    assert diagnosis.code == "order_of_factors"
    assert diagnosis.student == (
        "The factors stand in another order. Arrays cannot change places in a product. "
        "x·W cannot be multiplied: x is d_in × 1, W is d_out × d_in."
    )


@pytest.mark.parametrize(
    "key, symbols, options, code, sentence",
    [
        pytest.param(
            "W W",
            LAYER,
            {},
            "unfit_arrays",
            "The key has no value: W·W cannot be multiplied: W is d_out × d_in.",
            id="a key whose arrays do not fit",
        ),
        pytest.param(
            "W x = x",
            LAYER,
            {},
            "unfit_arrays",
            "The key has no value: W·x and x cannot be added: W·x is d_out × 1, x is d_in × 1.",
            id="an equation whose sides do not fit",
        ),
        pytest.param(
            "W",
            {"W": "matrix(n)"},
            {},
            "bad_symbols",
            "“matrix(n)” is not a shape. Write matrix(rows, columns) or vector(length).",
            id="a matrix of one side",
        ),
        pytest.param(
            "W",
            {"W": "matrix(n, n)", "n": "real"},
            {},
            "bad_symbols",
            "“n” is a size of an array. Declare it as an integer.",
            id="a size that is no integer",
        ),
        pytest.param(
            "W",
            LAYER,
            {"operators": "* = convolution"},
            "bad_operators",
            "“* = convolution” gives no sign a meaning. Write one of * ⋆ ⊙ ⊗ @, = and one of: valid correlation, valid convolution, "
            "full correlation, full convolution, kronecker, matrix product, hadamard.",
            id="a meaning that nobody knows",
        ),
        pytest.param(
            "W",
            LAYER,
            {"operators": "+ = hadamard"},
            "bad_operators",
            "“+ = hadamard” gives no sign a meaning. Write one of * ⋆ ⊙ ⊗ @, = and one of: valid correlation, valid convolution, "
            "full correlation, full convolution, kronecker, matrix product, hadamard.",
            id="a sign that has its meaning",
        ),
    ],
)
def test_what_an_author_must_mend(key: str, symbols: dict, options: dict, code: str, sentence: str):
    with pytest.raises(UnusableKeyError) as refused:
        check(key, "W", symbols=symbols, **options)
    assert (refused.value.code, str(refused.value)) == (code, sentence)


@pytest.mark.parametrize(
    "answer",
    [
        "((A^64)^64)^64",
        " ".join(["A"] * 2_000),
        " + ".join(["A B"] * 1_000),
        "\\sum_{i=1}^{2000} \\sum_{j=1}^{2000} A",
        "\\prod_{i=1}^{2000} \\prod_{j=1}^{2000} A",
        "A ⊗ A ⊗ A ⊗ A ⊗ A",
        "((A^{-1})^{60})^{60}",
        "9^9^9 A",
        "A^{10^9}",
        "e^{e^{e^A}}",
    ],
)
def test_no_answer_goes_past_the_limits(answer: str):
    assert check("A B", answer, symbols={"A": "matrix(n,n)", "B": "matrix(n,n)"}).verdict in (
        "incorrect",
        "needs_review",
    )
