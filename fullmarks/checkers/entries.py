"""Answers of many entries: each compared at its place, then marked together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from fullmarks.checkers.compared import UNDECIDED, together, verdict_of
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.outcome import Entry, Outcome, Verdict, graded, undecided
from fullmarks.records import record

LEAST_EVALUATIONS = 2_000

CompareEntry = Callable[[Node, Node], Comparison]
"""Compares one entry with what is expected there."""


class Credit(StrEnum):
    """What earns points: all entries together, each by itself, or each row by itself."""

    ALL = "all"
    EACH_ENTRY = "each entry"
    EACH_ROW = "each row"


@record
class Compared:
    """One entry with what its comparison found; ``place`` counts from 1."""

    place: tuple[int, ...]
    answer: Node
    comparison: Comparison


def mark_entries(entries: Sequence[Compared], credit: Credit, *, missing: int = 0) -> Outcome:
    """The outcome of all entries; ``missing`` counts those that are due and not there, or there and not due.

    With credit for all together one difference decides. Otherwise an entry that nobody could decide leaves the whole to a person.
    """
    shown = tuple(Entry(one.place, verdict_of(one.comparison), plain(one.answer)) for one in entries)
    whole = together(one.comparison for one in entries)
    if missing and whole.equal is not False:
        whole = Comparison(False, Evidence(EvidenceKind.EXACT))
    if any(entry.verdict is Verdict.NEEDS_REVIEW for entry in shown) and not (
        credit is Credit.ALL and whole.equal is False
    ):
        return undecided(UNDECIDED, shown)
    share = Fraction(int(bool(whole.equal))) if credit is Credit.ALL else _share(shown, credit, missing)
    return graded(share, whole.evidence, None, shown)


def split_budget(assumptions: Assumptions, comparisons: int) -> Assumptions:
    """The same assumptions with the work that one comparison may cost spread over many."""
    evaluations = max(LEAST_EVALUATIONS, assumptions.limits.evaluations // max(1, comparisons))
    return replace(assumptions, limits=replace(assumptions.limits, evaluations=evaluations))


def _share(entries: tuple[Entry, ...], credit: Credit, missing: int) -> Fraction:
    if credit is Credit.EACH_ROW:
        rows: dict[int, bool] = {}
        for entry in entries:
            row = entry.place[0]
            rows[row] = rows.get(row, True) and entry.verdict is Verdict.CORRECT
        return Fraction(sum(rows.values()), len(rows) + missing)
    right = sum(entry.verdict is Verdict.CORRECT for entry in entries)
    return Fraction(right, len(entries) + missing)
