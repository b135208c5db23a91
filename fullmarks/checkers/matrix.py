"""Matrix: the same shape, and every entry equal to the key's entry at its place.

Border: a matrix may be written in any spelling, as brackets of brackets, or with a scalar in front or below (``¼ [[1, 2], [3, 4]]``).
A row is not a column, unless ``either orientation`` says so; but a plain list ``(1, 2, 3)`` or ``[1, 2, 3]`` answers a key of one
column or of one row, since plain text has no columns. Entries are compared exactly, or with the tolerance that is given; they
earn their points together, each, or by rows (``credit``). The outcome names each entry with its place.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import Annotated

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.echelon import SENTENCES as ECHELON_SENTENCES
from fullmarks.checkers.echelon import EchelonForm, in_echelon_form, row_equivalent
from fullmarks.checkers.entries import Compared, Credit, mark_entries, split_budget
from fullmarks.checkers.kinds import wrong_kind, wrong_shape
from fullmarks.checkers.matrices import Array, array_of, has_matrix
from fullmarks.checkers.multiples import ZERO_VECTOR, ZERO_VECTOR_SENTENCE, mark_multiple
from fullmarks.checkers.tolerance import ToleranceOptions, compare_within
from fullmarks.checkers.vectors import in_unit_vectors, vector_of
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Listing, Matrix, Node
from fullmarks.limits import DEFAULT
from fullmarks.outcome import Diagnosis, Outcome, incorrect

Row = Annotated[tuple[WrittenKey, ...], Field(min_length=1, max_length=DEFAULT.matrix_side)]


class UpTo(StrEnum):
    """What two matrices may differ by."""

    FACTOR = "factor"
    ROW_OPERATIONS = "row operations"


class MatrixOptions(ToleranceOptions):
    """A matrix: ``matrix: [[1, 2], [3, 4]]``, its text, or ``matrix: [0, 1]`` for one column."""

    key: WrittenKey | tuple[Row, ...] | tuple[WrittenKey, ...] = Field(
        alias="matrix", description="Text, or entries by rows."
    )
    credit: Credit = Field(Credit.ALL, description="What earns points: all, each entry or each row.")
    up_to: UpTo | None = Field(
        None, description="A factor, which may not be zero, or row operations: any matrix that these lead to."
    )
    form: EchelonForm | None = Field(None, description="Which form the rows must have.")
    either_orientation: bool = Field(default=False, description="A row counts for a column, and a column for a row.")


SENTENCES = {
    "correct": "Right.",
    "partial": "Some entries are right.",
    "incorrect": "This is not the matrix that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "A matrix is expected here.",
    "wrong_shape": "The matrix has another shape than the one that is expected.",
    ZERO_VECTOR: ZERO_VECTOR_SENTENCE,
    **ECHELON_SENTENCES,
}


def check(answer: Node, expected: Node, options: MatrixOptions, assumptions: Assumptions) -> Outcome:
    """The shape first, then the entries."""
    wanted = array_of(expected)
    given = array_of(answer) or _vector(answer, wanted)
    if wanted is None:
        return outcome_of(equal(answer, expected, assumptions))
    if given is None:
        if isinstance(answer, Listing) or not has_matrix(answer):
            return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a matrix"))
        return outcome_of(equal(answer, expected, assumptions))
    given = _turned(given, wanted, options)
    if given.shape != wanted.shape:
        return incorrect(Evidence(EvidenceKind.EXACT), _wrong_shape(given, wanted))
    if options.up_to is UpTo.FACTOR:
        return mark_multiple(tuple(chain(*given.rows)), tuple(chain(*wanted.rows)), options.tolerance, assumptions)
    if options.up_to is UpTo.ROW_OPERATIONS or options.form is not None:
        return _by_rows(given, wanted, options, assumptions)
    return _by_entries(given, wanted, options, assumptions)


def _by_rows(given: Array, wanted: Array, options: MatrixOptions, assumptions: Assumptions) -> Outcome:
    """The same rows, or rows that span the same, and then their form."""
    if options.up_to is UpTo.ROW_OPERATIONS:
        outcome = row_equivalent(given.rows, wanted.rows, assumptions)
    else:
        outcome = _by_entries(given, wanted, options, assumptions)
    if outcome.share < 1 or options.form is None:
        return outcome
    return in_echelon_form(given.rows, options.form, outcome, assumptions)


def _by_entries(given: Array, wanted: Array, options: MatrixOptions, assumptions: Assumptions) -> Outcome:
    budget = split_budget(assumptions, len(wanted.rows) * len(wanted.rows[0]))
    entries = [
        Compared(
            (row + 1, column + 1), entry, compare_within(entry, wanted.rows[row][column], options.tolerance, budget)
        )
        for row, line in enumerate(given.rows)
        for column, entry in enumerate(line)
    ]
    return mark_entries(entries, options.credit)


def _vector(answer: Node, wanted: Array | None) -> Array | None:
    """A vector that is calculated from lists, or stands in unit vectors, for a key of one row or column."""
    if wanted is None or not wanted.is_vector:
        return None
    entries = vector_of(answer) or in_unit_vectors(answer, len(wanted.rows) * len(wanted.rows[0]))
    return None if entries is None else Array(tuple((entry,) for entry in entries), flat=True)


def _turned(given: Array, wanted: Array, options: MatrixOptions) -> Array:
    """A plain list, or any vector where the orientation is free, turned as the key stands."""
    free = given.flat or wanted.flat or options.either_orientation
    return (
        given.transposed()
        if free and given.shape != wanted.shape and given.shape == wanted.transposed().shape
        else given
    )


def _wrong_shape(given: Array, wanted: Array) -> Diagnosis:
    row_for_column = given.is_vector and not given.flat and given.transposed().shape == wanted.shape
    return wrong_shape(given.describe(), wanted.describe(), "A row is not a column." if row_for_column else "")


def _expected(options: MatrixOptions, read: ReadKey) -> Node:
    if isinstance(options.key, str):
        tree = read(options.key)
        array = array_of(tree)
        return tree if array is None or array.flat else Matrix(array.rows)
    rows = tuple((entry,) if isinstance(entry, str) else entry for entry in options.key)
    if len({len(row) for row in rows}) != 1:
        raise UnusableKeyError("ragged_matrix", "The rows of the key have different lengths.")
    return Matrix(tuple(tuple(read(entry) for entry in row) for row in rows))


CHECKER = Checker("matrix", MatrixOptions, Wants.MATRIX, _expected, check, SENTENCES)
