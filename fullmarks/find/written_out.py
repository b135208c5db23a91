r"""A text with everything written out that stands for something else, and the way back to the text as handed in.

LaTeX prints a number for ``\\item`` and a formula for a student's own macro; a web page's source has ``&gt;`` for ``>``. All
rules of this package look at what a person would see. Every change is a replacement at a place, so that whatever is found
can be shown as the exact piece that was handed in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.ascii_doc import STEM, stems_written_out
from fullmarks.find.data_fences import DATA, data_written_out
from fullmarks.find.entities import entities
from fullmarks.find.found import Answer, NotGraded
from fullmarks.find.latex.comments import without_comments
from fullmarks.find.latex.dress import undressed
from fullmarks.find.latex.layout import layout
from fullmarks.find.latex.macros import macros_written_out
from fullmarks.find.latex.tabulars import TABULAR, tabulars_written_out
from fullmarks.find.latex.units import units_written_out
from fullmarks.find.named_rows import NAMED_ROW, named_rows_written_out
from fullmarks.find.replacement import Replacement
from fullmarks.find.scripts import CELL, cells_written_out
from fullmarks.find.underlined import UNDERLINED, underlined_headings
from fullmarks.records import frozen
from fullmarks.regex import regex

Step = Callable[[str], Iterable[Replacement]]

_STEPS: tuple[tuple[re.Pattern[str], Step], ...] = (
    (CELL, cells_written_out),
    (DATA, data_written_out),
    (STEM, stems_written_out),
    (UNDERLINED, underlined_headings),
    (NAMED_ROW, named_rows_written_out),
    (regex(r"\\(?:documentclass|begin\{document\}|usepackage)"), without_comments),
    (regex(r"\\(?:(?:re)?newcommand|providecommand|def\\|DeclareMathOperator)"), macros_written_out),
    (regex(r"\\(?:SI|si|qty|unit|num)(?:range|list)?\s*(?:\[|\{)"), units_written_out),
    (regex(r"\\(?:underline|uuline|uline|fbox|framebox|f?colorbox|textcolor|mathcolor|color|hl)\b"), undressed),
    (TABULAR, tabulars_written_out),
    (regex(r"\\(?:begin\s*\{|(?:sub)*section|item\b|question\b)"), layout),
    (regex(r"&#?\w{2,8};|</(?:p|h[1-6]|li|tr|div|sub|sup)>|<br"), entities),
)
"""What tells that a step has anything to do, and the step."""
LONGEST = 400_000
"""Characters that a text may have once all is written out; what would make it longer stays as it was."""


@frozen
class _Layer:
    """The pieces of one step: where each begins after it and before it, and whether it was replaced."""

    new: tuple[int, ...]
    old: tuple[int, ...]
    replaced: tuple[bool, ...]
    end: int

    def back(self, place: int, *, end: bool) -> int:
        """Where a place was before; within a replaced piece, at its beginning or its end."""
        at = place - 1 if end and place else place
        index = max(0, bisect_right(self.new, at) - 1)
        if not self.replaced[index]:
            return self.old[index] + place - self.new[index]
        return (self.old[index + 1] if index + 1 < len(self.old) else self.end) if end else self.old[index]


@frozen
class Written:
    """A text as handed in (``original``), and as it is once all is written out (``text``)."""

    original: str
    text: str
    layers: tuple[_Layer, ...] = ()

    def with_more(self, replacements: Sequence[Replacement]) -> Written:
        """The text with further replacements, in their order."""
        text, layer = _applied(self.text, replacements)
        return Written(self.original, text, (*self.layers, layer))

    def back(self, span: Span) -> Span:
        """The piece of the original that a span of the text comes from."""
        start, end = span.start, span.end
        for layer in reversed(self.layers):
            start, end = layer.back(start, end=False), layer.back(end, end=True)
        return Span(start, max(start, end))

    def answer(self, found: Answer) -> Answer:
        """An answer as a piece of the original; what it says stands in its formula, where that is not the same."""
        if not self.layers or found.span is None:
            return found
        span = self.back(found.span)
        text = self.original[span.start : span.end]
        formula = found.formula or (found.text if found.text != text else "")
        return replace(found, text=text, span=span, formula=formula)

    def left(self, piece: NotGraded) -> NotGraded:
        """What was left aside, by its place in the original."""
        return replace(piece, span=self.back(piece.span)) if self.layers else piece


def written_out(original: str) -> Written:
    """The text with macros, units, numbers of lists and entities written out; linear in its length."""
    text, layers = original, []
    for sign, step in _STEPS:
        if not sign.search(text):
            continue
        replacements = sorted(step(text), key=lambda one: one.start)
        changed, layer = _applied(text, replacements)
        if replacements and len(changed) <= max(LONGEST, len(original)):
            text = changed
            layers.append(layer)
    return Written(original, text, tuple(layers))


def _applied(text: str, replacements: Sequence[Replacement]) -> tuple[str, _Layer]:
    pieces: list[str] = []
    new, old, replaced = [0], [0], [False]
    length, last = 0, 0
    for one in replacements:
        if one.start < last:
            continue
        kept = text[last : one.start]
        for piece, start, changed in ((kept, last, False), (one.text, one.start, True)):
            new.append(length)
            old.append(start)
            replaced.append(changed)
            pieces.append(piece)
            length += len(piece)
        last = one.end
    new.append(length)
    old.append(last)
    replaced.append(False)
    pieces.append(text[last:])
    return "".join(pieces), _Layer(tuple(new), tuple(old), tuple(replaced), len(text))
