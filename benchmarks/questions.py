"""What is asked of a grader: the corpus's pairs, and the examples of a homework's rubric, in one form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from benchmarks.corpus_builder.rows import Kind, OptionValue, read_rows

if TYPE_CHECKING:
    from fullmarks.rubric.model import Item

HOMEWORK = "homework"
KINDS: tuple[str, ...] = (*get_args(Kind), HOMEWORK)
"""The kinds of the corpus, in its builder's order, and the homework's items."""
PLAIN_DOMAINS = {"real", "complex"}


@dataclass(frozen=True, slots=True)
class Question:
    """A key and an answer, with all that is told about them, and the verdict that is due.

    ``item`` is set for the homework's examples: they are judged by an item of its rubric, and not by the key alone.
    """

    id: str
    kind: str
    key: str
    answer: str
    verdict: str
    also: frozenset[str] = frozenset()
    symbols: Mapping[str, str] | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    item: Item | None = None
    in_words: bool = False
    """Whether words are judged, and no mathematics."""

    @property
    def is_right(self) -> bool:
        """Whether the answer is to be accepted."""
        return self.verdict == "correct"

    @property
    def is_prose(self) -> bool:
        """Whether the answer is a text that holds the final answer somewhere."""
        return bool(self.options.get("prose"))

    @property
    def says_more(self) -> bool:
        """Whether more is told than texts and options: domains of symbols, or the rubric that the item belongs to."""
        return self.item is not None or not set((self.symbols or {}).values()) <= PLAIN_DOMAINS


def read_questions(kind: str, most: int | None = None) -> list[Question]:
    """All of one kind, in the order of their files; with ``most``, so many of them from all over the file."""
    if kind == HOMEWORK:
        from benchmarks.homework import homework  # noqa: PLC0415 - it brings the engine, which the yardstick can do without

        questions = homework()
    else:
        questions = _corpus(kind)
    if most is None or most >= len(questions):
        return questions
    return [questions[place * len(questions) // most] for place in range(most)]


def _corpus(kind: str) -> list[Question]:
    return [
        Question(row.id, kind, row.key, row.answer, row.verdict, frozenset(row.also), row.symbols, row.options)
        for row in read_rows()
        if row.kind == kind
    ]
