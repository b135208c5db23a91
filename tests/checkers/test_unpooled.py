"""The checker of unpooled matrices: gradients of max and average pooling, written out or by their general entry."""

import re

import pytest

from fullmarks.checkers.unpooled import CHECKER
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Listing, Text
from fullmarks.outcome import Outcome
from fullmarks.read.maxima import read_with_maxima
from tests.compare.arrays.worlds import World

POOL = World({"X": "4 by 4", "Y": "2 by 2", "dY": "2 by 2", "dX": "4 by 4"})
KEY = [["dy_{1,1}", "dy_{1,2}"], ["dy_{2,1}", "dy_{2,2}"]]
QUARTERS = "[[a, a, b, b], [a, a, b, b], [c, c, d, d], [c, c, d, d]]"
TOP_LEFT = "[[a, 0, b, 0], [0, 0, 0, 0], [c, 0, d, 0], [0, 0, 0, 0]]"


def written(matrix: str) -> str:
    """With the values' names: a for the first one, and so on."""
    places = dict(zip("abcd", ("1,1", "1,2", "2,1", "2,2"), strict=True))
    return re.sub(r"\b[abcd]\b", lambda letter: f"dy_{{{places[letter[0]]}}}", matrix)


def marked(answer: str, holds: str, key: list[list[str]] | None = None) -> Outcome:
    options = CHECKER.options.model_validate({"unpooled": key or KEY, "block": "2 by 2", "holds": holds})
    expected = CHECKER.expected(options, POOL.tree)
    found = read_with_maxima(answer, POOL.vocabulary)
    tree = Listing("", "", (found.reading.tree, Text(found.words)))
    return CHECKER.check(tree, expected, options, POOL.assumptions("a row"))


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param(f"If the maxima are at the top left: {written(TOP_LEFT)}", "correct", None, id="one corner"),
        pytest.param(
            "Assume these places: "
            + written("[[0, a, b, 0], [0, 0, 0, 0], [0, 0, 0, d], [0, c, 0, 0]] for the maxima"),
            "correct",
            None,
            id="any places",
        ),
        pytest.param(written(TOP_LEFT), "needs_review", None, id="nothing assumed"),
        pytest.param(
            f"If the maxima are at the lower right: {written(TOP_LEFT)}",
            "needs_review",
            None,
            id="another corner than said",
        ),
        pytest.param(f"Assume maxima: {written(QUARTERS)}", "incorrect", "spread_out", id="everywhere"),
        pytest.param(
            "Assume maxima: " + written("[[a, 0, c, 0], [0, 0, 0, 0], [b, 0, d, 0], [0, 0, 0, 0]]"),
            "incorrect",
            "blocks_wrong",
            id="two values exchanged",
        ),
        pytest.param(
            "Assume maxima: " + written("[[a, 0, b, 0], [0, a, 0, 0], [c, 0, d, 0], [0, 0, 0, 0]]"),
            "incorrect",
            "blocks_wrong",
            id="a value twice",
        ),
        pytest.param(
            "Assume maxima: " + written("[[a/4, 0, b, 0], [0, 0, 0, 0], [c, 0, d, 0], [0, 0, 0, 0]]"),
            "incorrect",
            "blocks_wrong",
            id="a part of a value",
        ),
        pytest.param("[[1, 0], [0, 1]]", "incorrect", "wrong_shape", id="another shape"),
        pytest.param(r"dx_{i,j} = dy_{p,q} 1[x_{i,j} = y_{p,q}]", "correct", None, id="a general entry"),
        pytest.param(
            r"\frac{\partial L}{\partial x_{i,j}} = \frac{\partial L}{\partial y_{\lceil i/2 \rceil, \lceil j/2 \rceil}} 1[x_{i,j} = \max]",
            "correct",
            None,
            id="blocks from 1",
        ),
        pytest.param(
            r"dx_{i,j} = dy_{\lfloor i/2 \rfloor, \lfloor j/2 \rfloor} 1[x_{i,j} = \max]",
            "correct",
            None,
            id="blocks from 0",
        ),
        pytest.param(
            r"dx_{i,j} = dy_{\lceil i/2 \rceil \lceil j/2 \rceil} 1[x_{i,j} = \max]", "correct", None, id="no comma"
        ),
        pytest.param(r"dy_{p,q} 1[x_{i,j} = \max]", "correct", None, id="without a left side"),
        pytest.param(r"dx_{i,j} = dy_{i,j} 1[x_{i,j} = \max]", "incorrect", "blocks_wrong", id="its own indices"),
        pytest.param(r"dx_{i,j} = dy_{2i,2j} 1[x_{i,j} = \max]", "incorrect", "blocks_wrong", id="other indices"),
        pytest.param(r"dx_{i,j} = dy_{p,q}", "incorrect", "spread_out", id="no condition"),
        pytest.param(r"dx_{i,j} = \frac14 dy_{p,q} 1[x_{i,j} = \max]", "incorrect", "spread_out", id="a part of it"),
        pytest.param("dx_{i,j} = x_{i,j}", "incorrect", None, id="no value"),
        pytest.param("(dy_{1,1}, dy_{1,2})", "incorrect", "wrong_shape", id="a pair"),
        pytest.param("It goes to the largest entry of each block.", "needs_review", None, id="words"),
    ],
)
def test_one_place(answer: str, verdict: str, code: str | None):
    outcome = marked(answer, "one place")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_a_matrix_of_indicators():
    entries = [
        [f"dy_{{{(i + 1) // 2},{(j + 1) // 2}}} 1[x_{{{i}{j}}} = max]" for j in range(1, 5)] for i in range(1, 5)
    ]
    matrix = _brackets(entries)
    assert marked(matrix, "one place").verdict == "correct"
    assert marked(matrix.replace("dy_{2,2}", "dy_{1,1}"), "one place").verdict == "incorrect"


def _brackets(rows: list[list[str]]) -> str:
    return "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"


@pytest.mark.parametrize(
    "answer, verdict, code",
    [
        pytest.param(r"\frac14 " + written(QUARTERS), "correct", None, id="a factor"),
        pytest.param(written(QUARTERS).replace("}", "}/4"), "correct", None, id="each entry"),
        pytest.param(r"dX = \frac14 dY \otimes [[1, 1], [1, 1]]", "correct", None, id="a Kronecker product"),
        pytest.param(r"dx_{i,j} = dy_{\lceil i/2 \rceil, \lceil j/2 \rceil}/4", "correct", None, id="a general entry"),
        pytest.param(
            "dx_{2p-1,2q-1} = dx_{2p-1,2q} = dx_{2p,2q-1} = dx_{2p,2q} = dy_{p,q}/4", "correct", None, id="four sides"
        ),
        pytest.param("dx_{2p-1,2q-1} = dx_{2p,2q} = dy_{p,q}/4", "incorrect", "blocks_wrong", id="two sides"),
        pytest.param("dx_{i,j} = dy_{p,q}/4, where (p, q) is its block", "correct", None, id="a block by name"),
        pytest.param("dx_{i,j} = dy_{p,q}/4", "needs_review", None, id="names without a meaning"),
        pytest.param(written(QUARTERS), "incorrect", "not_shared", id="whole values"),
        pytest.param("dx_{i,j} = dy_{p,q}/2, where (p, q) is its block", "incorrect", "not_shared", id="halves"),
        pytest.param(r"\frac14 dY", "incorrect", None, id="another shape"),
        pytest.param("one quarter to each", "needs_review", None, id="words"),
    ],
)
def test_equal_shares(answer: str, verdict: str, code: str | None):
    outcome = marked(answer, "equal shares")
    assert (outcome.verdict, outcome.diagnosis and outcome.diagnosis.code) == (verdict, code)


def test_the_wrong_blocks_are_named():
    answer = "Assume maxima: " + written("[[a, 0, 0, 0], [0, 0, 0, 0], [c, 0, d, 0], [0, 0, 0, 0]]")
    diagnosis = marked(answer, "one place").diagnosis
    assert diagnosis is not None
    assert diagnosis.student == "1 of 4 blocks are wrong: row 1, column 2."


def test_the_key_answers_itself():
    for holds in ("one place", "equal shares"):
        options = CHECKER.options.model_validate({"unpooled": KEY, "holds": holds})
        expected = CHECKER.expected(options, POOL.tree)
        assert CHECKER.check(expected, expected, options, POOL.assumptions("a row")).share == 1


def test_a_ragged_key_is_refused():
    with pytest.raises(UnusableKeyError):
        marked("0", "one place", [["dy_{1,1}"], ["dy_{2,1}", "dy_{2,2}"]])
