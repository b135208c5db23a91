"""A page cut into passages, each the answer to one part (or several), or to none.

Which names open a part is decided in ``openings.py``; here the blocks are gathered under them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fullmarks.errors import Span
from fullmarks.find.cues import Role
from fullmarks.find.documents import Block, BlockKind, Page
from fullmarks.find.marks import content_after
from fullmarks.find.openings import Opening, openings_of
from fullmarks.find.part_names import Name, PartNames
from fullmarks.find.scope import Scope
from fullmarks.find.sections import Section
from fullmarks.find.units import Unit, units_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A block within a passage: what it says after its mark, in which role, under which heading."""

    kind: BlockKind
    span: Span
    role: Role
    heading: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks under one name.

    ``parts`` are the rubric's parts that they answer, none where the rubric has no such part. ``final``: it stands in a
    closing list of answers. ``marked``: the text itself names it.
    """

    names: tuple[Name, ...]
    parts: tuple[str, ...]
    pieces: tuple[Piece, ...]
    span: Span
    final: bool = False
    marked: bool = False


def passages(page: Page, names: PartNames, scope: Scope | None = None) -> tuple[Passage, ...]:
    """The passages of a page in their order; linear in its length."""
    scope = scope or Scope()
    units = units_of(page, names)
    openings = openings_of(page, units, names, scope)
    return tuple(_passages(page, units, openings, names, scope))


def _passages(
    page: Page, units: Sequence[Unit], openings: Sequence[Opening], names: PartNames, scope: Scope
) -> Iterator[Passage]:
    current = Passage((), scope.default, (), Span(0, 0))
    pieces: list[Piece] = []
    heading, titled = "", False
    for unit, opening in zip(units, openings, strict=True):
        block, section = unit.block, opening.section
        opens = opening.names if not _same_scope(opening.names, scope) else ()
        if opens or (section.role is Role.OUTSIDE and current.parts and not scope.default):
            yield _closed(current, pieces)
            current, pieces, heading = _opened(block, opens, names, section), [], ""
        content = content_after(block, unit.mark if opening.names else None)
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            heading, titled = page.said(content), block.kind is BlockKind.TITLE
        elif titled and _RUN_IN_HEADING.match(page.text, content.start):
            # “**Biases:** F” ends what a bold line above it announced.
            heading = ""
        if content.end > content.start and page.said(content).strip():
            pieces.append(Piece(block.kind, content, section.role, heading, block.joined))
    yield _closed(current, pieces)


_RUN_IN_HEADING = re.compile(r"\*\*[^*\n]{1,60}:\*\*|\*\*[^*\n]{1,60}\*\*:")


def _same_scope(opens: tuple[Name, ...], scope: Scope) -> bool:
    """Whether a question's name only repeats what was asked for: it does not take the text from the asked part."""
    return bool(opens and scope.default) and all(not name.letter and name.question in scope.questions for name in opens)


def _opened(block: Block, opens: tuple[Name, ...], names: PartNames, section: Section) -> Passage:
    parts = tuple(dict.fromkeys(part for name in opens if (part := names.part(name)) is not None))
    span = Span(block.span.start, block.span.start)
    return Passage(opens, parts, (), span, final=section.role is Role.FINAL, marked=bool(opens))


def _closed(passage: Passage, pieces: Sequence[Piece]) -> Passage:
    end = max((piece.span.end for piece in pieces), default=passage.span.end)
    start = passage.span.start
    if not passage.marked and pieces:
        start = pieces[0].span.start
    return replace(passage, pieces=tuple(pieces), span=Span(start, max(start, end)))
