"""What a glimpse refutes, and that nothing true is refuted."""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.points.glimpses import Glimpses
from fullmarks.compare.workspace import Workspace
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from tests.compare.asked import compared, steady
from tests.compare.formulas import FORMULAS, parted, rewritten, spoiled, text

SEEDS = st.integers(0, 2**32)
REALS = {"x": "real", "y": "real"}


def glimpses(assumptions: Assumptions, evaluations: int = 20_000) -> Glimpses:
    return Glimpses(assumptions, Workspace(), evaluations)


@pytest.mark.parametrize(
    "one, other, domains, refuted",
    [
        pytest.param("x + x", "2 x", REALS, False, id="equal"),
        pytest.param("x^2", "x^2 + 1", REALS, True, id="different"),
        pytest.param(
            "floor(n/2)", "floor((n + 1)/2)", {"n": "positive integer"}, True, id="equal at every other point"
        ),
        pytest.param("sqrt(x - 5)^2 + y", "x - 5 + y", REALS, True, id="no value in a region"),
        pytest.param("sqrt(-1 - x^2)", "-sqrt(-1 - x^2)", REALS, True, id="no value anywhere"),
        pytest.param("sqrt(-1 - x^2)", "sqrt(-1 - x^2)", REALS, False, id="no value anywhere, but the same"),
        pytest.param("int_0^x t dt", "x^2/2", REALS, True, id="a value that is not worked out here"),
        pytest.param("int_0^x t dt", "int_0^x t dt", REALS, False, id="two such values"),
        pytest.param("x ± y", "x + y", REALS, True, id="two values, and one"),
        pytest.param("x ± y", "y ± x", REALS, False, id="two values each"),
        pytest.param("z^2", "-z^2", {"z": "complex"}, True, id="complex numbers"),
        pytest.param("e^(i x)", "cos(x) + i sin(x)", REALS, False, id="the imaginary unit on both sides"),
        pytest.param("sum_(k=1)^n x_k", "sum_(j=1)^n x_j", {"n": "positive integer"}, False, id="a family"),
        pytest.param("sum_(k=1)^n x_k", "sum_(k=0)^n x_k", {"n": "positive integer"}, True, id="another family"),
        pytest.param("f(x)", "x", REALS, True, id="an unknown function"),
    ],
)
def test_what_is_refuted(tree_of, assuming, one: str, other: str, domains: dict[str, str], refuted: bool):
    trees = tree_of(one, domains), tree_of(other, domains)
    seen = glimpses(assuming(domains))
    assert seen.refute_equality(*trees) is refuted
    assert seen.refute_equality(*trees[::-1]) is refuted


@pytest.mark.parametrize(
    "one, other, refuted",
    [
        pytest.param("2 x + 2 y", "x + y", False, id="twice"),
        pytest.param("x + 2 y", "x + y", True, id="no constant"),
        pytest.param("x + x", "2 x", True, id="the same"),
        pytest.param("0 x", "x", False, id="zero"),
    ],
)
def test_which_proportions_are_refuted(tree_of, assuming, one: str, other: str, refuted: bool):
    assert glimpses(assuming(REALS)).refute_proportion(tree_of(one), tree_of(other)) is refuted


def test_units_are_not_looked_at(tree_of, assuming):
    assert not glimpses(assuming({})).part(tree_of("5 \\text{ m}"), tree_of("500 \\text{ cm}"))


def test_where_nothing_is_left_to_pay_with_nothing_is_hoped_for(tree_of, assuming):
    assert glimpses(assuming(REALS), evaluations=1).refute_equality(tree_of("x + x"), tree_of("2 x"))
    assert not glimpses(assuming(REALS), evaluations=1).part(tree_of("x + x"), tree_of("3 x"))


@given(FORMULAS, SEEDS, st.integers(1, 6))
@settings(steady, max_examples=150)
def test_nothing_equal_is_refuted(formula, seed, times):
    dice, other = random.Random(seed), formula
    for _ in range(times):
        other = rewritten(other, dice)
    trees = (read(text(one), Vocabulary({})).tree for one in (other, formula))
    assert not glimpses(Assumptions()).part(*trees)


@given(FORMULAS, SEEDS)
@settings(steady, max_examples=150)
def test_what_parts_is_different(formula, seed):
    other = spoiled(formula, random.Random(seed))
    trees = [read(text(one), Vocabulary({})).tree for one in (other, formula)]
    assume(glimpses(Assumptions()).part(*trees))
    assert compared(text(other), text(formula)) is False
    assert parted(formula, other) is not None
