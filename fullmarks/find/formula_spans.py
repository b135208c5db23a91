"""Where formulas stand in a sentence: delimited ones, plain ones, and numbers in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from fullmarks.errors import Span
from fullmarks.find.blocks import Page
from fullmarks.find.candidate import NO_VALUE
from fullmarks.find.formulas import Formula
from fullmarks.find.plain_formulas import plain_formulas
from fullmarks.regex import regex

MOST_IN_SENTENCE = 200
"""Formulas of one sentence, from its end."""

NUMBER_WORD = regex(
    r"\b(?:doubl(?:es?|ed|ing)|twice|twofold|tripl(?:es?|ed|ing)|thrice|halv(?:es?|ed|ing)|half|quadrupl(?:es?|ed|ing)|"
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten)\b|" + NO_VALUE.pattern,
    re.IGNORECASE,
)


def formula_spans(page: Page, sentence: Span, symbols: frozenset[str]) -> list[tuple[Span, Formula | None]]:
    """The places of formulas in a sentence: delimited ones, and plain ones and numbers in words between them."""
    delimited = formulas_in(page, sentence)[-MOST_IN_SENTENCE:]
    found: list[tuple[Span, Formula | None]] = []
    start = sentence.start if len(delimited) < MOST_IN_SENTENCE else delimited[0].outer.start
    for formula in delimited:
        found.extend((span, None) for span in _plain(page, Span(start, formula.outer.start), symbols))
        found.append((formula.outer, formula))
        start = formula.outer.end
    found.extend((span, None) for span in _plain(page, Span(start, sentence.end), symbols))
    return found[-MOST_IN_SENTENCE:]


_SHORT = 12
_JOINING_LETTERS = frozenset("o u y e".split())
"""Words of one letter that mean “and” or “or” in other languages."""


def _plain(page: Page, gap: Span, symbols: frozenset[str]) -> list[Span]:
    """Formulas without delimiters, and numbers in words that are not within one."""
    if gap.end <= gap.start:
        return []
    between = page.covered[gap.start : gap.end].strip(" ,;\n") if gap.end - gap.start < _SHORT else ""
    if between in _JOINING_LETTERS and between not in symbols:
        return []
    plain = list(plain_formulas(page.covered, gap, symbols))
    words = [Span(*word.span()) for word in NUMBER_WORD.finditer(page.covered, gap.start, gap.end)]
    if not words:
        return plain
    starts = [span.start for span in plain]
    free = [word for word in words if not _inside(word, plain, starts)]
    return sorted((*plain, *free), key=lambda span: span.start)


def _inside(word: Span, plain: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_left(starts, word.end) - 1
    return place >= 0 and plain[place].end > word.start


def formulas_in(page: Page, span: Span) -> Sequence[Formula]:
    """The delimited formulas that stand whole within a span."""
    first = bisect_left(page.formulas, span.start, key=lambda formula: formula.outer.start)
    last = bisect_left(page.formulas, span.end, key=lambda formula: formula.outer.start)
    return [formula for formula in page.formulas[first:last] if formula.outer.end <= span.end]
