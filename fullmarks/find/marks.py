"""Marks: places where a block names the part, or the question, that follows.

A mark is only what is written; whether it opens a part, given all that stands around it, is decided in ``parts.py``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Block, BlockKind, Page
from fullmarks.find.cues import Role, heading_cue
from fullmarks.find.new_lines import PICTURE
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.spellings import Spelled, spelled_anywhere, spelled_at
from fullmarks.records import frozen
from fullmarks.regex import regex

# Words that may stand before a part's name at the start of a block.
_LEAD_IN = regex(
    r"(?:(?:here(?:'s| is| are)|now|next|first|finally|so|ok(?:ay)?|let'?s|for|to|my|the|our|an?|full|complete|detailed|"
    r"step[- ]by[- ]step|revised|corrected|updated|new|final|second|another|improved|re-?)\W+)*"
    r"(?:(?:re-?)?(?:solv\w+|sol(?:n|ution)?\b\.?|ans\b\.?|do(?:ing)?|answer\w*|attempt\w*|solution\w*|explanation\w*|derivation|response|work(?:ing)?|"
    r"correct\w*|revis\w+|result|proof|redo(?:ing)?|fix\w*|revisit\w*|repeat\w*|finish\w*|"
    r"(?P<statement>q(?=\s*:)|(?:problem|question)?[ ]?statement|restat\w+))"
    r"(?:\s+and\s+(?:solutions?|answers?|explanations?))?)?"
    r"\s*(?:to|for|of|on|:|[-–—])?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_DECORATION = regex(
    rf"(?:[\s*_>]|{PICTURE}|\\item\s*\[?|\\(?:textbf|emph|section|subsection|subsubsection|paragraph)\*?\{{)*"
)
_QUESTION = regex(r"Q\s*:")
_ANSWERS = regex(r"(?:answer|solution)\s+(?:(?:to|for|of)\s+)?\d{1,2}\s*:", re.IGNORECASE)
_LISTED = regex(r"(?:\w+ )?answers\s*:[\s*_]*\(?1[.):]\s[\s\S]{1,150}?\s\(?2[.):]\s", re.IGNORECASE)
_TRAIL = regex(r"[\s).:,*_\]}–—]*(?:-\s)?")
_AND = regex(r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|\+\s*|/\s*)")
# A name after one of these is spoken of, not opened.
_REFERENCE = regex(
    r"\b(?:from|using|use|by|in|of|see|with|recall|per|as|vs\.?|than|like|under)\s+(?:the\s+)?$", re.IGNORECASE
)
_NUMBERED_TITLE = regex(r"(?:\bfor|:|\bof|[-–—])\s+(?=\d{1,2}[.):]\s)", re.IGNORECASE)
_MOST_NAMES = 12
_LONGEST_HEADING = 200
_ATTACHED = regex(r"(\d{1,2})([a-z])(?=\s+[A-Z\d\ue000])")
_NUMBER_LINE = regex(r"\d{1,2}[ \t]*\n[ \t]*(?:[^\W\d_]{2}|\\)")
"""A number on a line of its own, right above text: a question's, as it would be in a heading."""
_NEVER_MARKED = (BlockKind.CODE, BlockKind.RULE, BlockKind.FORMULA, BlockKind.TABLE)

HEADING, BOLD, PLAIN = 30, 20, 10
"""Strengths of marks; a heading's level is taken off, so that a larger heading is stronger."""


@frozen
class Mark:
    """What a block's beginning names. ``end`` is where the name, with what follows it, ends in the text.

    ``strength`` ranks headings over bold type over plain lines, since a document names its parts in one way and what is
    set weaker may be a step. ``worded``: a word or a hash makes it unmistakable. ``statement``: it announces the restated
    question. ``roman``, ``decimal``: its letter is written as a number, ``(ii)`` or ``1.2`` for b. ``part_word``: it says “Part”.
    ``loose``: only a number before a title, which may count anything. ``dashed``: only a letter and a dash, which may be a difference.
    ``listed``: the first number of a list of answers within one line.
    """

    names: tuple[Name, ...]
    end: int
    strength: int
    worded: bool = False
    statement: bool = False
    roman: bool = False
    decimal: bool = False
    part_word: bool = False
    loose: bool = False
    dashed: bool = False
    listed: bool = False

    @property
    def is_full(self) -> bool:
        """Whether question and letter are both named."""
        return bool(self.names[0].question and self.names[0].letter)

    @property
    def is_question(self) -> bool:
        return not self.names[0].letter

    @property
    def is_letter(self) -> bool:
        return not self.names[0].question


def mark_of(page: Page, block: Block, names: PartNames) -> Mark | None:
    """The mark at the start of a block, or the sure one within a heading, or None."""
    if block.kind in _NEVER_MARKED or block.joined:
        return None
    # The number of a list item may be a question's; a bullet is part of no name.
    numbered = block.kind is BlockKind.ITEM and page.covered[block.span.start].isdigit()
    offset = block.span.start if numbered else block.body.start
    said = page.covered[offset : min(block.body.end, offset + _LONGEST_HEADING)]
    heading = block.kind in (BlockKind.HEADING, BlockKind.TITLE)
    alone = _NUMBER_LINE.match(page.covered, block.span.start) is not None
    found = _at_start(said, heading=heading or alone) or (_within(said, names) if heading else None)
    if found is None:
        return None
    bold = bool(set("*_{") & set(said[: _end_of(_DECORATION, said, 0)]))
    return replace(found, end=found.end + offset, strength=_strength(block, bold=bold))


def _strength(block: Block, *, bold: bool) -> int:
    if block.kind is BlockKind.HEADING:
        return HEADING - block.level
    return BOLD if block.kind is BlockKind.TITLE or bold else PLAIN


def _at_start(said: str, *, heading: bool) -> Mark | None:
    """``(b) …``, ``**2d.** …``, ``Answer to 3c: …``."""
    start = _end_of(_DECORATION, said, 0)
    # “Q:” says that a question follows, and is no letter.
    mark = None if _QUESTION.match(said, start) else _at(said, start, heading=heading)
    if mark is not None:
        return mark
    lead = _LEAD_IN.match(said, start)
    if lead is None or lead.end() == start:
        return None
    statement = lead["statement"] is not None
    mark = _at(said, _end_of(_DECORATION, said, lead.end()), heading=heading or statement, statement=statement)
    sure = mark is not None and (
        mark.is_full or mark.worded or heading or statement or _ANSWERS.match(said, start) is not None
    )
    if mark is not None and _LISTED.match(said, start):
        return replace(mark, listed=True)
    return mark if sure else None


def _at(said: str, start: int, *, heading: bool, statement: bool = False) -> Mark | None:
    """The mark at a place, with further names joined by “and”."""
    spelled = spelled_at(said, start, heading=heading) or (_attached(said, start) if heading else None)
    if spelled is None:
        return None
    found = [_with_letter(spelled, said)]
    while len(found) < _MOST_NAMES and (joint := _AND.match(said, found[-1].end)):
        following = spelled_at(said, joint.end())
        if following is None or not following.name.letter or following.spelling.what == "letter":
            break
        found.append(following)
    return _mark(tuple(found), said, statement=statement)


_LETTER_BEHIND = regex(r"[.:]?[*_]{2,3}[ \t]*\((?P<letter>[a-z])\)(?=\s)", re.IGNORECASE)


def _with_letter(spelled: Spelled, said: str) -> Spelled:
    """A question's name in bold with the letter behind it: ``**Q.1.** (a) …``."""
    found = _LETTER_BEHIND.match(said, spelled.end) if spelled.name.question and not spelled.name.letter else None
    if found is None:
        return spelled
    return replace(spelled, name=replace(spelled.name, letter=found["letter"].lower()), end=found.end())


def _attached(said: str, start: int) -> Spelled | None:
    """``2d Sorting``, as a heading."""
    found = _ATTACHED.match(said, start)
    return spelled_at(said[: found.end()], start) if found else None


def _within(said: str, names: PartNames) -> Mark | None:
    """``Revised explanation for 2. Sorting (g)``: a heading that names a part further on, and does not refer to it."""
    statement = heading_cue(said).role is Role.STATEMENT or "problem statement" in said.lower()
    for spelled in spelled_anywhere(said):
        sure = spelled.name.question and (spelled.name.letter or spelled.spelling.worded)
        if sure and not _REFERENCE.search(said[: spelled.start]):
            return _mark((spelled,), said, statement=statement)
    if numbered := _NUMBERED_TITLE.search(said):
        spelled_title = spelled_at(said, numbered.end(), heading=True)
        return None if spelled_title is None else _mark((spelled_title,), said, statement=statement)
    titled = names.titled(said)
    name = names.name_of(titled) if titled else None
    return None if name is None else Mark((name,), len(said), 0, worded=True, statement=statement)


def _mark(spelled: tuple[Spelled, ...], said: str, *, statement: bool) -> Mark:
    names = tuple(one.name for one in spelled)
    first = spelled[0].spelling
    end = _end_of(_TRAIL, said, spelled[-1].end)
    return Mark(
        names,
        end,
        0,
        first.worded,
        statement,
        roman=first.what == "bracketed roman",
        decimal=first.what in ("decimal", "question, decimal"),
        part_word=first.what == "part",
        loose=first.what == "number, title",
        dashed=first.what == "letter, dash",
    )


def _end_of(pattern: re.Pattern[str], said: str, start: int) -> int:
    found = pattern.match(said, start)
    return found.end() if found else start


def content_after(block: Block, mark: Mark | None) -> Span:
    """What a block says after the name it begins with."""
    if mark is None:
        return block.body
    return Span(min(max(mark.end, block.body.start), block.body.end), block.body.end)
