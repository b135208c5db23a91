"""A block of a page and a page of blocks: what ``documents.py`` makes of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from fullmarks.errors import Span
from fullmarks.find.formulas import Formula
from fullmarks.records import frozen
from fullmarks.regex import regex


class BlockKind(StrEnum):
    """What a block is; a ``TITLE`` is a line all in bold, which people use for a heading."""

    HEADING = "heading"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FORMULA = "formula"
    TABLE = "table"
    CODE = "code"
    QUOTE = "quote"
    RULE = "rule"


@frozen
class Block:
    """One block. ``body`` leaves out what only marks its kind: ``##``, ``-``, ``1.``, ``>``.

    ``level`` is a heading's level (1 to 6), a list item's depth (from 1), else 0. ``joined`` says that it goes on from the
    block before in one paragraph, as a display in the middle of a sentence does.
    """

    kind: BlockKind
    span: Span
    body: Span
    level: int = 0
    joined: bool = False


@frozen
class Page:
    """A text, its formulas, and its blocks in their order.

    ``covered`` is the text with formulas and inline code covered by a letter nobody writes, as long as the text itself.
    """

    text: str
    covered: str
    formulas: tuple[Formula, ...]
    blocks: tuple[Block, ...]

    def spelled(self, respell: Callable[[str], str]) -> Page:
        """The page with the words around formulas spelled otherwise, character for character."""
        return replace(self, covered=respell(self.covered))

    def said(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]


COVER = "\ue000"
"""Stands for each character of a formula in ``Page.covered``."""


_ITEM_MARK = regex(
    r"[ \t]*(?:[-*+•–]|\d{1,9}[.)]|\\item(?:\[[^\]\n]*\])?)(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?", re.MULTILINE
)
_QUOTE_MARK = regex(r"[ \t]*(?:>[ \t]?)+")
_HEADING_MARK = regex(r"[ \t]*(?:#{1,6}[ \t]*|\\(?:sub)*(?:section|paragraph)\*?\{)")


def block_at(kind: BlockKind, covered: str, start: int, end: int, level: int = 0, *, joined: bool = False) -> Block:
    """A block with the white space around it, and the marks of its kind, left out."""
    while start < end and covered[start].isspace():
        start += 1
    while end > start and covered[end - 1].isspace():
        end -= 1
    body = start
    mark = {BlockKind.ITEM: _ITEM_MARK, BlockKind.QUOTE: _QUOTE_MARK, BlockKind.HEADING: _HEADING_MARK}.get(kind)
    if mark is not None and not joined and (found := mark.match(covered, start, end)):
        body = found.end()
    return Block(kind, Span(start, end), Span(body, end), level, joined)
