"""Paragraphs and quotations cut into blocks where a line starts something new: a part's name, a label, a LaTeX heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fullmarks.find import languages
from fullmarks.find.blocks import Block, BlockKind, block_at
from fullmarks.regex import regex

PICTURE = "[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]"
"""A pictogram or an arrow, which decorates a line and says nothing: a pattern."""

# What a new line may begin with when it does not go on with the sentence of the line before.
_BEGINS_ANEW = (
    rf"(?=[ \t]*(?:{PICTURE}+ ?)?(?:[*_]{{0,3}} ?(?:"
    r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.):](?=[\s*_]|\()"
    r"|\((?:[A-Za-z]|[ivx]{1,4})\)"
    r"|#?\d{1,2}\s?[.]?\(?[A-Za-z]\)?\s*[.):–—-]"
    r"|\d{1,2}\)[a-z][.):](?=\s)"
    r"|(?:q|ex|prob|ques|nr|no)\.?[ ]?#?\d{1,2}(?!\d)"
    r"|[a-h][ \t]+[-–—][ \t]+"
    rf"|(?:problem|question|exercise|task|part|solution|answers?|final|result|conclusion|note|check|{languages.QUESTION}|{languages.PART}|"
    rf"{languages.SOLUTION}|{languages.FINAL})(?![^\W\d_])"
    r"|第\s*\d"
    r"|\d{1,2}\.\d{1,2}[ ):]"
    r"|\d{1,2}[ \t]+(?:[-–—→]|->)[ \t]+[^\W\d_]{2}"
    r"|[A-Z][\w ]{0,24}:\s"
    r")|\\(?:sub)*(?:section|paragraph)\*?\{|\\item\b|\\textbf\{|[•–→]\s))"
)
# “… = 1/2. Ans. x = 1/2”: an answer announced within a line.
_ANNOUNCED = r"(?<=[.!?;\ue000])[ ]+(?=[*_]{0,3}(?:(?:the|my|our|final) )*ans(?:wer)?\b[.:]+[*_]{0,3}(?:[ ]|$))"
_NEW_LINE = regex(rf"\n{_BEGINS_ANEW}|{_ANNOUNCED}", re.IGNORECASE)
_NEW_QUOTED_LINE = regex(rf"\n[ \t]*>[ \t>]*{_BEGINS_ANEW}", re.IGNORECASE)


def in_lines(blocks: Iterable[Block], covered: str) -> Iterator[Block]:
    """Paragraphs cut where a line starts something new: a part's name, a label, a LaTeX heading."""
    for block in blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE):
            yield block
            continue
        new_line = _NEW_QUOTED_LINE if block.kind is BlockKind.QUOTE else _NEW_LINE
        starts = [
            block.span.start,
            *(cut.end() for cut in new_line.finditer(covered, block.span.start, block.span.end)),
        ]
        if len(starts) == 1:
            yield block
            continue
        for index, start in enumerate(starts):
            end = starts[index + 1] if index + 1 < len(starts) else block.span.end
            kind = block.kind if index == 0 or block.kind is BlockKind.QUOTE else BlockKind.PARAGRAPH
            yield block_at(kind, covered, start, end, block.level if index == 0 else 0)
