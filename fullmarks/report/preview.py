"""How an answer is read, for whoever is still typing it: no verdict, and nothing that the key alone would tell."""

from __future__ import annotations

from fullmarks.checkers.checker import Wants
from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Text
from fullmarks.grade.readings import read_answer
from fullmarks.grade.sizes import read_sizes
from fullmarks.read.reading import Reading
from fullmarks.records import frozen
from fullmarks.report.build import read_as
from fullmarks.report.model import ReadAs
from fullmarks.rubric.model import Item


@frozen
class Preview:
    """A reading written back, or the sentence that says what keeps the answer from being read, with its place."""

    read_as: ReadAs | None
    notes: tuple[str, ...] = ()
    problem: str | None = None
    span: Span | None = None


NOTHING = Preview(None)


def preview(text: str, item: Item) -> Preview:
    """What would be read of this answer; for an empty one, and for words, there is nothing to write back.

    Which words an item takes for a whole answer is not asked: that would tell what its key is. Costs what reading costs,
    which is linear in the text.
    """
    if not text.strip() or item.wants is Wants.WORDS:
        return NOTHING
    try:
        reading = read_answer(text, item, ()).reading
    except ReadError as error:
        sizes = read_sizes(text, item.vocabulary, item.assumptions.limits) if item.wants is Wants.TUPLE else None
        return _of(sizes) if sizes else Preview(None, problem=error.sentence, span=error.span)
    return _of(reading)


def _of(reading: Reading) -> Preview:
    return Preview(None if isinstance(reading.tree, Text) else read_as(reading), reading.notes)
