"""A first rubric from a list of keys: what is guessed, and that nothing looks wrong in what is made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.authoring.examples import try_examples
from fullmarks.authoring.first_rubric import first_rubric
from fullmarks.authoring.lint import lint
from fullmarks.authoring.listed_keys import listed_keys
from fullmarks.errors import RubricError
from fullmarks.expr.plain import plain
from fullmarks.rubric.build import build
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.parse import parse
from tests.strategies.trees import plain_scalars

WHOLE = """\
# A first rubric, made of a list of keys. The kinds are guesses, and the only tests are the keys themselves. Look it over, then
#   fullmarks rubric check FILE    tells what is hardly meant
#   fullmarks rubric test FILE     marks the tests
rubric: sheet
title: Sheet 1

# What a name may be decides what is equal: sqrt(x^2) is x where x is positive. Instead of real write positive, integer,
# positive integer, complex, real in (0, 1) … Declare also what only students use, and show it in a test.
symbols:
  c: real
  n: real

# Of several attempts at a part the last counts, and a further one costs nothing. Else: {counts: best, cost: 10%}
attempts: {counts: last}

parts:
  1a:
    title: Cost
    items:
      runtime:
        symbolic: 2 c n
        points: 2
        # also: [{answer: …, share: 50%}]          # further right answers, and what they earn
        # known: [{answer: …, points: 1, say: …}]  # mistakes that you have met
        # near: {sign: 50%}                        # credit by diagnosis
        tests:
          - {answer: 2 c n, verdict: correct}
      direction:
        # add the other options, and other words for each
        choice: [up]
        key: up
        tests:
          - {answer: up, verdict: correct}
"""


def made(text, *, is_table=False):
    return first_rubric([listed_keys(text, "keys", is_table=is_table)], "sheet")


def test_a_whole_file():
    assert made("# Sheet 1\n## 1a Cost\n- runtime: 2 c n (2 points)\n- direction: up\n").text == WHOLE


def test_an_editor_is_told_of_the_schema():
    first = first_rubric([listed_keys("1a: 5", "keys", is_table=False)], "x", "schema/rubric.schema.json").text
    assert first.splitlines()[0] == "# yaml-language-server: $schema=schema/rubric.schema.json"


@pytest.mark.parametrize(
    "key, lines",
    [
        pytest.param("2 c d_out^2", ["symbolic: 2 c d_out^2"], id="expression"),
        pytest.param("42", ["numeric: 42"], id="number"),
        pytest.param("1/3", ["numeric: 1/3"], id="quotient"),
        pytest.param("0.37", ["# exactly so; “relative: 1%” beside it allows for rounding", "numeric: 0.37"], id="decimal"),
        pytest.param("-3", ["numeric: '-3'"], id="negative"),
        pytest.param("[[1, 2], [3, 4]]", ["matrix: '[[1, 2], [3, 4]]'"], id="matrix"),
        pytest.param("(1, 2)", ["tuple: '(1, 2)'"], id="tuple"),
        pytest.param("28x28x10", ["# with “shape” 4×5×3 counts as (4, 5, 3)", "tuple: '(28, 28, 10)'", "shape: yes"], id="sizes"),
        pytest.param("{3, -1}", ["set: '{3, -1}'"], id="set"),
        pytest.param("x = 3 or x = -3", ["set: x = 3 or x = -3"], id="solutions"),
        pytest.param("[0, 1)", ["interval: '[0, 1)'"], id="interval"),
        pytest.param("1, 2", ["list: '1, 2'"], id="list"),
        pytest.param("x > 3", ["inequality: x > 3"], id="inequality"),
        pytest.param("x^2 + y^2 = 1", ["equation: x^2 + y^2 = 1"], id="equation"),
        pytest.param("y = 2 x", ["symbolic: 2*x", "target: y"], id="a named value"),
        pytest.param("y(n) = 2^n", ["symbolic: 2^n", "target: y(n)"], id="the value of a function"),
        pytest.param("2x if x > 0, else 0", ["piecewise: '2x if x > 0, else 0'"], id="pieces"),
        pytest.param("O(n log n)", ["growth: O(n log n)"], id="growth"),
        pytest.param("O(n m^2)", ["growth: O(n m^2)", "in: n"], id="growth with several symbols"),
        pytest.param("yes", ["choice: [yes, no]", "key: yes"], id="yes"),
        pytest.param("True", ["choice: [true, false]", "key: true"], id="true"),
        pytest.param("B", ["choice: [A, B, C, D, E]", "key: B"], id="a letter"),
        pytest.param(
            "no solution",
            ["# add the other options, and other words for each", "choice: [no solution]", "key: no solution"],
            id="words",
        ),
        pytest.param(
            "fewer operations; it shifts with its input",
            [
                "# phrases that an answer must have; cut them short, and add other words. What has none of them goes to a person",
                "text:",
                "  - all of: [fewer operations, it shifts with its input]",
            ],
            id="a sentence",
        ),
        pytest.param(r"$\frac{1}{2} \theta$", [r"symbolic: '$\frac{1}{2} \theta$'"], id="LaTeX"),
    ],
)  # fmt: skip
def test_what_is_guessed(key, lines):
    text = made(f"1a: {key}").text.splitlines()
    start = text.index("      answer:") + 1
    end = next(place for place, line in enumerate(text) if line.startswith("        # also"))
    assert [line.removeprefix("        ") for line in text[start:end]] == lines


@pytest.mark.parametrize(
    "keys, declared",
    [
        pytest.param(["d_in x"], ["d_in: real", "x: real"], id="numbers"),
        pytest.param(["f(t) + 1"], ["t: real", "f: {function of: [t]}"], id="a function"),
        pytest.param(["f(2) + 1"], ["f: {function of: [x]}"], id="a function of a number"),
        pytest.param(["x_{i+1, j}"], ["i: real", "j: real", "x: {indexed by: [i, j]}"], id="a family"),
        pytest.param(["y(n) = 2 n"], ["n: real", "y: {function of: [n]}"], id="a function that is defined"),
        pytest.param(["y(n) = 2 n", "y + 1"], ["n: real", "y: real"], id="a name that is both is a number"),
        pytest.param(["sum_{i=1}^n i"], ["n: real"], id="a bound index"),
        pytest.param(["B"], [], id="an option"),
        pytest.param(["B", "A B"], ["B: real", "A: real"], id="a letter that is a symbol elsewhere"),
        pytest.param(["explode", "sin(pi)", "O(1)"], [], id="no names"),
    ],
)
def test_what_is_declared(keys, declared):
    text = made("".join(f"{number}: {key}\n" for number, key in enumerate(keys))).text
    block = text.partition("\nsymbols:\n")[2].partition("\n\n")[0]
    assert [line.strip() for line in block.splitlines()] == declared


def test_a_kind_that_is_listed_is_taken():
    rubric = load_rubric_text(made("item,key,kind\n1a,5 m/s,quantity\n1b,2x,words\n", is_table=True).text)
    assert [item.checker.kind for item in rubric.items()] == ["quantity", "symbolic"]


def test_several_lists_are_one_rubric():
    lists = [listed_keys("# One\n## 1 First\nx: 1", "a", is_table=False), listed_keys("1.y: 2", "b", is_table=False)]
    rubric = load_rubric_text(first_rubric(lists, "both").text)
    assert (rubric.title, [item.id for item in rubric.items()]) == ("One", ["1.x", "1.y"])


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param(
            "1a: 2 (3 +",
            "keys:1:1: No item can be made of the key “2 (3 +”: The key “2 (3 +” cannot be read: ",
            id="a key that says nothing",
        ),
        pytest.param("item,key,points\n1a,5,many\n", "keys:2:1: “many” is not a number of points. Write 2, 0.5 or 1/2.", id="points"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_by_its_line(text, told):
    with pytest.raises(RubricError) as caught:
        made(text, is_table=text.startswith("item,"))
    assert caught.value.sentence.startswith(told)


def test_an_item_in_two_lists():
    lists = [listed_keys("1.x: 1", name, is_table=False) for name in ("a", "b")]
    with pytest.raises(RubricError) as caught:
        first_rubric(lists, "both")
    assert caught.value.sentence == "b:1:1: The item 1.x is in another list as well. Keep one of them."


KEYS = st.lists(
    st.one_of(
        plain_scalars.map(plain), st.sampled_from(("up", "{1, 2}", "(1, 2)", "x = 1", "y = z", "it's so", "a: b", "no"))
    ),
    min_size=1,
    max_size=4,
)


@given(KEYS)
def test_nothing_looks_wrong_in_what_is_made(keys):
    try:
        text = made("".join(f"{number}.x: {key}\n" for number, key in enumerate(keys))).text
    except RubricError:
        return
    parsed = parse(text, "made")
    rubric = build(parsed)
    assert lint(parsed, rubric) == ()
    assert [tried.surprises for tried in try_examples(rubric) if tried.surprises] == []
