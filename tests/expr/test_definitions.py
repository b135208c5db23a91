"""Names replaced by what they stand for."""

import pytest

from fullmarks.expr.definitions import Definition, UnfitDefinitionError, names_in, put_in
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

WORDS = Vocabulary(functions=frozenset({"y", "f"}))


def tree(text):
    return read(text, WORDS).tree


def definitions(**written):
    """``y="n: 2^n"`` defines a function of n, ``m="2"`` a value."""
    made = {}
    for name, text in written.items():
        parameters, _, value = text.rpartition(":")
        made[name] = Definition(tree(value), tuple(parameters.split()))
    return made


@pytest.mark.parametrize(
    "text, defined, expected",
    [
        pytest.param("2 m + g", {"m": "3"}, "2*3 + g", id="a symbol"),
        pytest.param("m + m^2", {"m": "a + 1"}, "(a + 1) + (a + 1)^2", id="at each place"),
        pytest.param("m n", {"m": "n", "n": "m"}, "n*m", id="at once, not one after the other"),
        pytest.param("y(n - 5)", {"y": "n: 2^n"}, "2^(n - 5)", id="a function"),
        pytest.param("y(y(n))", {"y": "n: n + 1"}, "(n + 1) + 1", id="a function of itself"),
        pytest.param("f(2, x)", {"f": "a b: a - b"}, "2 - x", id="of two parameters"),
        pytest.param("f(b, a)", {"f": "a b: a - b"}, "b - a", id="parameters that change places"),
        pytest.param("y(m)", {"y": "n: n^2", "m": "3"}, "3^2", id="a value within a function"),
        pytest.param("sum_{k=1}^{m} k m", {"m": "3"}, "sum_{k=1}^(3) (k*3)", id="in a sum and its bounds"),
        pytest.param("sum_{m=1}^{3} m", {"m": "7"}, "sum_{m=1}^(3) m", id="not what a sum binds"),
        pytest.param("sum_{m=1}^{m} m", {"m": "7"}, "sum_{m=1}^(7) m", id="but its bounds are outside"),
        pytest.param("sum_{k=1}^{3} k m", {"m": "k"}, "sum_{k'=1}^(3) (k'*k)", id="no index catches what comes in"),
        pytest.param(
            "sum_{k=1}^{n} y(k)",
            {"y": "n: sum_{k=1}^{3} k n"},
            "sum_{k=1}^(n) (sum_{k'=1}^(3) (k'*k))",
            id="no index catches an argument",
        ),
        pytest.param(r"\int_0^1 m x dx", {"m": "x"}, "int_(0)^(1) (x*x') dx'", id="nor does an integral's variable"),
        pytest.param("x + 1", {"m": "3"}, "x + 1", id="nothing to replace"),
    ],
)
def test_put_in(text, defined, expected):
    assert plain(put_in(tree(text), definitions(**defined), 1_000)) == expected


@pytest.mark.parametrize(
    "text, defined, sentence",
    [
        pytest.param(
            "y + 1", {"y": "n: n"}, "“y” is a function here. Write it with its argument: y(n).", id="without argument"
        ),
        pytest.param("f(1)", {"f": "a b: a"}, "“f” stands for f(a, b) here, with 2 arguments.", id="too few"),
        pytest.param("y(1)", {"y": "3"}, "“y” stands for y here, with no argument.", id="no function"),
        pytest.param(
            "y(2 n)",
            {"y": "n: \\frac{d}{dn} n^2"},
            "A derivative or integral by n cannot be put in where n is replaced.",
            id="a derivative by what is replaced",
        ),
        pytest.param(
            "y(y(y(n)))",
            {"y": "n: " + "+".join("n" * 20)},
            "What the names stand for is too long to be put in.",
            id="too large",
        ),
    ],
)
def test_what_cannot_be_put_in(text, defined, sentence):
    with pytest.raises(UnfitDefinitionError) as caught:
        put_in(tree(text), definitions(**defined), 1_000)
    assert str(caught.value) == sentence


def test_a_derivative_stays_where_its_variable_does():
    assert plain(put_in(tree("y(n) + 1"), definitions(y="n: \\frac{d}{dn} n^2"), 1_000)) == plain(
        tree("\\frac{d}{dn} n^2 + 1")
    )


def test_names_are_symbols_and_functions_but_not_what_is_bound():
    assert names_in(tree("sum_{k=1}^{n} y(k) m + sin(x)")) == {"n", "y", "m", "x", "sin"}
