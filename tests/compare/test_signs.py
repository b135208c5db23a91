"""Plus-minus: both values, in any order."""

import pytest

from fullmarks.compare.signs import both_signs, has_plus_minus
from fullmarks.expr.plain import plain


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("±3", "±3", id="the same"),
        pytest.param("±3", "∓3", id="the other sign first"),
        pytest.param("±(-3)", "±3", id="a negative inside"),
        pytest.param("±sqrt(9)", "±3", id="written otherwise"),
        pytest.param("±3", "{3, -3}", id="a set"),
        pytest.param("±3", "3, -3", id="a list"),
        pytest.param("3 ± 2", "1, 5", id="a sum"),
        pytest.param("3 ± 2", "3 ∓ 2", id="a sum with the other sign first"),
        pytest.param("±x", "±|x|", id="either sign of a symbol"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "-b/(2a) ± sqrt(b^2 - 4 a c)/(2a)", id="the quadratic formula"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "-b/(2a) ± sqrt(b^2/(4a^2) - c/a)", id="the root divided inside"),
        pytest.param("(b ± sqrt(b^2 - 4 a c))/(-2a)", "(-b ± sqrt(b^2 - 4 a c))/(2a)", id="signs turned"),
        pytest.param("1 ± i", "1 ∓ i", id="a conjugate pair"),
        pytest.param("x = ±3", "x = 3 or x = -3", id="an equation"),
    ],
)
def test_equal(compare, answer, expected):
    assert compare(answer, expected).equal


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("±3", "3", id="one value"),
        pytest.param("±3", "±4", id="another number"),
        pytest.param("±3", "{3, -4}", id="another set"),
        pytest.param("3 ± 2", "2 ± 3", id="the centre and the distance"),
        pytest.param("±x", "±x^2", id="another expression"),
        pytest.param("±x", "±(x + 1e-30)", id="nearly the same"),
        pytest.param("±3", "{3, -3, 0}", id="a value too few"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "-b ± sqrt(b^2 - 4 a c)/(2a)", id="only the root divided"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "(b ± sqrt(b^2 - 4 a c))/(2a)", id="the sign of b"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "(-b ± sqrt(b^2 + 4 a c))/(2a)", id="the sign under the root"),
        pytest.param("(-b ± sqrt(b^2 - 4 a c))/(2a)", "(-b + sqrt(b^2 - 4 a c))/(2a)", id="one root of two"),
    ],
)
def test_different(compare, answer, expected):
    assert compare(answer, expected).equal is False


@pytest.mark.parametrize(
    "text, upper, lower",
    [
        ("±3", "3", "-3"),
        ("∓3", "-3", "3"),
        ("a ± b", "a + b", "a - b"),
        ("a ∓ b", "a - b", "a + b"),
        ("a ± b ∓ c", "(a + b) - c", "(a - b) + c"),
        ("(1 ± x)/2", "(1 + x)/2", "(1 - x)/2"),
    ],
)
def test_both_signs(tree_of, text, upper, lower):
    assert tuple(map(plain, both_signs(tree_of(text)))) == (upper, lower)


@pytest.mark.parametrize("text, found", [("±3", True), ("1 + 2", False), ("sin(1 ± x)", True), ("{1, ±2}", True)])
def test_has_plus_minus(tree_of, text, found):
    assert has_plus_minus(tree_of(text)) is found
