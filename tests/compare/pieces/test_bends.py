"""Where a tree bends along a symbol, and which formula it is between the borders."""

import pytest
from flint import fmpq

from fullmarks.compare.pieces.bends import NowhereError, bends, bent_symbol
from fullmarks.expr.plain import plain


@pytest.mark.parametrize(
    "text, borders, at, formula",
    [
        pytest.param("x if x > 1, else -x", {1}, 2, "x", id="a piece"),
        pytest.param("x if x > 1, else -x", {1}, 1, "-x", id="a border that belongs to the other"),
        pytest.param("x^2 if 0 <= 2x < 3, else a", {0, fmpq(3, 2)}, 1, "x^2", id="a chain"),
        pytest.param("2 |x - 3| + a", {3}, 0, "2*(-(x - 3)) + a", id="an absolute value"),
        pytest.param("sign(1 - x)", {1}, 1, "0", id="a sign at zero"),
        pytest.param("max(x, 2 - x, 0)", {0, 1, 2}, 5, "x", id="the largest of three"),
        pytest.param("min(x, 2 - x)", {1}, 5, "2 - x", id="the smallest"),
        pytest.param("(1 if x > 0, else |x + 4|) + 1", {0, -4}, -5, "-(x + 4) + 1", id="one within another"),
        pytest.param("1 if x = 2, else 0", {2}, 2, "1", id="a single point"),
        pytest.param("1 if x > 2/3 (x - 1), else 0", {-2}, 0, "1", id="the symbol on both sides"),
    ],
)
def test_borders_and_formulas(tree_of, text, borders, at, formula):
    found = bends(tree_of(text), "x")
    assert found is not None
    assert found.borders == {fmpq(border) for border in borders}
    assert plain(found.formula(fmpq(at))) == formula


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 if x^2 > 2, else 0", id="a border that is no zero of a line"),
        pytest.param("1 if x > a, else 0", id="a border that another symbol moves"),
        pytest.param("|sin(x)|", id="a wave"),
        pytest.param("1 if x > pi, else 0", id="a border that is not rational"),
        pytest.param("sum(|k - x|, k, 1, 3)", id="a bend where an index is bound"),
        pytest.param("+".join(f"|x - {k}|" for k in range(40)), id="too many borders"),
    ],
)
def test_unknown_bends(tree_of, text):
    assert bends(tree_of(text), "x") is None


def test_no_piece(tree_of):
    found = bends(tree_of("x if x > 0"), "x")
    with pytest.raises(NowhereError):
        found.formula(fmpq(-1))


def test_what_does_not_bend_stays_the_same_tree(tree_of):
    tree = tree_of("(x + 1)^2 if x > 0, else 0")
    assert bends(tree, "x").formula(fmpq(1)) is tree.branches[0][0]


@pytest.mark.parametrize(
    "texts, name",
    [
        (("|x|", "x if x > 0, else -x"), "x"),
        (("a |x|", "1"), "x"),
        (("|x|", "|y|"), None),
        (("|x - y|", "1"), None),
        (("x", "x^2"), None),
    ],
)
def test_the_symbol_along_which_trees_bend(tree_of, texts, name):
    assert bent_symbol([tree_of(text) for text in texts]) == name
