"""Marking an answer as a rubric would: the item in the rubric's words, the answer in the student's."""

from collections.abc import Callable, Mapping

import pytest

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.registry import CHECKERS
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.domains import parse_domain
from fullmarks.expr.nodes import Node, Text
from fullmarks.outcome import Outcome
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

Mark = Callable[..., Outcome]

SYMBOLS = {
    **dict.fromkeys(("x", "y", "z", "a", "b"), "real"),
    **dict.fromkeys(("c", "p", "q"), "positive"),
    **dict.fromkeys(("k", "n"), "integer"),
    **dict.fromkeys(("W", "K", "P", "S", "F", "d_in", "d_out"), "positive integer"),
}


def vocabulary(symbols: Mapping[str, str]) -> Vocabulary:
    return Vocabulary(symbols={name: parse_domain(words) for name, words in symbols.items()})


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Node]:
    """Reads a text with a few symbols declared."""
    words = vocabulary(SYMBOLS)
    return lambda text: read(text, words).tree


@pytest.fixture(scope="session")
def mark() -> Mark:
    """``mark("symbolic", "2x", "x + x", form="expanded")``: kind, key, answer and further options."""

    def marked(kind: str, asked: object, answer: str, /, **options: object) -> Outcome:
        checker, words = CHECKERS[kind], vocabulary(SYMBOLS)
        chosen = checker.options.model_validate({kind: asked, **options})
        expected = checker.expected(chosen, lambda text: read(text, words).tree)
        given = Text(answer) if checker.wants is Wants.WORDS else read(answer, words).tree
        return checker.check(given, expected, chosen, Assumptions(words.symbols, seed="a row"))

    return marked
