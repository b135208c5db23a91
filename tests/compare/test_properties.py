"""Equality held against an oracle of its own: random formulas, rewritten (still equal) or spoiled (not equal any more)."""

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fullmarks.read.reader import read
from tests.compare.asked import claimed, compared, steady
from tests.compare.formulas import FORMULAS, PATCHY, parted, parted_where_defined, rewritten, spoiled, text

SEEDS = st.integers(0, 2**32)


@given(FORMULAS, SEEDS, st.integers(1, 6))
@settings(steady, max_examples=250)
def test_a_rewritten_formula_is_equal(formula, seed, times):
    dice, other = random.Random(seed), formula
    for _ in range(times):
        other = rewritten(other, dice)
    assert compared(text(other), text(formula)) is True


@given(FORMULAS, SEEDS, st.integers(0, 3))
@settings(steady, max_examples=250)
def test_a_spoiled_formula_is_different(formula, seed, times):
    dice = random.Random(seed)
    other = spoiled(formula, dice)
    for _ in range(times):
        other = rewritten(other, dice)
    assume(parted(formula, other))
    assert compared(text(other), text(formula)) is False


@given(FORMULAS)
@settings(steady, max_examples=60)
def test_every_formula_equals_itself(formula):
    assert compared(text(formula), text(formula)) is True


@given(FORMULAS, FORMULAS, SEEDS)
@settings(steady, max_examples=120)
def test_equality_is_symmetric(formula, other, seed):
    dice = random.Random(seed)
    for second in (other, rewritten(formula, dice), spoiled(formula, dice)):
        assert compared(text(formula), text(second)) is compared(text(second), text(formula))


@given(FORMULAS, SEEDS)
@settings(steady, max_examples=100)
def test_no_verdict_depends_on_the_seed(formula, seed):
    dice = random.Random(seed)
    for second in (rewritten(formula, dice), spoiled(formula, dice)):
        assert len({compared(text(formula), text(second), seed=str(number)) for number in range(3)}) == 1


@given(FORMULAS, SEEDS)
@settings(steady, max_examples=120)
def test_exact_arithmetic_claims_what_sampling_sees(formula, seed):
    """The order in which evidence is sought saves time and never changes a verdict."""
    dice = random.Random(seed)
    for second in (rewritten(formula, dice), spoiled(formula, dice)):
        other = read(text(second)).tree
        claim = claimed(read(text(formula)).tree, other, {})
        seen = parted(formula, second)
        assert not (claim is True and seen)
        if claim is not None:
            assert compared(text(formula), text(second)) is claim
        if seen:
            assert compared(text(formula), text(second)) is False


@given(PATCHY, SEEDS, st.integers(1, 4))
@settings(steady, max_examples=200)
def test_a_rewritten_formula_with_gaps_is_never_different(formula, seed, times):
    dice, other = random.Random(seed), formula
    for _ in range(times):
        other = rewritten(other, dice)
    assert compared(text(other), text(formula)) is not False


@given(PATCHY, SEEDS)
@settings(steady, max_examples=200)
def test_a_spoiled_formula_with_gaps_is_never_equal(formula, seed):
    other = spoiled(formula, random.Random(seed))
    assume(parted_where_defined(formula, other))
    assert compared(text(other), text(formula)) is not True
