"""Lists, pairs and sets: which brackets, which order, how often."""

import pytest

from fullmarks.compare.equal import equal


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("1, 2", "2, 1", id="a list without brackets has no order"),
        pytest.param("1, 1, 2", "2, 1, 1", id="repeated items"),
        pytest.param("(1, 2)", "(1, 2)", id="a pair"),
        pytest.param("(2/2, sqrt(4))", "(1, 2)", id="items of a pair written otherwise"),
        pytest.param("(x + x, 1)", "(2x, 1)", id="items with symbols"),
        pytest.param("{1, 2}", "{2, 1}", id="a set has no order"),
        pytest.param("{1, 2, 2}", "{1, 1, 2}", id="a set counts once"),
        pytest.param("{sqrt(4), 2, 1}", "{1, 2}", id="equal items of a set written otherwise"),
        pytest.param("{x, |x|, -x}", "{-x, x, |x|}", id="items that are equal here and there"),
        pytest.param("{(1, 2), (3, 4)}", "{(3, 4), (1, 2)}", id="a set of pairs"),
        pytest.param("{{1, 2}, {3}}", "{{3}, {2, 1}}", id="a set of sets"),
        pytest.param("((1, 2), 3)", "((1, 2), 3)", id="a pair in a pair"),
        pytest.param("[1, 2, 3]", "[1, 2, 3]", id="square brackets"),
        pytest.param("{}", "{}", id="no items"),
        pytest.param("{pi, e}", "{e, pi}", id="constants"),
    ],
)
def test_equal(compare, answer, expected):
    assert compare(answer, expected).equal


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("(2, 1)", "(1, 2)", id="the order of a pair"),
        pytest.param("[2, 1, 3]", "[1, 2, 3]", id="the order in square brackets"),
        pytest.param("1, 2", "1, 2, 3", id="an item too few"),
        pytest.param("1, 2, 2", "1, 2", id="an item twice in a list"),
        pytest.param("1, 1, 2", "1, 2, 2", id="which item is repeated"),
        pytest.param("{1, 2, 3}", "{1, 2}", id="an item too many"),
        pytest.param("{1, 2}", "{1, 3}", id="another item"),
        pytest.param("{1, 2}", "(1, 2)", id="a set and a pair"),
        pytest.param("{1, 2}", "1, 2", id="a set and a list"),
        pytest.param("(1, 2)", "[1, 2]", id="a pair and an interval"),
        pytest.param("{1}", "1", id="a set of one and its member"),
        pytest.param("1, 2", "1", id="a list and a number"),
        pytest.param("{{1, 2}, 3}", "{1, 2, 3}", id="a set in a set"),
        pytest.param("((1, 2), 3)", "(1, (2, 3))", id="which pair stands in the pair"),
        pytest.param("{1, sin(11)}", "{1, -1}", id="an item that nearly agrees"),
        pytest.param("(1/3, 0)", "(0.333, 0)", id="a rounded item"),
        pytest.param("{1e-400}", "{0}", id="a small item"),
    ],
)
def test_different(compare, answer, expected):
    assert compare(answer, expected).equal is False


@pytest.mark.parametrize(
    "answer, expected, note",
    [
        ("(1, 2, 3)", "(1, 2)", "3 items, not 2"),
        ("[1, 2]", "(1, 2)", "other brackets"),
        ("{1, 4}", "{1, 2}", "an item that the key does not have"),
        ("1, 2", "x", "a list, where one expression is expected"),
        ("x", "1, 2", "not a list"),
    ],
)
def test_a_difference_of_form_is_said(tree_of, assuming, answer, expected, note):
    assert equal(tree_of(answer), tree_of(expected), assuming({})).evidence.note == note


def test_an_item_that_nobody_can_decide_leaves_the_set_open(compare):
    assert compare("{x + 2^(-10^12), 1}", "{x, 1}").equal is None


def test_another_item_decides_though_one_is_open(compare):
    assert compare("{x + 2^(-10^12), 1}", "{x, 2}").equal is not True
