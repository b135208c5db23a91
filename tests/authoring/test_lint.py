"""What is noticed in a rubric that loads, and at which place."""

from collections.abc import Callable

import pytest

TESTED = "tests: [{answer: x y n, verdict: incorrect}]"
HEAD = "rubric: demo\nsymbols: {x y n: positive}\nparts:\n  1a:\n    items:\n      it:\n        "
"""An item ``1a.it`` whose names begin in line 7, column 9."""


def item(*lines: str, tests: str = TESTED) -> str:
    return HEAD + "\n        ".join((*lines, tests)) + "\n"


@pytest.mark.parametrize(
    "rubric, found",
    [
        pytest.param(item("symbolic: 2 x"), [], id="nothing"),
        pytest.param(
            item("symbolic: x y n", tests=""),
            ["6:7: The item 1a.it has no test. Give it at least one right answer and one wrong one."],
            id="no test",
        ),
        pytest.param(
            item("symbolic: x (x + 1)", "form: [expanded]"),
            ["7:19: This key is not marked right by its own checker. Check the key and the options beside it."],
            id="a key in another form than it asks for",
        ),
        pytest.param(
            item("symbolic: x + y", "in terms of: [x]"),
            ["7:19: This key is not marked right by its own checker. Check the key and the options beside it."],
            id="a key in other symbols than it allows",
        ),
        pytest.param(
            item("symbolic: 2 x", "also: [x^2, x + x, {answer: 2 (x), share: 50%}]"),
            [
                "8:21: This key is equal to one before it. Remove one of them.",
                "8:37: This key is equal to one before it. Remove one of them.",
            ],
            id="equal keys",
        ),
        pytest.param(
            item("symbolic: 2 x", "known:", "  - {answer: x, say: Twice.}", "  - {answer: x + x}"),
            ["10:22: This known mistake is equal to a key, so that a right answer would be told it is wrong."],
            id="a known mistake that is the key",
        ),
        pytest.param(
            item("symbolic: 2 x", "also: [{answer: x, share: 50%}]", "known: [{answer: 2 x - x}]"),
            ["9:26: This known mistake is equal to a key, so that a right answer would be told it is wrong."],
            id="a known mistake that is a further key",
        ),
        pytest.param(
            item("symbolic: 2 x", "known: [{answer: x}, {answer: y}, {answer: 2 x/2}]"),
            ["8:52: This known mistake is equal to one before it and is never reached. Remove one of them."],
            id="equal known mistakes",
        ),
        pytest.param(
            item("matrix: [[0, 0]]", "conventions: {flipped: '-key'}"),
            ["8:32: This convention is equal to a key, so that a right answer would be told it is wrong."],
            id="a convention that changes nothing",
        ),
        pytest.param(
            item(
                "matrix: [[1, 2]]", "known: [{answer: [[-1, -2]]}]", "conventions: {flipped: {key: '-key', points: 0}}"
            ),
            ["9:32: This convention is equal to one before it and is never reached. Remove one of them."],
            id="a convention that is a known mistake",
        ),
        pytest.param(
            item("choice: [up, down]", "key: up", "known: [{answer: up}]"),
            ["9:26: This known mistake is equal to a key, so that a right answer would be told it is wrong."],
            id="a known mistake that is the right option",
        ),
        pytest.param(
            item("symbolic: 2 x z", "also: [{answer: k(x), share: 50%}]", "known: [{answer: z w}]"),
            [
                "7:19: “z” is not declared under “symbols:”.",
                "8:25: “k” is not declared under “symbols:”.",
                "9:26: “w” and “z” are not declared under “symbols:”.",
            ],
            id="names that nothing declares",
        ),
        pytest.param(
            item(
                "symbolic: sum_{i=1}^n i sin(x) pi",
                "symbols: {z: real}",
                tests="tests: [{answer: x y z, verdict: incorrect}]",
            ),
            [],
            id="bound indices and functions are known",
        ),
        pytest.param(
            item("symbolic: 2 x", tests="tests: [{answer: x n, verdict: incorrect}]"),
            ["2:11: “y” is declared, and nothing uses it. Remove it, or add a test with an answer that has it."],
            id="a name that nothing uses",
        ),
        pytest.param(
            item(
                "symbolic: 2 x",
                "symbols: {y: real, a b: integer, z: real}",
                tests="tests: [{answer: y n, verdict: incorrect}]",
            ),
            [
                "2:11: “y” is declared, and nothing uses it. Remove it, or add a test with an answer that has it.",
                "8:28: “a” and “b” are declared, and nothing uses them. Remove them, or add a test with an answer that has them.",
                "8:42: “z” is declared, and nothing uses it. Remove it, or add a test with an answer that has it.",
            ],
            id="names of an item that nothing uses, and one that it hides",
        ),
        pytest.param(
            item(
                "symbolic: 2 x",
                "known: [{answer: y}]",
                "target: f(n)",
                "symbols: {f: {function of: n}}",
                tests="tests: [{answer: '((', verdict: unreadable}]",
            ),
            [],
            id="a known mistake and the target use names; an answer that cannot be read does not",
        ),
        pytest.param(
            item(
                "antiderivative: 2 x",
                "in: n",
                "symbols: {f: {function of: y}}",
                tests="tests: [{answer: f(y), verdict: incorrect}]",
            ),
            [],
            id="options and arguments are names",
        ),
        pytest.param(
            item(
                "array: A B",
                "arrays: {A: p by q, B: q by p, C: k by k, where: k = q + 1}",
                tests="tests: [{answer: x y n, verdict: incorrect}]",
            ),
            ["8:40: “C” is declared, and nothing uses it. Remove it, or add a test with an answer that has it."],
            id="an array that nothing uses",
        ),
        pytest.param(
            item(
                "symbolic: 2 x",
                "near: {sign: 25%, transposed: 25%, other_reading: 100%, wrong_form: 10%, missing_term: 10%}",
            ),
            [
                "8:27: No answer to this item can be diagnosed as “transposed”, so that this credit is never given. Remove it.",
                "8:82: No answer to this item can be diagnosed as “missing_term”, so that this credit is never given. Remove it.",
            ],
            id="credit that is never given",
        ),
        pytest.param(
            item("choice: [up, down]", "key: up", "near: {sign: 25%, other_reading: 10%}"),
            [
                "9:16: No answer to this item can be diagnosed as “sign”, so that this credit is never given. Remove it.",
                "9:27: No answer to this item can be diagnosed as “other_reading”, so that this credit is never given. Remove it.",
            ],
            id="credit that no words are given",
        ),
        pytest.param(item("text: [{any of: [some words]}]"), [], id="words need no declaration"),
        pytest.param(item("symbolic: 2 x", "void: yes", tests=TESTED), [], id="void"),
    ],
)
def test_an_item(rubric: str, found: list[str], noticed: Callable[[str], list[str]]):
    assert noticed(rubric) == found


@pytest.mark.parametrize(
    "rounding, found",
    [
        pytest.param("{item: 0.25, part: 0.5, total: 1.5}", [], id="steps that divide the points"),
        pytest.param(
            "{item: 1, part: 0.5, total: 1}",
            [
                "2:18: 1.5 points are no multiple of 1, so that rounding changes what is all right.",
                "2:39: 1.5 points are no multiple of 1, so that rounding changes what is all right.",
            ],
            id="steps that do not",
        ),
    ],
)
def test_rounding(rounding: str, found: list[str], noticed: Callable[[str], list[str]]):
    rubric = f"""\
rubric: demo
rounding: {rounding}
parts:
  1:
    items:
      a: {{numeric: 1, points: 1.5, {TESTED}}}
"""
    assert noticed(rubric) == found


FOLLOWING = """\
rubric: demo
symbols: {n: integer, m: positive}
parts:
  1:
    items:
      rate: {numeric: 1/2, tests: [{answer: '1', verdict: incorrect}]}
      it: {symbolic: FORMULA, tests: [{answer: '1', verdict: incorrect}], follows: FOLLOWS}
"""


@pytest.mark.parametrize(
    "formula, follows, found",
    [
        pytest.param("2 m", "{m: 1.rate}", [], id="within its domain"),
        pytest.param(
            "2 n",
            "{n: 1.rate}",
            ["7:81: The key of 1.rate itself may not stand for “n”: it lies outside of what is declared."],
            id="outside of its domain",
        ),
        pytest.param(
            "2 m",
            "{m: {item: 1.rate, where: m > 1}}",
            ["7:81: The key of 1.rate itself may not stand for “m”: it does not meet the condition."],
            id="outside of its condition",
        ),
    ],
)
def test_what_a_key_follows(formula: str, follows: str, found: list[str], noticed: Callable[[str], list[str]]):
    told = noticed(FOLLOWING.replace("FORMULA", formula).replace("FOLLOWS", follows))
    assert [line for line in told if "itself" in line] == found


@pytest.mark.parametrize(
    "whole, part, found",
    [
        pytest.param("", "", [], id="nothing is stated"),
        pytest.param("points: 3", "points: 5/2", [], id="right; what is optional does not count"),
        pytest.param(
            "points: 4",
            "points: 2",
            [
                "2:9: 4 points are stated here, but the items of this rubric add up to 3.",
                "5:13: 2 points are stated here, but the items of this part add up to 2.5.",
            ],
            id="both wrong",
        ),
    ],
)
def test_points_that_do_not_add_up(whole: str, part: str, found: list[str], noticed: Callable[[str], list[str]]):
    rubric = f"""\
rubric: demo
{whole}
parts:
  1a:
    {part}
    items:
      a: {{numeric: 1, {TESTED}}}
      b: {{numeric: 2, points: 1.5, {TESTED}}}
      c: {{numeric: 3, optional: yes, {TESTED}}}
  1b:
    items:
      d: {{numeric: 4, points: 1/2, {TESTED}}}
"""
    assert noticed(rubric) == found
