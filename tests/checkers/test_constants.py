"""Constants by other names: which answers say the same for every value of them, and which letters are no such constants."""

import pytest

from fullmarks.checkers.constants import equal_but_for_names
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.domains import parse_domain
from fullmarks.read.reader import read


def _compared(answer: str, key: str, domains: dict[str, str] | None = None) -> bool | None:
    declared = {name: parse_domain(words) for name, words in (domains or {}).items()}
    return equal_but_for_names(read(answer).tree, read(key).tree, Assumptions(declared)).equal


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param("x^2 + K", "x^2 + C", id="another letter"),
        pytest.param("x^2 + c_1", "x^2 + C", id="a numbered one"),
        pytest.param("A e^x + B e^(-x)", "C_1 e^x + C_2 e^(-x)", id="two letters for numbered ones"),
        pytest.param("C_2 e^x + C_1 e^(-x)", "C_1 e^x + C_2 e^(-x)", id="changed places"),
        pytest.param("y = C_2 e^x + C_1 e^(-x)", "y = C_1 e^x + C_2 e^(-x)", id="changed places in an equation"),
        pytest.param("C_2 + C_1 e^x", "C_1 + C_2 e^x", id="one of them alone"),
        pytest.param("(A + B x) e^(3x)", "(C_1 + C_2 x) e^(3x)", id="inside a bracket"),
        pytest.param("(C_2 + C_1 x) e^(3x)", "(C_1 + C_2 x) e^(3x)", id="changed places inside a bracket"),
        pytest.param("e^(-x) (C_1 cos x + C_2 sin x)", "e^(-x) (A cos x + B sin x)", id="numbered ones for A and B"),
        pytest.param("x^2 - y^2 = C", "y^2 = x^2 + C", id="with the other sign"),
        pytest.param("y^2/2 = x^2/2 + C", "y^2 = x^2 + C", id="half of it"),
        pytest.param("y^2 = x^2 + 2C", "y^2 = x^2 + C", id="twice of it"),
    ],
)
def test_the_same_for_every_value(answer: str, key: str):
    assert _compared(answer, key) is True


@pytest.mark.parametrize(
    "answer, key, domains",
    [
        pytest.param("x^2", "x^2 + C", None, id="left out"),
        pytest.param("x^2 + C + K", "x^2 + C", None, id="one too many"),
        pytest.param("x^2 + C x", "x^2 + C", None, id="in another place"),
        pytest.param("x^2 + z", "x^2 + C", None, id="a letter that constants do not have"),
        pytest.param("C_1 (e^x + e^(-x))", "C_1 e^x + C_2 e^(-x)", None, id="one for two"),
        pytest.param("C_1 e^x + C_1 e^(-x)", "C_1 e^x + C_2 e^(-x)", None, id="the same one twice"),
        pytest.param("C_1 e^x + C_2 e^(-2x)", "C_1 e^x + C_2 e^(-x)", None, id="another function"),
        pytest.param("C_2 - C_1", "C_1 - C_2", None, id="numbered quantities of a formula"),
        pytest.param("n C_2 + C_1", "n C_1 + C_2", None, id="numbered factors of a line"),
        pytest.param("B cos x + A sin x", "A cos x + B sin x", None, id="the key's own letters changed"),
        pytest.param("C V^2", "C V^2/2", None, id="a capacity"),
        pytest.param("2 C e^(-t)", "C e^(-t)", None, id="a factor of a term"),
        pytest.param("2C + x", "C + x", None, id="a factor in a formula"),
        pytest.param("V = 2 C x", "V = C x", None, id="a factor in a solved equation"),
        pytest.param("y^2 + x^2 = C", "y^2 = x^2 + C", None, id="another curve"),
        pytest.param("y^2 = x^2 + C^2", "y^2 = x^2 + C", None, id="a square, which is never negative"),
        pytest.param("x^2 + K", "x^2 + C", {"C": "real"}, id="declared by the author"),
        pytest.param("x^2 + K", "x^2 + C", {"K": "real"}, id="another name that is declared"),
    ],
)
def test_something_else(answer: str, key: str, domains: dict[str, str] | None):
    assert _compared(answer, key, domains) is False
