"""Equations of waves with the same solutions, through all that compares statements; and what stands above their lines."""

import pytest

from fullmarks.compare.equal import equal
from fullmarks.compare.statements.numerators import numerator
from fullmarks.compare.statements.same_zeros import same_zeros


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param("tan x = 0", "sin x = 0", id="tangent and sine"),
        pytest.param("cot x = 0", "cos x = 0", id="cotangent and cosine"),
        pytest.param("tan x = 1", "sin x = cos x", id="a quotient of waves"),
        pytest.param("sec x = 2", "cos x = 1/2", id="one over a wave"),
        pytest.param("csc x = 1", "sin x = 1", id="one over another"),
        pytest.param("tan(x)^2 = 1", "cos(2x) = 0", id="another frequency"),
        pytest.param("sin(x)^2 = 1", "cos x = 0", id="a double zero"),
    ],
)
def test_same(answer: str, key: str, compare):
    assert compare(answer, key).equal


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param("tan x = 0", "cos x = 0", id="zeros for poles"),
        pytest.param("tan(2x) = 0", "sin x = 0", id="more zeros"),
        pytest.param("cos x = 0", "sin x = 1", id="twice as many"),
        pytest.param("sec x = 0", "sin x = 0", id="no zeros"),
        pytest.param("sin x = 2", "tan x = 0", id="none beside some"),
    ],
)
def test_different(answer: str, key: str, compare):
    assert compare(answer, key).equal is False


@pytest.mark.parametrize(
    "answer, key",
    [
        pytest.param("sin x = 1/3", "csc x = 3", id="no usual angle"),
        pytest.param("sin x = y", "tan x = 0", id="two symbols"),
        pytest.param("x = 0", "sin x = 0", id="no wave"),
    ],
)
def test_cannot_tell(answer: str, key: str, tree_of, assuming):
    assert same_zeros(tree_of(answer), tree_of(key), assuming({})) is None


@pytest.mark.parametrize(
    "text, above",
    [
        pytest.param("tan x", "sin x", id="tangent"),
        pytest.param("sec x - 2", "1 - 2 cos x", id="a difference"),
        pytest.param("tan(x)^2 - 1", "sin(x)^2 - cos(x)^2", id="a power"),
        pytest.param("(1/x)/(1/y)", "y", id="a quotient of quotients"),
        pytest.param("tan x cot x", "sin x cos x", id="a product"),
        pytest.param("-csc x", "-1", id="a sign"),
        pytest.param("sin x + 1", "sin x + 1", id="no line"),
    ],
)
def test_numerator(text: str, above: str, tree_of, assuming):
    assert equal(numerator(tree_of(text)), tree_of(above), assuming({})).equal
