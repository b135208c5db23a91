"""Which rules of an item its examples reach."""

import pytest

from fullmarks.authoring.coverage import coverage
from fullmarks.authoring.examples import try_examples
from fullmarks.rubric.load import load_rubric_text

ITEMS = """\
rubric: demo
symbols: {{x: real}}
parts:
  1:
    items:
      formula:
        symbolic: 2 x
        also: [{{answer: x^2, share: 50%}}]
        known: [{{answer: x}}, {{answer: x^3, points: 1/2}}]
        near: {{sign: 25%, reciprocal: 10%}}
        tests: {formula}
      matrix:
        matrix: [[1, 2], [3, 4]]
        conventions: {{flipped: '-key'}}
        tests: {matrix}
      direction:
        choice: [up, down, left]
        key: up
        known: [{{answer: left}}]
        tests: {direction}
"""
ALL = {
    "1.formula": [
        "key 1 (2 x)",
        "key 2 (x^2)",
        "known mistake 1 (x)",
        "known mistake 2 (x^3)",
        "credit for sign",
        "credit for reciprocal",
    ],
    "1.matrix": ["key 1 ([[1, 2], [3, 4]])", "convention flipped"],
    "1.direction": ["key 1 (up)", "known mistake 1 (left)", "option down"],
}


def reached(**answers: list[str]) -> dict[str, list[str]]:
    tests = {
        name: "[" + ", ".join(f"{{answer: '{answer}', verdict: correct}}" for answer in answers.get(name, [])) + "]"
        for name in ("formula", "matrix", "direction")
    }
    rubric = load_rubric_text(ITEMS.format(**tests))
    tried = tuple(try_examples(rubric))
    found = {item.id: coverage(item, tried) for item in rubric.items()}
    assert {name: [str(rule) for rule, _ in one.reached] for name, one in found.items()} == ALL
    return {name: [str(rule) for rule, times in one.reached for _ in range(times)] for name, one in found.items()}


@pytest.mark.parametrize(
    "item, answer, rule",
    [
        pytest.param("formula", "x + x", "key 1 (2 x)", id="key"),
        pytest.param("formula", "x x", "key 2 (x^2)", id="further key"),
        pytest.param("formula", "x/1", "known mistake 1 (x)", id="known mistake"),
        pytest.param("formula", "x^3", "known mistake 2 (x^3)", id="known mistake that earns points"),
        pytest.param("formula", "-2 x", "credit for sign", id="credit by code"),
        pytest.param("formula", "x + 1", None, id="wrong"),
        pytest.param("formula", "2 (x", None, id="unreadable"),
        pytest.param("formula", "", None, id="missing"),
        pytest.param("matrix", "[[1, 2], [3, 4]]", "key 1 ([[1, 2], [3, 4]])", id="matrix"),
        pytest.param("matrix", "[[-1, -2], [-3, -4]]", "convention flipped", id="convention"),
        pytest.param("direction", "it goes up", "key 1 (up)", id="right option"),
        pytest.param("direction", "down", "option down", id="wrong option"),
        pytest.param("direction", "left", "known mistake 1 (left)", id="wrong option that is a known mistake"),
        pytest.param("direction", "up or down", None, id="two options"),
        pytest.param("direction", "elsewhere", None, id="no option"),
    ],
)
def test_what_an_example_reaches(item: str, answer: str, rule: str | None):
    expected = {f"1.{name}": [] for name in ("formula", "matrix", "direction")}
    expected[f"1.{item}"] = [] if rule is None else [rule]
    assert reached(**{item: [answer]}) == expected


def test_examples_are_counted():
    assert reached(formula=["2 x", "x + x", "x"])["1.formula"] == ["key 1 (2 x)", "key 1 (2 x)", "known mistake 1 (x)"]


def test_what_no_example_reaches():
    rubric = load_rubric_text(
        ITEMS.format(formula="[]", matrix="[{answer: '[[1, 2], [3, 4]]', verdict: correct}]", direction="[]")
    )
    tried = tuple(try_examples(rubric))
    assert [str(rule) for rule in coverage(rubric.items()[1], tried).unreached] == ["convention flipped"]


FOLLOWING = """\
rubric: demo
symbols: {m v: real}
parts:
  1:
    items:
      m: {numeric: 2}
      v: {numeric: 3}
      it: {numeric: m v, follows: {m: 1.m, v: 1.v}, tests: [TEST]}
"""


@pytest.mark.parametrize(
    "test, rules",
    [
        pytest.param("{answer: '6', verdict: correct}", ["key 1 (m v)"], id="the key"),
        pytest.param(
            "{answer: '15', verdict: correct, given: {1.m: '5'}}", ["follow-through from 1.m"], id="one that it follows"
        ),
        pytest.param(
            "{answer: '20', verdict: correct, given: {1.m: '5', 1.v: '4'}}",
            ["follow-through from 1.m", "follow-through from 1.v"],
            id="both",
        ),
        pytest.param("{answer: '20', verdict: incorrect, given: {1.m: '5'}}", [], id="none"),
    ],
)
def test_every_item_that_is_followed_is_a_rule(test: str, rules: list[str]):
    rubric = load_rubric_text(FOLLOWING.replace("TEST", test))
    tried = tuple(try_examples(rubric))
    assert tried[0].surprises == ()
    found = coverage(rubric.items()[-1], tried)
    assert [str(rule) for rule, _ in found.reached] == [
        "key 1 (m v)",
        "follow-through from 1.m",
        "follow-through from 1.v",
    ]
    assert [str(rule) for rule, times in found.reached if times] == rules
