"""What one point shows of patchy functions: equal only where every term of that point counts."""

import pytest

SIN = "|sin(x)|"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(f"{SIN} + piecewise(1 - erf(x^2) if x > 4, 0 otherwise)", id="a rest of the error function"),
        pytest.param(f"{SIN} + (1 - tanh(30x)) (sign(x - 9) + 1)", id="a rest of a hyperbolic tangent"),
        pytest.param(f"{SIN} + piecewise(e^(-x^4) if x > 5, 0 otherwise)", id="a tiny exponential"),
        pytest.param(f"{SIN} + piecewise(10^(-400) if x > 5, 0 otherwise)", id="a tiny number"),
        pytest.param(f"{SIN} + (1 - |tanh(x)|) (sign(x - 30) + 1)", id="far out"),
    ],
)
def test_a_term_that_is_tiny_where_it_is_not_zero(answer: str, compare):
    assert compare(answer, SIN).equal is False


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(f"{SIN} + |tanh(x^2)| - tanh(x^2)", id="a term that is always zero"),
        pytest.param("|sin(-x)|", id="turned"),
        pytest.param("sqrt(sin(x)^2)", id="a root of a square"),
    ],
)
def test_the_same(answer: str, compare):
    assert compare(answer, SIN).equal
