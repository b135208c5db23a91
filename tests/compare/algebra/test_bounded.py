"""Bounds of a tree by those of its parts, with ends that are reached or not."""

import pytest

from fullmarks.compare.algebra.bounded import between

DOMAINS = {
    "p": "real in (0, 1)",
    "q": "real in [0, 1]",
    "x": "real in (-1, 1)",
    "t": "positive",
    "n": "positive integer",
}


@pytest.mark.parametrize(
    "text, is_small",
    [
        pytest.param("p", True, id="a chance"),
        pytest.param("1 - p", True, id="its complement"),
        pytest.param("p (1 - p)", True, id="a product"),
        pytest.param("-p", True, id="negative"),
        pytest.param("x^2", True, id="a square"),
        pytest.param("-x^3", True, id="a cube"),
        pytest.param("p q", True, id="an end that only one of them reaches"),
        pytest.param("1/(1 + t)", True, id="a quotient"),
        pytest.param("e^(-t)", True, id="an exponential"),
        pytest.param("1/(n + 1)", True, id="of whole numbers"),
        pytest.param("q", False, id="one may be reached"),
        pytest.param("1 - q", False, id="at the other end"),
        pytest.param("2p", False, id="twice"),
        pytest.param("p + x", False, id="a sum"),
        pytest.param("1/n", False, id="one over one"),
        pytest.param("1/p", False, id="without an upper end"),
        pytest.param("1/x", False, id="across zero"),
        pytest.param("e^t", False, id="growing"),
        pytest.param("y", False, id="nothing known"),
        pytest.param("sin(p)", False, id="a function"),
    ],
)
def test_is_small(text: str, *, is_small: bool, tree_of, assuming):
    found = between(tree_of(text, DOMAINS), assuming(DOMAINS).domains)
    assert (found is not None and found.is_small) is is_small
