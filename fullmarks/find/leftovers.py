"""What of a page answers no part of the rubric, and why it was left aside."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.clipped import clipped
from fullmarks.find.cues import Role
from fullmarks.find.found import NotGraded
from fullmarks.find.part_names import PartNames
from fullmarks.find.passage import Passage
from fullmarks.find.written_out import Written


def leftovers(
    page: Page, cut: Sequence[Passage], answered: set[str], turn: int | None, names: PartNames
) -> list[NotGraded]:
    """The passages that say something and answer nothing, with the reason for each."""
    found = []
    for place, passage in enumerate(cut):
        # What an assistant says before it comes to the parts belongs to all of them.
        reason = _reason(passage, answered, names, first=place == 0, in_chat=turn is not None)
        if reason:
            found.append(NotGraded(turn, passage.span, clipped(page.said(passage.span)), reason))
    return found


def _reason(passage: Passage, answered: set[str], names: PartNames, *, first: bool, in_chat: bool) -> str:
    if not passage.parts:
        name = next(iter(passage.names), None)
        known = name is not None and not name.letter and bool(names.parts_of(name.question))
        if name is not None and not known:
            return f"{'Part' if name.letter else 'Question'} {name} is not in the rubric."
        if not _says_something(passage) or (first and in_chat):
            return ""
        if first:
            return "This stands before the first part."
        return f"This stands before the parts of question {name.question}." if name else "This belongs to no part."
    if any(part in answered for part in passage.parts) or not passage.marked:
        return ""
    return f"This holds no answer to part {' or '.join(passage.parts)}."


def _says_something(passage: Passage) -> bool:
    """Whether there is more than headings, rules and a restated question."""
    silent = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.RULE, BlockKind.QUOTE)
    return any(piece.kind not in silent and piece.role is not Role.STATEMENT for piece in passage.pieces)


def unread_rest(text: str, written: Written, read: Page, turn: int | None) -> tuple[NotGraded, ...]:
    """What stands past the bounds of one page, listed as a piece of its own."""
    all_read = len(read.text) == len(written.text)
    end = len(written.original) if all_read else written.back(Span(0, len(read.text))).end
    rest = text[end:].strip()
    if not rest:
        return ()
    start = text.find(rest, end)
    what = "document" if turn is None else "turn"
    reason = f"The {what} is too long: what follows character {end:,} was not read."
    return (NotGraded(turn, Span(start, start + len(rest)), clipped(rest), reason),)
