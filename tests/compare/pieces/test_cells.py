"""The cells between borders: every value of the domain lies in one, and each has a value to be tried."""

from fractions import Fraction

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.pieces.cells import cells
from fullmarks.expr.domains import parse_domain

RATIONALS = st.fractions(-30, 30, max_denominator=6)
DOMAINS = (
    *("real", "positive", "nonzero", "nonpositive", "real in (0, 1)", "real in [-2, 7]"),
    *("integer", "positive integer", "nonzero integer", "natural", "integer in [-3, 40]", "integer in (2, 9)"),
)


def fraction(value):
    return Fraction(int(value.p), int(value.q))


def side(value, borders):
    """Which borders a value lies below, on, or above: what decides every condition."""
    return tuple((value > border) - (value < border) for border in borders)


@given(st.sampled_from(DOMAINS), st.sets(RATIONALS, max_size=5), st.lists(RATIONALS, min_size=5, max_size=30))
def test_every_value_is_in_a_cell(words, borders, values):
    """Whatever lies on one side of all borders in the domain is on the sides of a value that is tried."""
    domain, ordered = parse_domain(words), sorted(borders)
    found = cells({fmpq(border.numerator, border.denominator) for border in borders}, domain)
    tried = {side(fraction(value), ordered) for cell in found for value in cell.inside}
    if domain.kind == "integer":
        values = [Fraction(int(value)) for value in values]
    assert {side(value, ordered) for value in values if domain.contains(value)} <= tried
    assert all(domain.contains(fraction(value)) for cell in found for value in (*cell.inside, *cell.all))
    for cell in found:
        assert len({side(fraction(value), ordered) for value in (*cell.inside, *cell.all)}) == 1


@pytest.mark.parametrize(
    "words, expected",
    [
        ("integer", [(), (0,), (1, 2, 3, 4, 5, 6), (7,), ()]),
        ("positive integer", [(1, 2, 3, 4, 5, 6), (7,), ()]),
        ("nonzero integer", [(), (1, 2, 3, 4, 5, 6), (7,), ()]),
        ("real", [(), (), (), (0,), (7,)]),
        ("positive", [(), (), (7,)]),
    ],
)
def test_few_values_are_all_named(words, expected):
    found = cells({fmpq(0), fmpq(7)}, parse_domain(words))
    assert [cell.all for cell in found] == [tuple(fmpq(value) for value in values) for values in expected]
