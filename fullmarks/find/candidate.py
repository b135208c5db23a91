"""A candidate: one formula that might answer an item, with the words around it."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from fullmarks.errors import Span
from fullmarks.find.clauses import Clause
from fullmarks.find.cues import Role
from fullmarks.find.kinds import Looks
from fullmarks.find.segments import right_side_of
from fullmarks.records import frozen
from fullmarks.regex import regex

NO_VALUE = regex(r"\b(?:do(?:es)? not|do(?:es)?n['’]t) exist\b|\bDNE\b|\bis undefined\b", re.IGNORECASE)
"""What says that there is no value: the answer to an item that may lack one."""


class Source(StrEnum):
    """How a candidate is set in the text."""

    DISPLAY = "display"
    INLINE = "inline"
    CODE = "code"
    PLAIN = "plain"
    WORD = "word"
    """A number in words, ``doubles``, or that there is none."""
    BLOCK = "block"
    """A table, rows of numbers, or a list of cases, taken as a whole."""
    TABLE = "table"
    """A table with named rows, in any layout; it answers items that want a column of it, and no others."""
    NAMED = "named"
    """Several values by name, ``x = 1, y = 2``: they answer an item that wants several things in order."""


@frozen
class Setting:
    """Where candidates stand: the role and the heading of their piece, what leads to it, their sentence."""

    role: Role
    heading: str
    intro: str
    """What leads to it from an earlier block: a line that ends in a colon, a bold line."""
    sentence: Span
    said: str = ""
    """The sentence, if it is not very long."""
    explains: bool = False
    """Whether the sentence explains, recalls or checks, and states nothing new."""


@frozen
class Around:
    """The words around one formula.

    ``lead`` are those before it, back to the formula before; ``tail`` those after it, up to the end of its clause;
    ``before`` is all of its sentence that stands before it; ``opening`` the label that its list item, or its sentence, opens
    with, which holds for all formulas in it where no other is named. ``beside``: a
    comma, “and” or “or” alone joins it to the formula before; ``after_or``: an “or” does.
    """

    clause: Clause
    lead: str = ""
    tail: str = ""
    before: str = ""
    opening: str = ""
    beside: bool = False
    after_or: bool = False


@frozen
class Candidate:
    """One formula.

    ``left`` are the sides of its chain but the last; ``outer`` is the formula with its delimiters; ``formula`` is what a
    whole says, written as one formula.
    """

    span: Span
    text: str
    source: Source
    looks: Looks
    setting: Setting
    around: Around
    outer: Span
    left: tuple[str, ...] = ()
    boxed: bool = False
    formula: str = ""

    @property
    def role(self) -> Role:
        return self.setting.role

    @property
    def clause(self) -> Clause:
        return self.around.clause

    @property
    def explains(self) -> bool:
        return self.setting.explains

    @property
    def is_aside(self) -> bool:
        """Whether it stands in an explanation or a condition."""
        return self.explains or self.clause is Clause.CONDITION


_ELLIPSIS = regex(r"\\(?:[lcd]?dots|dotsc|dotsb)(?![A-Za-z])|…|\.\.\.")


def without_ellipsis(candidate: Candidate) -> Candidate:
    """The last side of a chain whose other sides leave terms out (``1 + 3 + … = n^2``), since nobody can read those."""
    last = right_side_of(candidate.text)
    if (
        not candidate.left
        or candidate.formula
        or _ELLIPSIS.search(last)
        or not any(map(_ELLIPSIS.search, candidate.left))
    ):
        return candidate
    start = candidate.span.start + candidate.text.rindex(last)
    return replace(candidate, span=Span(start, start + len(last)), text=last, left=())
