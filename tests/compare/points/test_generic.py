"""Sample points: the same for the same seed, in the declared domain, small ones first."""

from fractions import Fraction
from itertools import islice

import pytest
from flint import acb, fmpq

from fullmarks.compare.points.generic import generic, with_integers
from fullmarks.expr.domains import POSITIVE_INTEGER, REAL, parse_domain

DOMAINS = (
    "real",
    "positive",
    "negative",
    "nonnegative",
    "nonpositive",
    "nonzero",
    "integer",
    "positive integer",
    "negative integer",
    "nonnegative integer",
    "nonzero integer",
    "natural",
    "real in (0, 1)",
    "real in [-1, 1]",
    "real in (5, infinity)",
    "real in (-infinity, -5]",
    "real in (0.001, 0.002)",
    "integer in [0, 1]",
    "integer in [3, 17]",
    "integer in (3, 5)",
    "integer in [-1000000, infinity)",
)


def points(names, words, seed="", count=60):
    return list(islice(generic(names, dict.fromkeys(names, parse_domain(words)), seed), count))


def exact(value):
    return Fraction(int(value.p), int(value.q))


@pytest.mark.parametrize("words", DOMAINS)
@pytest.mark.parametrize("seed", ["", "1", "some item's hash"])
def test_every_point_lies_in_the_domain(words, seed):
    domain = parse_domain(words)
    outside = [point["x"] for point in points(("x",), words, seed) if not domain.contains(exact(point["x"]))]
    assert outside == []


@pytest.mark.parametrize("words", [*DOMAINS, "complex"])
def test_the_same_seed_gives_the_same_points(words):
    assert list(map(str, points(("x", "y"), words, "s"))) == list(map(str, points(("x", "y"), words, "s")))


def test_another_seed_gives_other_points():
    assert points(("x",), "real", "1") != points(("x",), "real", "2")


def test_two_symbols_have_values_of_their_own():
    assert all(point["x"] != point["y"] for point in points(("x", "y"), "real"))


def test_a_symbol_keeps_its_values_whatever_stands_beside_it():
    alone, together = points(("x",), "real"), points(("a", "x", "y"), "real")
    assert [point["x"] for point in alone] == [point["x"] for point in together]


def test_the_first_points_are_small():
    assert all(exact(point["x"]) < 10 for point in points(("x",), "positive", count=3))


@pytest.mark.parametrize("words", ["real", "nonzero", "integer", "nonzero integer", "real in [-1, 1]"])
def test_both_signs_are_met(words):
    signs = {point["x"] > 0 for point in points(("x",), words, count=24)}
    assert signs == {True, False}


def test_both_parities_are_met():
    assert {int(point["n"].p) % 2 for point in points(("n",), "integer", count=24)} == {0, 1}


def test_a_small_finite_domain_is_met_whole():
    assert {int(point["n"].p) for point in points(("n",), "integer in [0, 3]")} == {0, 1, 2, 3}


def test_complex_points_lie_in_every_quadrant_and_far_from_the_real_line():
    values = [point["z"] for point in points(("z",), "complex")]
    assert all(isinstance(value, acb) for value in values)
    off_the_line = [value for value in values if value.imag != 0]
    assert {(bool(value.real > 0), bool(value.imag > 0)) for value in off_the_line} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert any(abs(value.imag) > 7 for value in values), "beyond two pi, where exponentials repeat"


def test_complex_points_lie_on_the_cut():
    assert any(point["z"].imag == 0 and point["z"].real < 0 for point in points(("z",), "complex"))


def test_undeclared_symbols_are_real():
    [point] = islice(generic(("x",), {}, ""), 1)
    assert isinstance(point["x"], fmpq)


def test_no_symbols_have_one_point_without_values():
    assert next(generic((), {}, "")) == {}


@pytest.mark.parametrize(
    "declared, counted, expected",
    [
        pytest.param({}, {"n"}, {"n": POSITIVE_INTEGER}, id="a bound of a sum"),
        pytest.param({"n": REAL}, {"n"}, {"n": REAL}, id="what is declared stays"),
        pytest.param({"x": REAL}, set(), {"x": REAL}, id="nothing is counted"),
    ],
)
def test_what_counts_is_an_integer_unless_it_is_declared(declared, counted, expected):
    assert with_integers(declared, counted) == expected
