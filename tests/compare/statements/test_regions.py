"""Regions beside conditions: what is the same set of numbers, and what only asks for it."""

from __future__ import annotations

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.read.reader import read


@pytest.mark.parametrize(
    "answer, expected, same",
    [
        pytest.param(r"x \ne 0", r"\mathbb{R} \setminus \{0\}", True, id="all but a point"),
        pytest.param("x >= 0 and x <= 1", "[0, 1]", True, id="two bounds"),
        pytest.param("0 < x <= 1", "(0, 1)", False, id="an end that belongs"),
        pytest.param("x < -2 or x > 2", r"(-\infty, -2) \cup (2, \infty)", True, id="two rays"),
        pytest.param("x < -2 or x > 2", r"(-\infty, -2] \cup (2, \infty)", False, id="two rays, another end"),
        pytest.param("(-2, 2)", "|x| < 2", True, id="a condition that is asked for, solved"),
        pytest.param("[-2, 2]", "|x| < 2", False, id="solved with the wrong ends"),
        pytest.param(r"(-\infty, -2) \cup (2, \infty)", "x^2 > 4", True, id="a square"),
        pytest.param("|x| > 2", r"(-\infty, -2) \cup (2, \infty)", True, id="a distance says as much as the set"),
        pytest.param("x^2 > 4", r"(-\infty, -2) \cup (2, \infty)", False, id="the question is no answer"),
        pytest.param(r"(-\infty, \infty)", r"\mathbb{R}", True, id="the whole line"),
    ],
)
def test_region_and_condition(answer: str, expected: str, *, same: bool) -> None:
    assert equal(read(answer).tree, read(expected).tree, Assumptions()).equal is same
