"""A page cut into passages, each the answer to one part (or several), or to none.

Which names open a part is decided in ``openings.py``; here the blocks are gathered under them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Block, BlockKind, Page
from fullmarks.find.cues import Role
from fullmarks.find.marks import content_after
from fullmarks.find.openings import Opening, openings_of
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.restated import with_statement
from fullmarks.find.scope import Scope
from fullmarks.find.sections import Section
from fullmarks.find.units import Unit, units_of
from fullmarks.regex import regex


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
            yield _closed(page, current, pieces)
            current, pieces, heading = _opened(block, opens, names, section), [], ""
        content = content_after(block, unit.mark if opening.names else None)
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            heading, titled = page.said(content), block.kind is BlockKind.TITLE
        elif titled and _RUN_IN_HEADING.match(page.text, content.start):
            # “**Biases:** F” ends what a bold line above it announced.
            heading = ""
        if content.end > content.start and page.said(content).strip():
            run_in = _RUN_IN_LABEL.match(page.text, content.start, content.end)
            own = (
                run_in.group() if run_in is not None and block.kind not in (BlockKind.HEADING, BlockKind.TITLE) else ""
            )
            pieces.append(Piece(block.kind, content, section.role, unit.under or own or heading, block.joined))
    yield _closed(page, current, pieces)


_RUN_IN_HEADING = regex(r"\*\*[^*\n]{1,60}:\*\*|\*\*[^*\n]{1,60}\*\*:")
_RUN_IN_LABEL = regex(r"(?:\d{1,2}[.)][ \t]*)?\*\*[^*\n]{1,60}\.(?:\*\*)(?=[ \t])")
"""“**Mean.** It is …”: what the paragraph is about."""


def _same_scope(opens: tuple[Name, ...], scope: Scope) -> bool:
    """Whether a question's name only repeats what was asked for: it does not take the text from the asked part."""
    return bool(opens and scope.default) and all(not name.letter and name.question in scope.questions for name in opens)


def _opened(block: Block, opens: tuple[Name, ...], names: PartNames, section: Section) -> Passage:
    parts = tuple(dict.fromkeys(part for name in opens if (part := names.part(name)) is not None))
    span = Span(block.span.start, block.span.start)
    return Passage(opens, parts, (), span, final=section.role is Role.FINAL, marked=bool(opens))


def _closed(page: Page, passage: Passage, pieces: Sequence[Piece]) -> Passage:
    end = max((piece.span.end for piece in pieces), default=passage.span.end)
    start = passage.span.start
    if not passage.marked and pieces:
        start = pieces[0].span.start
    told = with_statement(page, pieces) if passage.marked else pieces
    return replace(passage, pieces=tuple(told), span=Span(start, max(start, end)))
