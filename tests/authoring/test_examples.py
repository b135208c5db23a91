"""Examples against what their author expects of them."""

from fractions import Fraction

import pytest

from fullmarks.authoring.examples import try_examples
from fullmarks.rubric.load import load_rubric_text

RUBRIC = """\
rubric: demo
symbols: {{x: real}}
parts:
  1a:
    items:
      it:
        symbolic: 2 x
        points: 2
        known: [{{answer: x, points: 1}}]
        tests: [{test}]
"""


@pytest.mark.parametrize(
    "test, surprises, points",
    [
        pytest.param("{answer: x + x, verdict: correct}", (), 2, id="as expected"),
        pytest.param("{answer: x, verdict: partial, code: known_mistake, points: 1}", (), 1, id="with code and points"),
        pytest.param("{answer: '', verdict: missing}", (), 0, id="missing"),
        pytest.param("{answer: 2 (x, verdict: unreadable, points: 0}", (), 0, id="unreadable"),
        pytest.param(
            "{answer: x, verdict: incorrect}", ("the verdict is partial, not incorrect",), 1, id="another verdict"
        ),
        pytest.param(
            "{answer: x, verdict: partial, code: sign}", ("the code is known_mistake, not sign",), 1, id="another code"
        ),
        pytest.param(
            "{answer: 2 x, verdict: correct, code: sign}", ("the code is none, not sign",), 2, id="no code at all"
        ),
        pytest.param("{answer: x, verdict: partial, points: 1/2}", ("it earns 1, not 0.5",), 1, id="other points"),
        pytest.param(
            "{answer: x, verdict: correct, code: sign, points: 2}",
            ("the verdict is partial, not correct", "the code is known_mistake, not sign", "it earns 1, not 2"),
            1,
            id="everything",
        ),
    ],
)
def test_surprises(test: str, surprises: tuple[str, ...], points: int):
    (tried,) = try_examples(load_rubric_text(RUBRIC.format(test=test)))
    assert tried.surprises == surprises
    assert tried.points == Fraction(points)


def test_examples_come_in_the_rubrics_order():
    rubric = load_rubric_text(
        """\
rubric: demo
parts:
  1:
    items:
      b: {numeric: 1, tests: [{answer: '1', verdict: correct}, {answer: '2', verdict: incorrect}]}
      a: {numeric: 1, tests: [{answer: '3', verdict: incorrect}]}
"""
    )
    assert [(tried.item.id, tried.example.answer) for tried in try_examples(rubric)] == [
        ("1.b", "1"),
        ("1.b", "2"),
        ("1.a", "3"),
    ]
