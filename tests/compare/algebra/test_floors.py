"""Floors, ceilings, roundings and remainders in one form: the same kernel for the same function, and never for another."""

import pytest

from fullmarks.compare.algebra.floors import with_plain_floors
from fullmarks.compare.canonical import key
from fullmarks.expr.nodes import Symbol
from fullmarks.expr.walk import substitute
from fullmarks.limits import DEFAULT

WHOLE = {"n": "integer", "k": "integer", "W": "positive integer", "S": "positive integer"}


@pytest.fixture(scope="module")
def exactly(compare):
    """Whether two texts are equal, by exact arithmetic alone."""

    def compared(left, right):
        found = compare(left, right, WHOLE)
        return found.equal and found.evidence.kind.value in ("identical", "exact")

    return compared


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("floor((W + S)/S)", "floor(W/S) + 1", id="a whole number more"),
        pytest.param("floor((W - k)/S) + 1", "floor((S + W - k)/S)", id="a divisor that is a symbol"),
        pytest.param("floor(2x/4)", "floor(x/2)", id="not in lowest terms"),
        pytest.param("floor((2W - 2k)/(2S))", "floor((W - k)/S)", id="a common factor on both sides of the bar"),
        pytest.param("ceil(x)", "-floor(-x)", id="a ceiling"),
        pytest.param("round(x)", "floor(x + 1/2)", id="a rounding"),
        pytest.param("floor(x + n)", "floor(x) + n", id="an integer symbol"),
        pytest.param("floor(x + n k^2)", "n k^2 + floor(x)", id="a product of integers"),
        pytest.param("floor(n/2) + ceil(n/2)", "n", id="two halves"),
        pytest.param("floor(n + 1/2)", "n", id="a fraction that is lost"),
        pytest.param("floor(7/2)", "3", id="a number"),
        pytest.param("floor(x + floor(y))", "floor(x) + floor(y)", id="a floor inside"),
        pytest.param("floor(sqrt(n^2 + 1) + 1)", "1 + floor(sqrt(n^2 + 1))", id="a root inside"),
        pytest.param("n mod 3", "n - 3 floor(n/3)", id="a remainder"),
        pytest.param("(n + 6) mod 3", "n mod 3", id="a remainder of a period more"),
        pytest.param("x mod 1", "x - floor(x)", id="the fractional part"),
    ],
)
def test_the_same(exactly, left, right):
    assert exactly(left, right)


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("floor(x + y)", "floor(x) + y", id="a symbol that is real"),
        pytest.param("floor(x + 1/2)", "floor(x)", id="half a step"),
        pytest.param("floor(n x)", "n floor(x)", id="a factor"),
        pytest.param("floor(x^2 + 1)", "floor(x + 1)", id="a power"),
        pytest.param("floor(sqrt(S) + 1)", "floor(S + 1)", id="a root is not what stands under it"),
        pytest.param("ceil(W/S)", "floor(W/S)", id="a ceiling"),
        pytest.param("ceil(W/S)", "floor(W/S) + 1", id="a ceiling where the quotient is whole"),
        pytest.param("round(x)", "ceil(x - 1/2)", id="halves go up"),
        pytest.param("n mod 3", "n mod 2", id="another modulus"),
        pytest.param("(-n) mod 3", "-(n mod 3)", id="a negative remainder"),
    ],
)
def test_not_the_same(compare, left, right):
    assert compare(left, right, WHOLE).equal is False


def test_what_is_bound_stays_as_it_is(tree_of, assuming):
    tree = tree_of("sum(floor((k + 2)/2), k, 1, n)", WHOLE)
    assert with_plain_floors(tree, assuming(WHOLE).domains, DEFAULT) is tree


def test_a_long_argument_stays_as_it_is(tree_of, assuming):
    tree = tree_of("floor((x + y + z + 1)^9/7)")
    assert with_plain_floors(tree, assuming(None).domains, DEFAULT) == tree


def test_names_of_any_length_are_told_apart(tree_of, assuming):
    """Names are written with their lengths, so that no name can look like a term."""
    domains = assuming(None).domains
    first = with_plain_floors(tree_of("floor(x y/2)"), domains, DEFAULT)
    odd = substitute(tree_of("floor(z/2)"), {"z": Symbol("x^1*2:$y")})
    assert key(first) != key(with_plain_floors(odd, domains, DEFAULT))
