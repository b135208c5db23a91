"""Intervals and their unions."""

import pytest


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("[0, 1)", "[0, 1)", id="the same"),
        pytest.param("[1/2, 2)", "[0.5, 4/2)", id="ends written otherwise"),
        pytest.param("[0, sqrt(4))", "[0, 2)", id="an end with a root"),
        pytest.param("(-infinity, 3)", "(-∞, 3)", id="infinity"),
        pytest.param("[-∞, 3) ∪ (5, 6)", "(-∞, 3) ∪ (5, 6)", id="no closed end at infinity"),
        pytest.param("(0, 1) ∪ (2, 3)", "(2, 3) ∪ (0, 1)", id="a union in another order"),
        pytest.param("(0, 1] ∪ [1, 2)", "(0, 1] ∪ (1, 2)", id="pieces that touch"),
        pytest.param("(0, 1) ∪ [1, 2)", "(0, 2) ∪ (0, 1)", id="pieces that touch or lie in each other"),
        pytest.param("(0, 2) ∪ (1, 3)", "(0, 3) ∪ (1, 2)", id="pieces that overlap"),
        pytest.param("(0, 1) ∪ {1} ∪ (1, 2)", "(0, 1] ∪ (1, 2)", id="a hole that is filled"),
        pytest.param("(0, 1) ∪ (5, 3)", "(0, 1) ∪ (2, 2)", id="empty pieces"),
        pytest.param("(-∞, 0) ∪ (0, ∞)", "(0, ∞) ∪ (-∞, 0)", id="the line without zero"),
        pytest.param("(-∞, 1) ∪ (0, ∞)", "(-∞, ∞)", id="the whole line"),
        pytest.param("(a, b) ∪ (c, d)", "(c, d) ∪ (a, b)", id="symbolic ends in another order"),
        pytest.param("(a, a + b)", "(a, b + a)", id="symbolic ends"),
        pytest.param("(ln(2), ln(8))", "(ln(2), 3 ln(2))", id="ends with logarithms"),
        pytest.param("(-1, 1) ∪ (1, 2)", "(-1, 1) ∪ (sqrt(1), 2)", id="a hole at a root"),
    ],
)
def test_equal(compare, answer, expected):
    assert compare(answer, expected).equal


@pytest.mark.parametrize(
    "answer, expected",
    [
        pytest.param("[0, 1]", "[0, 1)", id="a closed end"),
        pytest.param("(0, 1]", "[0, 1]", id="an open end"),
        pytest.param("(0, 1)", "(0, 2)", id="another end"),
        pytest.param("(0, 1)", "(0, ∞)", id="an infinite end"),
        pytest.param("(-∞, 0)", "(0, ∞)", id="the other half line"),
        pytest.param("(0, 1) ∪ (1, 2)", "(0, 2) ∪ (0, 1)", id="a hole"),
        pytest.param("(0, 1) ∪ (2, 3)", "(0, 3) ∪ (1, 2)", id="a gap"),
        pytest.param("(0, 1) ∪ (2, 3)", "(0, 1) ∪ (2, 4)", id="an end of a piece"),
        pytest.param("(0, 1) ∪ (2, 3)", "(0, 1) ∪ [2, 3)", id="a border of a piece"),
        pytest.param("(0, 1)", "{0, 1}", id="a set of two"),
        pytest.param("(0, 1]", "{0, 1}", id="a set of two, against a half-open interval"),
        pytest.param("(0, 1.0000001)", "(0, 1)", id="an end that nearly agrees"),
        pytest.param("(0, sqrt(2))", "(0, 1.414213562373095)", id="an end and its decimals"),
        pytest.param("(0, 1e-400)", "(0, 0)", id="a very short interval and none"),
        pytest.param("(a, b)", "(b, a)", id="symbolic ends turned"),
        pytest.param("(a, b) ∪ (c, d)", "(a, c) ∪ (b, d)", id="symbolic ends mixed up"),
        pytest.param("(0, 1)", "5", id="an interval and a number"),
        pytest.param("(0, 1) ∪ (2, 3)", "5", id="a union and a number"),
        pytest.param("(0, 3) ∩ (1, 4)", "(0, 3) ∪ (1, 4)", id="an intersection and a union"),
    ],
)
def test_different(compare, answer, expected):
    assert compare(answer, expected).equal is False
