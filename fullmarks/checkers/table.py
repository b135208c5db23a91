"""Table: one column, an entry for each row by its name: numbers, formulas that need not be worked out, or shapes.

Border: the table may be set in any way (bars, LaTeX, a list, lines); reading finds its column. Rows are matched by name, in the
key's order; a list without names is matched by place. ``optional rows`` may be left out, and count where they are wrong. Rows
that the key does not have (a total, an activation function) count for nothing, but a second one for a row of the key is wrong. A
shape may be written ``28×28×10`` or ``(28, 28, 10)``, and sizes of 1 make no difference. Of a chain in an entry
(``9·10 + 10 = 100``) the last side counts, of a chain of shapes any side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from fullmarks.checkers.aligned import aligned
from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import UNDECIDED, together, verdict_of
from fullmarks.checkers.entries import Credit, split_budget
from fullmarks.checkers.kinds import wrong_kind
from fullmarks.checkers.shapes import same_shape
from fullmarks.checkers.tolerance import ToleranceOptions, compare_within
from fullmarks.checkers.written import WrittenKey, WrittenWords, as_several
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Matrix, Node, Relation, Text
from fullmarks.expr.plain import plain
from fullmarks.limits import DEFAULT
from fullmarks.outcome import Diagnosis, Entry, Outcome, Verdict, graded, incorrect, undecided
from fullmarks.records import frozen

ROWS_WRONG = "rows_wrong"
MOST_NAMED = 12
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

Names = Annotated[tuple[WrittenWords, ...], BeforeValidator(as_several)]


class TableOptions(ToleranceOptions):
    """One column of a table: ``table: [100, 0]`` with ``rows: [CONV3-10, POOL2]``."""

    key: Annotated[tuple[WrittenKey, ...], Field(min_length=1, max_length=DEFAULT.matrix_side)] = Field(
        alias="table", description="The entries, a row each."
    )
    rows: tuple[WrittenWords, ...] = Field(
        description="The names of the rows, in order; a name may stand more than once."
    )
    column: Names = Field((), description="What the column may be called, the surest name first.")
    words: Mapping[WrittenWords, Names] = Field(default_factory=dict, description="Other names for a row.")
    optional_rows: Mapping[WrittenWords, WrittenKey] = Field(
        default_factory=dict, description="Rows that may be left out, with their entries."
    )
    shapes: bool = Field(default=False, description="The entries are shapes: 28×28×10.")
    credit: Literal[Credit.ALL, Credit.EACH_ROW] = Field(
        Credit.ALL, description="What earns points: all rows together, or each row."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if len(self.key) != len(self.rows):
            raise ValueError(f"There are {len(self.key)} entries for {len(self.rows)} rows. Give each row one.")
        owners = self.names_of_rows()
        twice = [name for name, count in Counter(self._every_name()).items() if count > 1]
        if twice:
            raise ValueError(f"Two rows go by “{twice[0]}”. Keep it for one of them.")
        unknown = next((name for name in self.words if name not in owners.values()), None)
        if unknown is not None:
            raise ValueError(f"There is no row “{unknown}”. The rows are {', '.join(dict.fromkeys(self.rows))}.")
        return self

    def _every_name(self) -> Iterator[str]:
        for own in dict.fromkeys((*self.rows, *self.optional_rows)):
            yield from dict.fromkeys(name.casefold() for name in (own, *self.words.get(own, ())))

    def names_of_rows(self) -> Mapping[str, str]:
        """Each row's own name by it and by all its other names."""
        own = dict.fromkeys((*self.rows, *self.optional_rows))
        return {name: row for row in own for name in (row, *self.words.get(row, ()))}


SENTENCES = {
    "correct": "Right.",
    "partial": "Some of the rows are right.",
    "incorrect": "This is not the column that is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "A table with an entry for each row is expected here.",
    ROWS_WRONG: "Some rows are wrong or missing.",
}


@frozen
class _Row:
    """A row of the key, or one too many, with what the answer has there (None: nothing)."""

    name: str
    answer: Node | None
    expected: Node | None
    comparison: Comparison

    @property
    def verdict(self) -> Verdict:
        return Verdict.MISSING if self.answer is None else verdict_of(self.comparison)


_DIFFERENT = Comparison(False, Evidence(EvidenceKind.EXACT))


def check(answer: Node, expected: Node, options: TableOptions, assumptions: Assumptions) -> Outcome:
    """The rows side by side, then what they come to together."""
    given, wanted = _rows_of(answer), _rows_of(expected)
    if given is None or wanted is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a table with an entry for each row"))
    compared = _compared(given, wanted, options, split_budget(assumptions, len(wanted)))
    rows = tuple(row for row in compared if not (row.name in options.optional_rows and row.comparison.equal))
    shown = tuple(Entry((place,), row.verdict, _shown(row)) for place, row in enumerate(rows, 1))
    whole = together(row.comparison for row in rows)
    unknown = any(row.verdict is Verdict.NEEDS_REVIEW for row in rows)
    if unknown and not (options.credit is Credit.ALL and whole.equal is False):
        return undecided(UNDECIDED, shown)
    right = sum(row.verdict is Verdict.CORRECT for row in rows)
    share = Fraction(int(right == len(rows))) if options.credit is Credit.ALL else Fraction(right, len(rows))
    return graded(share, whole.evidence, _rows_wrong(rows), shown)


def _rows_of(node: Node) -> list[tuple[str, Node]] | None:
    """The names and entries of a matrix of two columns."""
    if not isinstance(node, Matrix) or len(node.rows[0]) != 2:
        return None
    return [(name.value, entry) for name, entry in node.rows if isinstance(name, Text)]


def _compared(
    given: list[tuple[str, Node]], wanted: list[tuple[str, Node]], options: TableOptions, assumptions: Assumptions
) -> Iterator[_Row]:
    """The key's rows, then those of the answer that are optional or too many."""
    optional = {name: entry for name, entry in wanted if name in options.optional_rows}
    due = [row for row in wanted if row[0] not in optional]
    if not any(name for name, _ in given):
        given = _named_by_place(given, due, optional)
    pairs = aligned([name for name, _ in given], [name for name, _ in due])
    for place, (name, entry) in enumerate(due):
        answer = given[pairs[place]][1] if place in pairs else None
        yield _row(name, answer, entry, options, assumptions)
    for place in sorted(set(range(len(given))) - set(pairs.values())):
        name, answer = given[place]
        yield _row(name, answer, optional.pop(name, None), options, assumptions)


def _named_by_place(
    given: list[tuple[str, Node]], due: list[tuple[str, Node]], optional: Mapping[str, Node]
) -> list[tuple[str, Node]]:
    """A list without names, named in the key's order; what optional rows there may be come first."""
    too_many = len(given) - len(due)
    names = [*([*optional] if too_many == len(optional) else []), *(name for name, _ in due)]
    return [(names[place] if place < len(names) else "", entry) for place, (_, entry) in enumerate(given)]


def _row(
    name: str, answer: Node | None, expected: Node | None, options: TableOptions, assumptions: Assumptions
) -> _Row:
    if answer is None or expected is None or isinstance(answer, Text):
        return _Row(name, answer, expected, _DIFFERENT)
    if options.shapes:
        return _Row(name, answer, expected, same_shape(answer, expected, assumptions))
    value = answer.operands[-1] if isinstance(answer, Relation) else answer
    return _Row(name, answer, expected, compare_within(value, expected, options.tolerance, assumptions))


def _shown(row: _Row) -> str:
    said = "" if row.answer is None else row.answer.value if isinstance(row.answer, Text) else plain(row.answer)
    return f"{row.name}: {said}" if row.name else said


def _rows_wrong(rows: tuple[_Row, ...]) -> Diagnosis | None:
    """Which rows are wrong and which are missing, by name; what they should hold is for staff."""
    called = _called(rows)
    wrong = [place for place, row in enumerate(rows) if row.verdict is Verdict.INCORRECT]
    missing = [place for place, row in enumerate(rows) if row.verdict is Verdict.MISSING]
    if not wrong and not missing:
        return None
    parts = [f"Wrong: {_listed(called, wrong)}."] if wrong else []
    parts += [f"Missing: {_listed(called, missing)}."] if missing else []
    student = " ".join((f"{len(rows) - len(wrong) - len(missing)} of {len(rows)} rows are right.", *parts))
    due = [
        f"{called[place]} should be {plain(expected)}" if expected is not None else f"{called[place]} is one too many"
        for place in (*wrong, *missing)[:MOST_NAMED]
        for expected in (rows[place].expected,)
    ]
    detail = (("wrong", str(len(wrong))), ("missing", str(len(missing))), ("of", str(len(rows))))
    return Diagnosis(ROWS_WRONG, student, f"{student} {'; '.join(due)}.", detail)


def _called(rows: tuple[_Row, ...]) -> list[str]:
    """What to call each row: of several of one name, which one it is."""
    counts, seen = Counter(row.name for row in rows), Counter[str]()
    called = []
    for place, row in enumerate(rows, 1):
        number = seen[row.name]
        seen[row.name] += 1
        name = row.name or f"row {place}"
        which = _ORDINALS[number] if number < len(_ORDINALS) else f"{number + 1}th"
        called.append(f"the {which} {name}" if row.name and counts[row.name] > 1 else name)
    return called


def _listed(called: list[str], places: list[int]) -> str:
    return ", ".join([called[place] for place in places[:MOST_NAMED]] + (["…"] if len(places) > MOST_NAMED else []))


def _expected(options: TableOptions, read: ReadKey) -> Node:
    due = zip(options.rows, options.key, strict=True)
    return Matrix(tuple((Text(name), read(entry)) for name, entry in (*due, *options.optional_rows.items())))


CHECKER = Checker("table", TableOptions, Wants.TABLE, _expected, check, SENTENCES)
