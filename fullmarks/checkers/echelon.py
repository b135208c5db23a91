"""Matrices up to row operations, and the forms that row reduction leads to."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.matrices import Rows
from fullmarks.compare.algebra.spaces import Entries, Span, UnknownEntriesError
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Node, Number
from fullmarks.outcome import Diagnosis, Outcome, correct, incorrect, undecided

_ZERO, _ONE = Number(Fraction(0)), Number(Fraction(1))


class EchelonForm(StrEnum):
    """How far the rows are reduced."""

    ECHELON = "echelon"
    REDUCED = "reduced echelon"


SENTENCES = {
    "not_row_equivalent": "Row operations do not lead to this matrix.",
    "not_echelon": "Row operations lead to this matrix, but it is not in echelon form.",
    "not_reduced": "This is in echelon form, but it is not reduced.",
}
"""By diagnosis code."""


def row_equivalent(given: Rows, wanted: Rows, assumptions: Assumptions) -> Outcome:
    """Whether row operations lead from one matrix to the other of its shape: just where their rows span the same."""
    try:
        entries = Entries((*given, *wanted), assumptions)
        ours, theirs = Span(entries), Span(entries)
        for row in given:
            ours.add(row)
        for row in wanted:
            theirs.add(row)
        outside = next((place for place, row in enumerate(given, 1) if not theirs.holds(row)), None)
    except UnknownEntriesError:
        return undecided("An entry is no number of which it is known whether it is zero.")
    if outside is not None:
        return _not_equivalent(f"Row {outside} is no combination of the key's rows.", outside)
    if ours.rank < theirs.rank:
        return _not_equivalent(f"Its rank is {ours.rank}, that of the key {theirs.rank}.")
    return correct(Evidence(EvidenceKind.EXACT, note="Its rows span the same as the key's."))


def in_echelon_form(given: Rows, form: EchelonForm, outcome: Outcome, assumptions: Assumptions) -> Outcome:
    """The outcome of a right matrix, or what its form lacks."""
    starts = [_start(row, assumptions) for row in given]
    if any(start is None for start in starts):
        return undecided("An entry is no number of which it is known whether it is zero.")
    known = [start for start in starts if start is not None]
    if any(not before < after and after < len(given[0]) for before, after in pairwise(known)):
        return _not_so("not_echelon")
    if form is EchelonForm.ECHELON:
        return outcome
    for place, start in enumerate(known):
        for row_number, row in enumerate(given[: place + 1]):
            if start == len(row):
                break
            compared = equal(row[start], _ONE if row_number == place else _ZERO, assumptions)
            if compared.equal is None:
                return outcome_of(compared)
            if not compared.equal:
                return _not_so("not_reduced")
    return outcome


def _start(row: tuple[Node, ...], assumptions: Assumptions) -> int | None:
    """The place of the first entry that is not zero, the row's length where all are; None where that is not known."""
    for place, entry in enumerate(row):
        zero = equal(entry, _ZERO, assumptions).equal
        if zero is None:
            return None
        if not zero:
            return place
    return len(row)


def _not_equivalent(staff: str, row: int | None = None) -> Outcome:
    student = SENTENCES["not_row_equivalent"]
    hint = f" Look at row {row}." if row is not None else " A row has been lost."
    detail = (("row", str(row)),) if row is not None else ()
    return incorrect(
        Evidence(EvidenceKind.EXACT, note=staff), Diagnosis("not_row_equivalent", student + hint, staff, detail)
    )


def _not_so(code: str) -> Outcome:
    return incorrect(Evidence(EvidenceKind.EXACT), Diagnosis(code, SENTENCES[code], SENTENCES[code]))
