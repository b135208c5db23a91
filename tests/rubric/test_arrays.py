"""Arrays and signs that a rubric declares: what holds where, what the reader is told, and what is told to the author."""

from collections.abc import Callable

import pytest

from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.errors import RubricError
from fullmarks.expr.domains import INTEGER, POSITIVE_INTEGER, REAL
from fullmarks.expr.plain import plain
from fullmarks.rubric.arrays import definitions, shape_as_written, shape_of_domain
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Item

HOMEWORK = """\
rubric: demo
symbols: {n: integer, eta: positive}
arrays: {W: d_out by d_in}
parts:
  1:
    items:
      rewrite: {array: W (3 I - W^T W) / 2}
      cost: {symbolic: 2 n}
  7a:
    arrays:
      X: n by n
      dY: m by m
      w: [k, k]
      where: m = n - k + 1
    operators: {'*': valid correlation}
    items:
      matrix: {array: X * dY, also: [dY * X], known: [{answer: X dY}], conventions: {flipped: X * flip(dY)}}
      update: {array: w - eta (X * dY)}
      other: {array: X A, arrays: {A: n by 2}, operators: {'*': hadamard}}
"""


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    return {item.id: item for item in load_rubric_text(HOMEWORK).items()}


@pytest.mark.parametrize(
    "item, arrays",
    [
        pytest.param("1.rewrite", {"W": "d_out × d_in"}, id="of the file"),
        pytest.param("7a.matrix", {"W": "d_out × d_in", "X": "n × n", "dY": "m × m", "w": "k × k"}, id="of a part"),
        pytest.param(
            "7a.other",
            {"W": "d_out × d_in", "X": "n × n", "dY": "m × m", "w": "k × k", "A": "n × 2"},
            id="of an item",
        ),
    ],
)
def test_arrays_hold_inside(items: dict[str, Item], item: str, arrays: dict[str, str]):
    shapes = items[item].assumptions.arrays.shapes
    assert {name: str(shape) for name, shape in shapes.items()} == arrays


@pytest.mark.parametrize(
    "item, meanings",
    [
        pytest.param("1.rewrite", {}, id="none"),
        pytest.param("7a.update", {"*": Meaning.VALID_CORRELATION}, id="of the part"),
        pytest.param("7a.other", {"*": Meaning.HADAMARD}, id="of the item"),
    ],
)
def test_signs_hold_inside(items: dict[str, Item], item: str, meanings: dict[str, Meaning]):
    assert items[item].assumptions.arrays.meanings == meanings
    assert items[item].vocabulary.operators == {sign: str(meaning) for sign, meaning in meanings.items()}


def test_what_the_reader_is_told(items: dict[str, Item]):
    vocabulary = items["7a.matrix"].vocabulary
    sizes = dict.fromkeys(("d_in", "d_out", "k", "m"), POSITIVE_INTEGER)
    arrays = dict.fromkeys(("W", "X", "dY", "w", "I"), REAL)
    assert {name: domain for name, domain in vocabulary.symbols.items() if name != "eta"} == {
        "n": INTEGER,
        **sizes,
        **arrays,
    }
    assert vocabulary.indexed == {"W", "X", "dY", "w", "x", "dy", "I"}
    assert {"flip", "conv2d", "rot180"} <= vocabulary.functions


def test_an_item_before_any_array_is_told_nothing():
    (item,) = load_rubric_text("rubric: demo\nparts:\n  1:\n    items:\n      a: {symbolic: I x}\n").items()
    assert not item.assumptions.arrays
    assert (item.vocabulary.symbols, item.vocabulary.functions, item.vocabulary.indexed) == ({}, set(), set())


def test_a_name_that_is_declared_again_is_what_was_declared_last():
    text = HOMEWORK.replace("cost: {symbolic: 2 n}", "cost: {symbolic: 2 W, symbols: {W: positive}}")
    item = next(item for item in load_rubric_text(text).items() if item.id == "1.cost")
    assert not item.assumptions.arrays
    assert item.vocabulary.symbols["W"].positive


def test_the_letter_of_the_identity_may_be_something_else():
    text = HOMEWORK.replace("{n: integer,", "{n: integer, I: real,")
    assert load_rubric_text(text.replace("W (3 I - W^T W) / 2", "W + I W")).items()
    with pytest.raises(RubricError) as refused:
        load_rubric_text(text.replace("W (3 I - W^T W) / 2", "W + I"))
    assert str(refused.value) == (
        "<text>:7:24: This key has no value: W and I cannot be added: W is d_out × d_in, I is a number."
    )


@pytest.mark.parametrize(
    "words, shape",
    [
        pytest.param("matrix(d_out, d_in)", "d_out × d_in", id="a matrix"),
        pytest.param("matrix(3,3)", "3 × 3", id="of numbers"),
        pytest.param("matrix(n-k+1, n - k + 1)", "(n - k + 1) × (n - k + 1)", id="of sums"),
        pytest.param("vector(n)", "n × 1", id="a vector"),
    ],
)
def test_shapes_among_the_domains(words: str, shape: str):
    assert str(shape_of_domain(words)) == shape
    item = load_rubric_text(
        f"rubric: demo\nsymbols: {{A: '{words}'}}\nparts:\n  1:\n    items:\n      a: {{array: 2 A}}\n"
    ).items()[0]
    assert str(item.assumptions.arrays.shapes["A"]) == shape


def test_other_domains_are_no_shapes():
    assert shape_of_domain("positive integer") is None


@pytest.mark.parametrize(
    "written, shape",
    [
        pytest.param(["n by m"], "n × m", id="by"),
        pytest.param(["n × m"], "n × m", id="a sign"),
        pytest.param(["n \\times m"], "n × m", id="LaTeX"),
        pytest.param(["n", "m"], "n × m", id="a list"),
        pytest.param(["n"], "n × 1", id="a vector"),
        pytest.param(["2 n by floor(n/2)"], "2*n × floor(n/2)", id="worked out"),
    ],
)
def test_shapes_as_written(written: list[str], shape: str):
    assert str(shape_as_written(written)) == shape


def test_definitions():
    found = list(definitions(["m = n - k + 1, p = 2 m", "q = p"]))
    assert [(name, plain(meaning)) for name, meaning in found] == [("m", "n - k + 1"), ("p", "2*m"), ("q", "p")]


@pytest.fixture
def told() -> Callable[[str, str], str]:
    """What is told of the homework with something written otherwise."""

    def load(written: str, instead: str) -> str:
        assert written in HOMEWORK
        with pytest.raises(RubricError) as refused:
            load_rubric_text(HOMEWORK.replace(written, instead, 1), "demo.yaml")
        return str(refused.value).replace("demo.yaml:", "")

    return load


@pytest.mark.parametrize(
    "written, instead, lines",
    [
        pytest.param(
            "array: W (3 I - W^T W) / 2",
            "array: (3 I - W^T W) W / 2",
            "7:24: This key has no value: (3·I - Wᵀ·W)·W cannot be multiplied: (3·I - Wᵀ·W) is d_in × d_in, W is d_out × d_in.",
            id="a key whose arrays do not fit",
        ),
        pytest.param(
            "also: [dY * X]",
            "also: [X dY]",
            "17:38: This key has no value: X·dY cannot be multiplied: X is n × n, dY is m × m.",
            id="a further key whose arrays do not fit",
        ),
        pytest.param(
            "X: n by n",
            "X: n by n by n",
            "11:10: An array has rows and columns: n by m. A vector has its length alone: n.",
            id="three sides",
        ),
        pytest.param(
            "X: n by n",
            "X: n by (n",
            "11:10: The size “(n” cannot be read: The bracket “(” is not closed before the end.",
            id="a size that cannot be read",
        ),
        pytest.param(
            "X: n by n",
            "X: n by [1, 2]",
            "11:10: A size is made of whole numbers and symbols, such as n - k + 1.",
            id="a size that is none",
        ),
        pytest.param(
            "X: n by n",
            "2: n by n",
            "11:7: “2” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.",
            id="no name",
        ),
        pytest.param(
            "X: n by n", "X w: n by n", "13:7: “w” is declared twice here. Keep one of them.", id="declared twice"
        ),
        pytest.param(
            "X: n by n",
            "X X: n by n",
            "11:7: A name stands twice in this line. Keep one of them.",
            id="twice in a line",
        ),
        pytest.param(
            "where: m = n - k + 1",
            "where: n - k + 1",
            "14:14: “n - k + 1” defines no size. Write m = n - k + 1.",
            id="no definition",
        ),
        pytest.param(
            "{n: integer, eta: positive}",
            "{n: positive, eta: positive}",
            "11:7: “n” is a size of an array. Declare it as an integer.",
            id="a size that is no integer",
        ),
        pytest.param(
            "where: m = n - k + 1",
            "where: m = n - n",
            "11:7: No whole numbers from 1 to 24 make sizes of d_out, d_in, n, m, k.",
            id="sizes that no array has",
        ),
        pytest.param(
            "valid correlation",
            "valid corelation",
            "15:22: “valid corelation” is not known here. Did you mean “valid correlation”?",
            id="a meaning that is misspelt",
        ),
        pytest.param(
            "{'*': valid",
            "{'+': valid",
            "15:17: “+” is not known here. Write one of: *, ⋆, ⊙, ⊗, @.",
            id="a sign that has its meaning",
        ),
        pytest.param(
            "eta: positive",
            "eta: matrix(n)",
            "2:28: “matrix(n)” is not a shape. Write matrix(rows, columns) or vector(length).",
            id="a matrix with one side",
        ),
    ],
)
def test_mistakes_are_told_at_their_place(told: Callable[[str, str], str], written: str, instead: str, lines: str):
    assert told(written, instead) == lines


def test_the_answer_of_a_known_mistake_need_not_fit(items: dict[str, Item]):
    assert plain(items["7a.matrix"].known[0].key.tree) == "X*dY"


HASHED = """\
rubric: demo
arrays: {X: n by n, dY: m by m, where: m = n - k + 1}
operators: {'*': valid correlation}
parts:
  1:
    items:
      a: {array: X * dY}
"""


@pytest.mark.parametrize(
    "written, instead, same",
    [
        pytest.param("dY: m by m", "dY: [m, m]", True, id="another spelling"),
        pytest.param("dY: m by m", "dY: m by k", False, id="another shape"),
        pytest.param("m = n - k + 1", "m = n - k + 2", False, id="another definition"),
        pytest.param("valid correlation", "valid convolution", False, id="another meaning of a sign"),
    ],
)
def test_the_hash_is_of_the_meaning(written: str, instead: str, same: bool):
    before, after = (load_rubric_text(text).items()[0].hash for text in (HASHED, HASHED.replace(written, instead, 1)))
    assert (before == after) is same
