"""Mathematics in plain text: what is found in a sentence, and what is prose."""

import pytest

from fullmarks.errors import Span
from fullmarks.find.plain_formulas import plain_formulas

SYMBOLS = frozenset("W H C K P S F m_in m_out n".split())


def found(text: str, *, connectives: bool = False) -> list[str]:
    spans = plain_formulas(text, Span(0, len(text)), SYMBOLS, connectives=connectives)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("In total it costs 2*a*n^2*m.", ["2*a*n^2*m"], id="product at the end"),
        pytest.param("We need s^2 = 1, so s = 1/sqrt(m_in)", ["s^2 = 1", "s = 1/sqrt(m_in)"], id="two equations"),
        pytest.param("weights F*K^2*C, biases F", ["F*K^2*C", "F"], id="a single symbol"),
        pytest.param("FK^2C weights", ["FK^2C"], id="symbols run together"),
        pytest.param("28x28x10", ["28x28x10"], id="a shape"),
        pytest.param("a 3 × 3 map", ["3 × 3"], id="an article is no factor"),
        pytest.param("a*n", ["a*n"], id="a factor is no article"),
        pytest.param("The limit is **1/2**.", ["1/2"], id="bold"),
        pytest.param("So F is ( x^3 + C ).", ["F", "x^3 + C"], id="brackets that have lost their backslashes"),
        pytest.param("the values (see 4) are n^2", ["4", "n^2"], id="a sentence's own brackets"),
        pytest.param("[0, 1) and (2, 3]", ["[0, 1)", "(2, 3]"], id="half-open intervals"),
        pytest.param("(−∞, 2) ∪ (2, ∞)", ["(−∞, 2) ∪ (2, ∞)"], id="union"),
        pytest.param("F(x) = (x − 1)·eˣ + C", ["F(x) = (x − 1)·eˣ + C"], id="Unicode"),
        pytest.param("‖ΔW‖₂ ≤ √m_out", ["‖ΔW‖₂ ≤ √m_out"], id="norm"),
        pytest.param("4.9 m/s^2", ["4.9 m/s^2"], id="unit"),
        pytest.param("1,000 times", ["1,000"], id="thousands"),
        pytest.param("Var(N) = 30 and E[N] = 6", ["Var(N) = 30", "E[N] = 6"], id="names of values"),
        pytest.param("the rank(A) here", ["rank(A)"], id="known name"),
        pytest.param("tau = 2 kOhm * 1 uF = 2 ms", ["tau = 2 kOhm * 1 uF = 2"], id="units within a calculation"),
        pytest.param("I = 12 / 3 = **4**", ["I = 12 / 3 = **4"], id="bold within"),
        pytest.param("I = 12/150     => I = 80", ["I = 12/150", "I = 80"], id="arrow"),
        pytest.param("v(t) = 2 t\ntau = 5", ["v(t) = 2 t", "tau = 5"], id="an equation a line"),
        pytest.param("10 choose 3 = 120", ["10 choose 3 = 120"], id="choose"),
        pytest.param("choose 3 of them", ["3"], id="choose as a word"),
        pytest.param("I ran out of time.", [], id="prose"),
        pytest.param("a cat and I", [], id="articles and pronouns"),
        pytest.param("It doubles", [], id="words"),
        pytest.param("", [], id="nothing"),
        pytest.param("((((", [], id="brackets alone"),
    ],
)
def test_runs_of_mathematics_are_found(text: str, expected: list[str]):
    assert found(text) == expected


def test_branches_are_held_together_where_that_is_asked_for():
    text = "y(n) = 0 if n < 0, 1 - 2^-n if 0 <= n < 5, 2^(5-n) otherwise"
    assert found(text, connectives=True) == [text]
