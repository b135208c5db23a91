"""Trials: what a suspicion is answered with, what is kept, and where it ends."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.workspace import Workspace, lasting
from fullmarks.diagnose.near_miss import MOST_TRIALS, Trial
from fullmarks.expr.nodes import Negate, Node
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary


def tree(text: str) -> Node:
    return read(text, Vocabulary({})).tree


@pytest.mark.parametrize(
    "answer, key, ratio",
    [
        pytest.param("2 x", "x", Fraction(2), id="twice"),
        pytest.param("x^2", "x", None, id="no number"),
        pytest.param("x + x", "2 x", None, id="one is no factor"),
        pytest.param("x/3", "x", Fraction(1, 3), id="a third"),
    ],
)
def test_ratios(answer: str, key: str, ratio: Fraction | None):
    assert Trial(Assumptions()).ratio(tree(answer), tree(key)) == ratio


def test_past_its_bound_nothing_is_true():
    trial, one = Trial(Assumptions()), tree("x + x")
    assert all(trial.same(one, tree("2 x")) for _ in range(MOST_TRIALS + 6))
    assert not trial.same(one, tree("2 x"))


def test_which_entries_differ():
    trial = Trial(Assumptions(), entries=3)
    given, wanted = [tree(text) for text in ("x + x", "y", "3")], [tree(text) for text in ("2 x", "x", "3")]
    assert trial.different(given, wanted) == (1,)
    assert trial.different(given, wanted) == (1,)


def _turned(expected: Node) -> Iterator[Node]:
    yield Negate(expected)


def test_a_key_of_an_author_is_spoilt_once():
    key = tree("x + 1")
    author = lasting([key])
    first, second = (
        Trial(Assumptions(workspace=Workspace(author))).spoilt(key, _turned)[0] for _ in ("an answer", "the next one")
    )
    assert first is second
    other = tree("x + 1")
    assert Trial(Assumptions(workspace=Workspace(author))).spoilt(other, _turned)[0] is not first
