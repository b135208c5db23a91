"""Which role each block of a page has: a restated question, working, a final answer, an aside.

Roles come from headings and lead-ins (``cues.py``) and last until something at least as strong ends them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fullmarks.find.blocks import Block, BlockKind, Page
from fullmarks.find.cues import Cue, Role, heading_cue, lead_cue
from fullmarks.find.marks import BOLD, HEADING, Mark, content_after
from fullmarks.find.units import Unit
from fullmarks.records import frozen
from fullmarks.regex import regex


@frozen
class Section:
    """A stretch with a role; ``strength`` is that of the heading or the lead-in that opened it, as marks have it."""

    role: Role
    strength: int
    opened_at: int


_SEVERAL = regex(r"\b(?:answers|results|solutions|summary|all|list)\b", re.IGNORECASE)
_GIVEN = regex(r"[\s*_]*(?:given|gegeben|datos|données|dati|дано|已知)\b", re.IGNORECASE)
_WORKING = Section(Role.NONE, 0, -1)
_LEAD_ALONE, _LEAD = 15, 5
_ANSWERING = (Role.FINAL, Role.SOLUTION, Role.CONCLUSION)


class Sections:
    """The cues of a page's units, and the section that each of them opens or goes on with."""

    def __init__(self, page: Page, units: Sequence[Unit]) -> None:
        self._page = page
        self._units = units
        self._cues = [self._cue(unit) for unit in units]
        self._answer_ahead = self._answers_ahead()

    def role_of(self, place: int) -> Role:
        """What a unit announces by itself."""
        return self._cues[place].role

    def after(self, section: Section, place: int, *, marked: bool) -> Section:
        """The section that a unit stands in, given the one before it and whether it opens a part."""
        unit = self._units[place]
        cue = self._cues[place]
        if marked and unit.mark is not None:
            section = self._after_mark(section, unit.mark, place)
        if cue.role is not Role.NONE and not (marked and _is_heading(unit.block)):
            return Section(cue.role, self._strength(unit, cue), place)
        if marked or cue.role is not Role.NONE:
            return section
        return _WORKING if self._ends(section, unit, place) else section

    def _after_mark(self, section: Section, mark: Mark, place: int) -> Section:
        if mark.statement:
            return Section(Role.STATEMENT, max(mark.strength, _LEAD_ALONE), place)
        goes_on = section.role is Role.FINAL and mark.strength < section.strength and self._is_list(section)
        return section if goes_on else _WORKING

    def _is_list(self, section: Section) -> bool:
        """Whether a final answer is a list of them, which goes on from part to part: it says so, or begins with a part."""
        following = self._units[section.opened_at + 1] if section.opened_at + 1 < len(self._units) else None
        if following is not None and following.mark is not None:
            return True
        block = self._units[section.opened_at].block
        return (
            _SEVERAL.search(self._page.covered, block.span.start, min(block.span.end, block.span.start + 200))
            is not None
        )

    def _ends(self, section: Section, unit: Unit, place: int) -> bool:
        """Whether a unit without a cue ends the section before it."""
        if section.role is Role.NONE:
            return False
        if unit.block.kind is BlockKind.HEADING:
            return HEADING - unit.block.level >= section.strength or section.role is Role.STATEMENT
        if unit.block.kind is BlockKind.TITLE:
            return section.strength < BOLD or (section.role is Role.ASIDE and section.strength == BOLD)
        if section.role is Role.STATEMENT and self._ends_given(section, unit, place):
            return True
        if section.strength > _LEAD:
            return False
        # A lead-in in front of a sentence: the question goes on to its solution if one follows, an aside ends at once.
        if section.role is Role.STATEMENT:
            return not self._answer_ahead[place]
        follows_on = unit.block.joined or unit.block.kind is BlockKind.FORMULA
        return section.role is Role.ASIDE and not follows_on

    def _ends_given(self, section: Section, unit: Unit, place: int) -> bool:
        """Whether a paragraph follows the list of what is given, which ends with it."""
        block = self._units[section.opened_at].block
        if section.strength != _LEAD_ALONE or not _GIVEN.match(self._page.covered, block.body.start, block.body.end):
            return False
        return place > section.opened_at + 1 and unit.block.kind is BlockKind.PARAGRAPH and not unit.block.joined

    def _cue(self, unit: Unit) -> Cue:
        block = unit.block
        if block.kind in (BlockKind.CODE, BlockKind.RULE, BlockKind.TABLE, BlockKind.FORMULA) or block.joined:
            return Cue(Role.NONE, 0)
        content = content_after(block, unit.mark)
        said = self._page.covered[content.start : min(content.end, content.start + 200)]
        return heading_cue(said) if _is_heading(block) else lead_cue(said)

    def _strength(self, unit: Unit, cue: Cue) -> int:
        if unit.block.kind is BlockKind.HEADING:
            return HEADING - unit.block.level
        if unit.block.kind is BlockKind.TITLE:
            return BOLD
        content = content_after(unit.block, unit.mark)
        rest = self._page.covered[content.start + cue.length : content.end]
        return _LEAD if rest.strip(" :.*_\n") else _LEAD_ALONE

    def _answers_ahead(self) -> list[bool]:
        """For each unit, whether an answer is announced at it or after it, before the next mark or heading."""
        ahead = [False] * (len(self._units) + 1)
        for place in range(len(self._units) - 1, -1, -1):
            unit, role = self._units[place], self._cues[place].role
            if role in _ANSWERING:
                ahead[place] = True
            elif unit.mark is None and unit.block.kind is not BlockKind.HEADING:
                ahead[place] = ahead[place + 1]
        return ahead


def _is_heading(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.TITLE)
