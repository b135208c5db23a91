"""Reading a text with the names that a row declares, and the tree written back: what a row of a table expects."""

from collections.abc import Callable

import pytest

from fullmarks.expr.domains import REAL
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary


def declared(symbols="", functions="", indexed="", operators="", decimal_comma=False):
    """Names between spaces, as a vocabulary."""
    return Vocabulary(
        symbols=dict.fromkeys(symbols.split(), REAL),
        functions=frozenset(functions.split()),
        indexed=frozenset(indexed.split()),
        operators=dict.fromkeys(operators.split(), "an operation"),
        decimal_comma=decimal_comma,
    )


@pytest.fixture(scope="session")
def tree() -> Callable[..., object]:
    """The tree that a text is read as."""
    return lambda text, **names: read(text, declared(**names)).tree


@pytest.fixture(scope="session")
def read_as(tree) -> Callable[..., str]:
    """The text of the tree that a text is read as, once read again to the same tree."""

    def written(text, **names):
        found = tree(text, **names)
        again = plain(found)
        assert tree(again, **names) == found
        return again

    return written
