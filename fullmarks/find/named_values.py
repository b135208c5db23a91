"""Several values by name that stand one after another, ``x = 1, y = -1, z = 2``, taken as one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Page
from fullmarks.find.candidate import Candidate, Source
from fullmarks.regex import regex

_NAME = regex(r"\\?[^\W\d]\w{0,12}(?:_\{?\w{1,12}\}?)?'{0,2}")
_JOINT = regex(r"(?:[\s,;.&$*•–-]|\\\\|\\[,;:! ]|\\q?quad|\\text\{\s*and\s*\}|\band\b|\\[()\[\]])*")
MOST_VALUES = 20
"""Values of one list."""


def named_values(page: Page, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The lists of values by different names among formulas that nothing but commas and “and” parts."""
    run: list[Candidate] = []
    for one in (*found, None):
        if one is not None and _is_named(one) and (not run or _goes_on(page, run, one)):
            run.append(one)
            continue
        if 2 <= len(run) <= MOST_VALUES:
            yield _whole(page, run)
        run = [one] if one is not None and _is_named(one) else []


def _is_named(one: Candidate) -> bool:
    return (
        len(one.left) == 1
        and len(one.left[0]) <= 20
        and _NAME.fullmatch(one.left[0].strip()) is not None
        and not one.formula
    )


def _goes_on(page: Page, run: Sequence[Candidate], one: Candidate) -> bool:
    between = page.text[run[-1].span.end : one.span.start]
    names = {other.left[0].strip() for other in run}
    return len(between) <= 40 and _JOINT.fullmatch(between) is not None and one.left[0].strip() not in names


def _whole(page: Page, run: Sequence[Candidate]) -> Candidate:
    span = Span(run[0].span.start, run[-1].span.end)
    formula = ", ".join(one.text for one in run)
    return replace(
        run[0], span=span, text=page.said(span), source=Source.NAMED, outer=Span(run[0].outer.start, run[-1].outer.end),
        left=(), formula=formula, boxed=all(one.boxed for one in run),
    )  # fmt: skip
