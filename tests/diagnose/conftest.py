"""Explaining an answer to a key, both as texts, with a few symbols declared."""

from collections.abc import Callable

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.diagnose.diagnose import diagnose
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.expr.domains import parse_domain
from fullmarks.outcome import Diagnosis
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

SYMBOLS = {
    **dict.fromkeys(("x", "y", "z", "a", "b", "v"), "real"),
    **dict.fromkeys(("c", "p", "q", "sigma_x", "sigma_g"), "positive"),
    **dict.fromkeys(("k", "n"), "integer"),
    **dict.fromkeys(("W", "H", "K", "P", "S", "F", "C", "L", "d_in", "d_out"), "positive integer"),
}
WORDS = Vocabulary(symbols={name: parse_domain(words) for name, words in SYMBOLS.items()}, indexed=frozenset({"u"}))
ASSUMPTIONS = Assumptions(WORDS.symbols, seed="a row")

Explain = Callable[[str, str], Diagnosis | None]


@pytest.fixture(scope="session")
def explain() -> Explain:
    """The explanation of an answer, of all near misses."""
    return lambda key, answer: diagnose(read(answer, WORDS).tree, read(key, WORDS).tree, ASSUMPTIONS)


@pytest.fixture(scope="session")
def explain_by() -> Callable[[NearMiss, str, str], Diagnosis | None]:
    """The explanation by one near miss alone."""

    def by(miss: NearMiss, key: str, answer: str) -> Diagnosis | None:
        return miss.explain(read(answer, WORDS).tree, read(key, WORDS).tree, Trial(ASSUMPTIONS))

    return by
