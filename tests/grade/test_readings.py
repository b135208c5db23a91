"""How answers are read before they are judged."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.grade.judge import judge
from fullmarks.grade.readings import read_answer
from fullmarks.rubric.load import load_rubric_text

RUBRIC = load_rubric_text(
    """
rubric: readings
parts:
  1:
    symbols: {n k: positive integer, s: positive, E Var: {function of: w}}
    arrays: {X: n by n, w dw: k by k}
    items:
      size: {symbolic: (n - k)^2 s, target: [Var(dw), V]}
      mean: {numeric: 0, target: [E(dw), mu]}
      step: {array: w - s dw, target: [w, "w'"]}
      costs: {table: [1, 2], rows: [a, b]}
      grown: {growth: n, in: n}
"""
)
ITEMS = {item.name: item for item in RUBRIC.items()}


@pytest.mark.parametrize(
    "name, text, tree",
    [
        pytest.param("size", r"m^2 s, \text{ where } m = n - k", "(n - k)^2*s", id="a name said behind"),
        pytest.param("size", r"V = m^2 s \text{ where } m = n - k", "V = (n - k)^2*s", id="in a chain"),
        pytest.param("size", r"m^2 s \text{ if } m = n - k", "piecewise(m^2*s if m = n - k)", id="a condition is none"),
        pytest.param(
            "step", r"w_{t+1} = w_t - s \frac{\partial L}{\partial w}", "w = w - s*dw", id="gradients and moments"
        ),
        pytest.param("costs", "a: 1, b: 2", '[["a", 1], ["b", 2]]', id="a table"),
        pytest.param("grown", "it grows like 3n", '3*n, "it grows like 3n"', id="growth with its words"),
    ],
)
def test_readings(name: str, text: str, tree: str):
    assert plain(read_answer(text, ITEMS[name], ()).tree) == tree


@pytest.mark.parametrize(
    "name, answer, verdict",
    [
        pytest.param("size", r"\operatorname{Var}(dw) = (n-k)^2 s", "correct", id="the usual target"),
        pytest.param("size", "V = (n-k)^2 s", "correct", id="another name for it"),
        pytest.param(
            "size",
            r"\mathrm{Var}\left[\frac{\partial L}{\partial w}\right] = (n-k)^2 s",
            "correct",
            id="the gradient spelled out",
        ),
        pytest.param("size", "D = (n-k)^2 s", "incorrect", id="a name that is none of them"),
        pytest.param(
            "mean", r"\mathbb{E}[dw] = \sum_{i,j} E[X_{i,j}] = 0", "correct", id="a sum without bounds within a chain"
        ),
        pytest.param("mean", r"\mu = 0", "correct", id="a letter for the mean"),
        pytest.param("step", r"w^{(t+1)} = w^{(t)} - s\, \nabla_w L", "correct", id="raised moments"),
        pytest.param("step", r"w' = w - s\, d\mathbf{w}", "correct", id="a prime for the new one"),
        pytest.param("step", r"w_{\text{new}} = w_{\text{old}} + s\, dw", "incorrect", id="another sign"),
    ],
)
def test_targets(name: str, answer: str, verdict: str):
    assert judge(answer, ITEMS[name]).outcome.verdict == verdict
