"""What an author is told about names that stand for earlier answers, and what such an item is once it is loaded."""

import pytest

from fullmarks.errors import RubricError
from fullmarks.expr.plain import plain
from fullmarks.rubric.load import load_rubric_text

HOMEWORK = """\
rubric: demo
symbols: {n: integer, m g: positive, y: {function of: n}}
parts:
  1:
    items:
      mass: {numeric: 2}
      words: {choice: [up, down], key: up}
      growth: {growth: n, in: n}
      any: {numeric: {range: [1, 2]}}
      y: {piecewise: {n < 0: 0, n >= 0: 2^n}}
  2:
    items:
      weight: {symbolic: m g, FOLLOWS}
"""


def told(follows):
    with pytest.raises(RubricError) as caught:
        load_rubric_text(HOMEWORK.replace("FOLLOWS", follows))
    return str(caught.value).replace("<text>:", "")


def loaded(key, follows):
    return load_rubric_text(HOMEWORK.replace("symbolic: m g, FOLLOWS", f"{key}, {follows}")).items()[-1]


@pytest.mark.parametrize(
    "follows, lines",
    [
        pytest.param("follows: {m: 1.mas}", "13:44: There is no item “1.mas”. Did you mean “1.mass”?", id="not there"),
        pytest.param(
            "follows: {m: {item: 1.mas}}",
            "13:51: There is no item “1.mas”. Did you mean “1.mass”?",
            id="not there, long",
        ),
        pytest.param("follows: {m: 2.weight}", "13:44: An item cannot follow itself.", id="itself"),
        pytest.param(
            "follows: {x: 1.mass}",
            "13:41: No key of this item uses “x”, so that it follows nothing.",
            id="a name that is not used",
        ),
        pytest.param(
            "follows: {m: 1.words}",
            "13:44: The answer to “1.words” has no place in a formula. Follow an item that asks for an expression, a number, "
            "a function or a matrix.",
            id="words",
        ),
        pytest.param(
            "follows: {m: 1.growth}",
            "13:44: The answer to “1.growth” has no place in a formula. Follow an item that asks for an expression, a number, "
            "a function or a matrix.",
            id="a class of growth",
        ),
        pytest.param(
            "follows: {m: 1.any}",
            "13:44: “1.any” has no key that could stand here, only a range. Give it one.",
            id="a range without a key",
        ),
        pytest.param(
            "follows: {m: {item: 1.mass, where: m}}",
            "13:66: “m” is no condition. Write one such as m > 0.",
            id="no condition",
        ),
        pytest.param(
            "follows: {m: {item: 1.mass, where: '(m > 0'}}",
            "13:66: The condition “(m > 0” cannot be read: The bracket “(” is not closed before the end.",
            id="a condition that cannot be read",
        ),
        pytest.param(
            "follows: {m: {item: 1.mass, where: g > 0}}",
            "13:66: The condition “g > 0” says nothing about “m”.",
            id="a condition about something else",
        ),
        pytest.param(
            "follows: {m: {item: 1.mass, share: 120%}}",
            "13:66: “120%” is more than all the points. Write a share from 0% to 100%.",
            id="more than all points",
        ),
        pytest.param(
            "follows: {m: {item: 1.mass, cap: 50%}}",
            "13:59: “cap” is not known here. Known here: item, where, share.",
            id="an unknown name",
        ),
        pytest.param("follows: {m: {where: m > 0}}", "13:41: “item:” is missing here.", id="no item"),
        pytest.param(
            "follows: {2m: 1.mass}",
            "13:41: “2m” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.",
            id="no name",
        ),
        pytest.param(
            "tests: [{answer: m g, verdict: correct, given: {1.mass: '3'}}]",
            "13:79: This item does not follow “1.mass”.",
            id="given to an item that follows nothing",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(follows, lines):
    assert told(follows) == lines


CYCLE = """\
rubric: demo
parts:
  1:
    items:
      a: {symbolic: b + 1, follows: {b: 1.b}}
      b: {symbolic: c + 1, follows: {c: 1.c}}
      c: {symbolic: a + 1, follows: {a: 1.a}}
"""


def test_a_ring_is_told_at_each_of_its_items_that_look_ahead():
    with pytest.raises(RubricError) as caught:
        load_rubric_text(CYCLE)
    assert str(caught.value).replace("<text>:", "").splitlines() == [
        "5:41: “1.b” follows this item, so that neither could be marked before the other.",
        "6:41: “1.c” follows this item, so that neither could be marked before the other.",
    ]


@pytest.mark.parametrize(
    "key, follows, sentence",
    [
        pytest.param(
            "symbolic: 'y(n - 5, 2)'",
            "follows: {y: 1.y}",
            "“y” stands for y(n) here, with one argument.",
            id="too many",
        ),
        pytest.param(
            "symbolic: m(n)",
            "follows: {m: 1.y}, symbols: {m: {function of: [n, k]}}",
            "“m” stands for m(n, k) here, with 2 arguments.",
            id="too few",
        ),
        pytest.param(
            "symbolic: y + 1",
            "follows: {y: 1.y}",
            "“y” is a function here. Write it with its argument: y(n).",
            id="none",
        ),
    ],
)
def test_a_function_is_called_as_it_is_declared(key, follows, sentence):
    with pytest.raises(RubricError) as caught:
        loaded(key, follows)
    assert [problem.sentence for problem in caught.value.problems] == [sentence]
    assert [problem.line for problem in caught.value.problems] == [13]


@pytest.mark.parametrize(
    "key, follows, tree",
    [
        pytest.param("symbolic: m g", "follows: {m: 1.mass}", "2*g", id="a symbol"),
        pytest.param("numeric: m / 3", "follows: {m: 1.mass}", "2/3", id="in a number"),
        pytest.param("matrix: [[m, 0], [0, m^2]]", "follows: {m: 1.mass}", "[[2, 0], [0, 2^2]]", id="in a matrix"),
        pytest.param("tuple: [m, m + 1]", "follows: {m: 1.mass}", "(2, 2 + 1)", id="in a tuple"),
        pytest.param("equation: x = m", "follows: {m: 1.mass}", "x = 2", id="in an equation"),
        pytest.param(
            "symbolic: y(n - 5)",
            "follows: {y: 1.y}",
            "piecewise(0 if n - 5 < 0, 2^(n - 5) if n - 5 >= 0)",
            id="a function",
        ),
        pytest.param(
            "piecewise: {n < 3: m, n >= 3: y(n)}",
            "follows: {m: 1.mass, y: 1.y}",
            "piecewise(2 if n < 3, piecewise(0 if n < 0, 2^n if n >= 0) if n >= 3)",
            id="both",
        ),
    ],
)
def test_the_right_answers_stand_in_the_key(key, follows, tree):
    assert plain(loaded(key, follows).keys[0].tree) == tree


CHAIN = """\
rubric: demo
parts:
  1:
    symbols: {c_in: positive, w: {function of: k}}
    items:
      a: {symbolic: 3 c_in}
      b: {symbolic: a^2, follows: {a: 1.a}}
  2:
    items:
      c: {symbolic: b + 1, follows: {b: 1.b}}
"""


def test_a_step_from_a_step_stands_for_what_both_come_to():
    item = load_rubric_text(CHAIN).items()[-1]
    assert plain(item.keys[0].tree) == "(3*c_in)^2 + 1"


def test_names_of_what_is_followed_hold_in_what_follows():
    item = load_rubric_text(CHAIN).items()[-1]
    assert "c_in" in item.vocabulary.symbols
    assert "w" in item.vocabulary.functions
