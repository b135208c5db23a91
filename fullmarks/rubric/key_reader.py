"""Keys as their checkers make them: texts read with an item's own names, and mistakes told at the very character."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.checkers.checker import Checker, CheckerOptions
from fullmarks.compare.statements.builders import condition_of
from fullmarks.errors import Problem, ReadError, UnusableKeyError
from fullmarks.expr.nodes import Node, Text
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.rubric.amounts import quoted
from fullmarks.rubric.item_checker import key_names
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.written import Place, Written, texts

Change = Callable[[Node], Node]
"""What is done to a text of a key once it is read; raises UnusableKeyError."""


class BadKeyError(Exception):
    """A key that cannot be used, with the mistake at its place."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.sentence)
        self.found = found


def expected(
    checker: Checker[CheckerOptions],
    options: CheckerOptions,
    vocabulary: Vocabulary,
    written: Written,
    change: Change = lambda tree: tree,
) -> Node:
    """The tree of a key that stands at ``written``, each of its texts changed once it is read; raises BadKeyError."""
    last: list[tuple[str, int]] = []

    def read_key(text: str) -> Node:
        last[:] = [(text, 0)]
        try:
            return change(condition_of(read(text, vocabulary).tree))
        except ReadError as error:
            last[:] = [(text, error.span.start)]
            raise UnusableKeyError(
                "unreadable_key", f"The key {quoted(text)} cannot be read: {error.sentence}"
            ) from error

    try:
        return checker.expected(options, read_key)
    except UnusableKeyError as error:
        raise BadKeyError(problem(_place(written, last), error.sentence)) from error


def key_text(checker: Checker[CheckerOptions], options: CheckerOptions, tree: Node) -> str:
    """A key as its author wrote it; where that is no single text, its tree written back."""
    value: object = getattr(options, key_names(checker)[0])
    if isinstance(value, str):
        return value
    return tree.value if isinstance(tree, Text) else plain(tree)


def _place(written: Written, last: list[tuple[str, int]]) -> Place:
    """Of a key of several texts, the character of the one that was read last."""
    for text, offset in last:
        for one in texts(written):
            if one.text == text:
                return one.place_within(offset)
    return written.place
