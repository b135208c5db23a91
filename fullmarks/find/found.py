"""What the finder looks for and what it returns."""

from __future__ import annotations

from fullmarks.errors import Span
from fullmarks.read.tables.names import TableNames
from fullmarks.records import frozen


@frozen
class SoughtTable:
    """What the rows and the column of a table are called; ``shapes``: its entries are shapes."""

    names: TableNames
    shapes: bool = False


@frozen
class Sought:
    """One item to find an answer for: what kind of thing answers it, and the words and left sides that mark it.

    ``wants`` is one of the values of ``checkers.checker.Wants``, as a string, or ``function``: a formula or a function in
    pieces. ``words`` are the texts that can answer a ``words`` item by choice (empty: free text). An ``optional`` item is
    evidence beside the others: it is found by its labels and its target alone, and a part that holds nothing else has not
    been answered. A ``measured`` item's answer goes on over the unit behind its formula. Where an item ``may_lack_value``,
    “does not exist” is an answer.
    """

    item: str
    part: str
    wants: str
    title: str
    labels: tuple[str, ...]
    target: str | None
    words: tuple[str, ...]
    symbols: frozenset[str]
    optional: bool = False
    measured: bool = False
    further_targets: tuple[str, ...] = ()
    """Other spellings of the target."""
    table: SoughtTable | None = None
    """For an item that wants a column of a table."""
    may_lack_value: bool = False


@frozen
class SoughtPart:
    """One part to find: its id (``2g``), title, aliases and items, in the rubric's order."""

    part: str
    title: str
    aliases: tuple[str, ...]
    items: tuple[Sought, ...]


@frozen
class Answer:
    r"""The answer found for one item in one attempt.

    ``text`` is the exact slice that ``span`` marks (in the message's content, the document, or the answer string);
    ``why`` is one short sentence: how it was found (“the last boxed formula of the part”). ``others`` are further final
    answers to the same item in the same attempt that are not the same text (a list of guesses, “A or B”).
    ``definitions`` are equations of the same part that say what names in the answer mean which the rubric does not
    declare: ``H_2 = 2H - 1`` for the answer ``H_2 \times W``. ``formula`` says the same as ``text`` in one formula where
    the text is none that can be read: a table, rows of numbers, cases told one by one; else it is empty.
    """

    item: str
    text: str
    span: Span | None
    why: str
    others: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    formula: str = ""


@frozen
class Attempt:
    """One try at a part.

    ``turn`` is the 0-based index of the chat message, None elsewhere; ``hints`` counts the user's hints about this
    part (``hints.py``) since the attempt before.
    """

    part: str
    turn: int | None
    hints: int
    answers: tuple[Answer, ...]


@frozen
class NotGraded:
    """A piece that answers no part of the rubric, with the reason."""

    turn: int | None
    span: Span
    heading: str
    reason: str


@frozen
class Found:
    """All attempts, in the order in which they were made, and what was left aside."""

    attempts: tuple[Attempt, ...]
    not_graded: tuple[NotGraded, ...]
