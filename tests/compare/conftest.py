"""Comparing two texts: both are read with the declared symbols, and compared under a few seeds that must all say the same."""

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.expr.domains import parse_domain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

SEEDS = ("", "a", "b", "3f1c")
FAMILIES = frozenset(("x", "y", "w"))
"""Names whose subscripts are indices."""


def assumptions(domains, seed=""):
    return Assumptions({name: parse_domain(words) for name, words in (domains or {}).items()}, seed)


def tree(text, domains=None):
    return read(text, Vocabulary(assumptions(domains).domains, indexed=FAMILIES)).tree


@pytest.fixture(scope="session")
def tree_of():
    """Read a text: the tree, with symbols declared by name and words."""
    return tree


@pytest.fixture(scope="session")
def assuming():
    """Assumptions from names and words."""
    return assumptions


@pytest.fixture(scope="session")
def compare():
    """Compare two texts, both ways round and under several seeds, which must give one verdict; the first comparison."""

    def compared(answer, expected, domains=None):
        mine, theirs = tree(answer, domains), tree(expected, domains)
        found = [equal(mine, theirs, assumptions(domains, seed)) for seed in SEEDS]
        found += [equal(theirs, mine, assumptions(domains, seed)) for seed in SEEDS[:2]]
        assert {comparison.equal for comparison in found} == {found[0].equal}
        return found[0]

    return compared
