r"""A function told case by case, written as one formula: ``\begin{cases} … \end{cases}``.

“For n < 0 it is 0, for n ≥ 0 it is 1”: each condition has its value after it; “0 for n < 0, 1 otherwise”: before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fullmarks.errors import Span
from fullmarks.find.blocks import Page
from fullmarks.find.segments import right_side_of
from fullmarks.records import frozen
from fullmarks.regex import regex

_ORDER = regex(r"\\(?:leq?|geq?|leqslant|geqslant|lt|gt)(?![a-zA-Z])|[<>≤≥]")
_OTHERWISE = regex(r"\b(?:otherwise|elsewhere|else|in all other cases)\b", re.IGNORECASE)
MOST_CASES = 30
"""Cases of one function."""


@frozen
class _Said:
    """A formula or the word “otherwise”, as a condition or as a value."""

    text: str
    condition: bool
    start: int


def cases_formula(page: Page, span: Span, formulas: Sequence[Span]) -> str:
    """The cases that a stretch of text tells, as one formula; empty where conditions and values do not pair.

    ``formulas`` are the insides of the formulas in it, in their order.
    """
    said = [_said(page.said(formula).strip(" .,;:\n"), formula.start) for formula in formulas]
    said += [_Said("\\text{otherwise}", condition=True, start=word.start()) for word in _otherwise(page, span)]
    said.sort(key=lambda one: one.start)
    said = [one for one in said if one.text]
    if not said:
        return ""
    pairs = _conditions_first(said) if said[0].condition else _values_first(said)
    if not 2 <= len(pairs) <= MOST_CASES:
        return ""
    rows = " \\\\ ".join(f"{value} & {condition}" for value, condition in pairs)
    return f"\\begin{{cases}} {rows} \\end{{cases}}"


def _otherwise(page: Page, span: Span) -> list[re.Match[str]]:
    return list(_OTHERWISE.finditer(page.covered, span.start, span.end))


def _said(text: str, start: int) -> _Said:
    condition = _ORDER.search(text) is not None and "=" not in text.replace("<=", "").replace(">=", "")
    return _Said(text if condition else right_side_of(text), condition, start)


def _conditions_first(said: Sequence[_Said]) -> list[tuple[str, str]]:
    """Each condition with the last value before the next condition."""
    pairs: list[tuple[str, str]] = []
    condition, value = "", ""
    for one in (*said, _Said("", condition=True, start=-1)):
        if not one.condition:
            value = one.text
            continue
        if condition and value:
            pairs.append((value, condition))
        condition, value = one.text, ""
    return pairs


def _values_first(said: Sequence[_Said]) -> list[tuple[str, str]]:
    """Each condition with the value right before it."""
    pairs: list[tuple[str, str]] = []
    value = ""
    for one in said:
        if one.condition and value:
            pairs.append((value, one.text))
            value = ""
        elif not one.condition:
            value = one.text
    return pairs
