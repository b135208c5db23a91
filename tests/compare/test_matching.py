"""Items in order and in any order, and what several comparisons say together."""

import pytest

from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind
from fullmarks.compare.matching import distinct, in_any_order, in_order, weakest
from fullmarks.expr.nodes import Symbol

SAME = Comparison(True, Evidence(EvidenceKind.IDENTICAL))
EXACT = Comparison(True, Evidence(EvidenceKind.EXACT))
AGREED = Comparison(True, Evidence(EvidenceKind.AGREED, points=4, bits=1024))
OTHER = Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE))
OPEN = Comparison(None, Evidence(EvidenceKind.UNDECIDED))


def names(text):
    return [Symbol(letter) for letter in text]


def compare(one, other):
    """Capitals agree with their small letters; a question mark nobody knows."""
    if "?" in (one.name, other.name):
        return OPEN
    return SAME if one == other else AGREED if one.name.lower() == other.name.lower() else OTHER


@pytest.mark.parametrize(
    "comparisons, together",
    [
        pytest.param([], SAME, id="nothing"),
        pytest.param([SAME, EXACT, AGREED], AGREED, id="the weakest evidence"),
        pytest.param([SAME, OTHER, OPEN], OTHER, id="one different"),
        pytest.param([OPEN, OTHER], OTHER, id="one different, another open"),
        pytest.param([SAME, OPEN, AGREED], OPEN, id="one open"),
    ],
)
def test_weakest(comparisons, together):
    assert weakest(comparisons) == together


@pytest.mark.parametrize(
    "answers, expected, equal",
    [
        ("", "", True),
        ("ab", "ab", True),
        ("aB", "ab", True),
        ("ba", "ab", False),
        ("a", "ab", False),
        ("abc", "ab", False),
        ("a?", "ab", None),
        ("b?", "ab", False),
    ],
)
def test_in_order(answers, expected, equal):
    assert in_order(names(answers), names(expected), compare).equal is equal


@pytest.mark.parametrize(
    "answers, expected, equal",
    [
        ("", "", True),
        ("ba", "ab", True),
        ("aab", "aba", True),
        ("aab", "abb", False),
        ("BA", "ab", True),
        ("ac", "ab", False),
        ("a", "ab", False),
        ("ab", "a", False),
        ("?b", "ab", None),
        ("??", "ab", None),
    ],
)
def test_in_any_order(answers, expected, equal):
    assert in_any_order(names(answers), names(expected), compare).equal is equal


@pytest.mark.parametrize("items, kept", [("", ""), ("aab", "ab"), ("aAb", "ab"), ("abcabc", "abc")])
def test_distinct(items, kept):
    assert distinct(names(items), compare) == names(kept)
