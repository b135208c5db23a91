"""Steps along one integer, by its residues: what holds in every class holds for all integers."""

import pytest

from fullmarks.compare.algebra.residues import equal_by_residues
from fullmarks.limits import DEFAULT


@pytest.fixture(scope="module")
def in_every_class(tree_of, assuming):
    def compared(left, right, domains):
        return equal_by_residues(tree_of(left, domains), tree_of(right, domains), assuming(domains).domains, DEFAULT)

    return compared


@pytest.mark.parametrize(
    "left, right",
    [
        pytest.param("ceil(n/2)", "floor((n + 1)/2)", id="a ceiling as a floor"),
        pytest.param("floor(n/7)", "ceil((n - 6)/7)", id="a longer period"),
        pytest.param("floor(n/2)", "(2n - 1 + (-1)^n)/4", id="an alternating sign"),
        pytest.param("n^2 mod 4", "n mod 2", id="squares"),
        pytest.param("floor(n/2) ceil(n/2)", "floor(n^2/4)", id="a product"),
        pytest.param("a floor(n/2)", "a ceil((n - 1)/2)", id="another symbol beside it"),
    ],
)
def test_equal(in_every_class, left, right):
    assert in_every_class(left, right, {"n": "integer"})


@pytest.mark.parametrize(
    "left, right, domains",
    [
        pytest.param("floor(n/2) + floor(n/3)", "floor(5n/6)", {"n": "integer"}, id="different in some class"),
        pytest.param("floor(n/2)", "n/2", {"n": "integer"}, id="equal in one class alone"),
        pytest.param("ceil(x/2)", "floor((x + 1)/2)", {"x": "real"}, id="a real symbol"),
        pytest.param("floor(n/2 + k)", "ceil((n - 1)/2 + k)", {"n": "integer", "k": "integer"}, id="two symbols"),
        pytest.param("floor(n/97)", "ceil((n - 96)/97)", {"n": "integer"}, id="a period that is too long"),
        pytest.param("n", "n", {"n": "integer"}, id="no steps"),
    ],
)
def test_not_said(in_every_class, left, right, domains):
    assert not in_every_class(left, right, domains)
