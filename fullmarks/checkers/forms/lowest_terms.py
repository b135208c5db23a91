"""Lowest terms: no fraction whose numerator and denominator still have a common factor, number or polynomial.

``6/8``, ``4/2``, ``(2x + 2)/4`` and ``(x² - 1)/(x - 1)`` are none, nor is a fraction inside a fraction. A decimal is no fraction.
What is too large to look into counts as being in lowest terms.
"""

from __future__ import annotations

from math import gcd

from flint import fmpq_mpoly

from fullmarks.checkers.forms.written_form import WrittenForm
from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.algebra.quotients import quotients
from fullmarks.expr.nodes import Divide, Node
from fullmarks.expr.walk import walk
from fullmarks.limits import DEFAULT

MOST_TERMS = 64
"""Longer polynomials are not searched for common factors."""


def holds(answer: Node, _expected: Node) -> bool:
    """Whether every fraction is in lowest terms."""
    return all(_is_lowest(part) for part in walk(answer) if isinstance(part, Divide))


def _is_lowest(fraction: Divide) -> bool:
    above, below = constant(fraction.numerator), constant(fraction.denominator)
    if above is not None and below is not None:
        whole = above.denominator == below.denominator == 1
        return whole and abs(below) != 1 and gcd(int(above), int(below)) == 1
    found = quotients((fraction.numerator, fraction.denominator), {}, DEFAULT)
    if found is None:
        return True
    (upper, upper_below), (lower, lower_below) = found.pairs
    if not (upper_below.is_constant() and lower_below.is_constant()):
        return False
    if max(len(upper), len(lower)) > MOST_TERMS:
        return True
    return upper.gcd(lower).is_constant() and gcd(_content(upper), _content(lower)) == 1


def _content(polynomial: fmpq_mpoly) -> int:
    """The greatest common divisor of whole coefficients; 1 where there are others."""
    coefficients = list(polynomial.coeffs())
    if any(coefficient.q != 1 for coefficient in coefficients):
        return 1
    return gcd(*(int(coefficient.p) for coefficient in coefficients))


FORM = WrittenForm(
    "lowest terms", holds, "This is equal to what is expected, but a fraction in it can be reduced further."
)
