"""A grading item by item, in the form in which many of them are kept, counted and compared.

A *case* is all that an item's result depends on beside the rubric: its answers in every attempt, and of an item that follows others
theirs too. A class gives the same cases again and again; what one comes to is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from datetime import timedelta
from fractions import Fraction

from pydantic import JsonValue, TypeAdapter

from fullmarks.compare.algebra.exponents import Monomial, terms
from fullmarks.compare.canonical import key
from fullmarks.expr.nodes import Text
from fullmarks.find.found import Answer
from fullmarks.grade.graded import Graded, GradedItem, GradedPart
from fullmarks.grade.points import OPEN
from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.report.bases import DIGITS
from fullmarks.report.model import Report, ReportItem, ReportPart
from fullmarks.rubric.fingerprint import digest
from fullmarks.rubric.model import Item

LONGEST_ANSWER = 200
"""So much of an answer's text is kept beside its mark, for lists."""

Tried = tuple[str, str, tuple[str, ...], tuple[str, ...]] | None
"""What one attempt answers: the text, the formula, further answers, definitions; None where it does not."""
Turns = tuple[int | None, ...]
Case = tuple[str, tuple[Tried, ...], tuple[int, ...], timedelta, Turns, tuple[tuple[str, Turns], ...]]
"""The item, its tries, the hints before each, by how much all is late; where it follows others, its turns, and their cases and turns."""

_SHOWN = TypeAdapter(tuple[ReportItem, ...])
IN_TIME = timedelta(0)


@frozen
class Mark:
    """What counts of one item. ``shown`` are the item's entries in the report, one an attempt, as JSON without their spans."""

    item: str
    case: str
    """The case's hash."""
    group: str
    """The hash of what the answer means: answers that say the same, however they are written, have one."""
    verdict: Verdict
    points: Fraction
    """Those that count, after all costs."""
    pending: Fraction
    attempt: int | None
    """The attempt that it counts from; None where nothing answers it."""
    attempts: int
    answer: str
    diagnosis: str | None
    evidence: str
    shown: str


def shown_items(shown: str) -> tuple[ReportItem, ...]:
    """The entries again."""
    return _SHOWN.validate_json(shown)


class Marker:
    """Marks of gradings under one rubric. ``memo`` is the caller's, who bounds it."""

    def __init__(self, memo: MutableMapping[Case, Mark]) -> None:
        self._memo = memo

    def __call__(self, graded: Graded, report: Report) -> tuple[Mark, ...]:
        """One mark an item, in the rubric's order."""
        marks: dict[str, tuple[Mark, Turns]] = {}
        for part, entries in zip(graded.parts, report.parts, strict=True):
            turns = tuple(attempt.turn for attempt in part.attempts)
            hints = tuple(attempt.hints for attempt in part.attempts)
            for place, item in enumerate(part.part.items):
                column = [attempt.items[place] for attempt in part.attempts]
                case = _case(item, column, hints, turns, graded.late_by, marks)
                mark = self._memo.get(case)
                if mark is None:
                    mark = self._memo[case] = _mark(case, part, entries, place, column)
                marks[item.id] = (mark, turns)
        return tuple(mark for mark, _ in marks.values())


def _case(
    item: Item,
    column: Sequence[GradedItem],
    hints: tuple[int, ...],
    turns: Turns,
    late_by: timedelta,
    marks: Mapping[str, tuple[Mark, Turns]],
) -> Case:
    tries = tuple(_tried(one.answer) for one in column)
    late = late_by if any(tries) else IN_TIME
    if not item.follows:
        return (item.id, tries, hints, late, (), ())
    earlier = tuple((mark.case, at) for mark, at in (marks[one.earlier.id] for one in item.follows))
    return (item.id, tries, hints, late, turns, earlier)


def _tried(answer: Answer | None) -> Tried:
    return (answer.text, answer.formula, answer.others, answer.definitions) if answer else None


def _mark(case: Case, part: GradedPart, entries: ReportPart, place: int, column: Sequence[GradedItem]) -> Mark:
    counted = part.counted[place]
    counts = column[(counted.attempt or 1) - 1]
    shown = tuple(attempt.items[place].model_copy(update={"span": None}) for attempt in entries.attempts)
    outcome = counts.outcome
    return Mark(
        item=case[0],
        case=_hash_of(case),
        group=_meaning(counts),
        verdict=outcome.verdict,
        points=counted.points,
        pending=_pending(column),
        attempt=counted.attempt,
        attempts=len(column),
        answer=counts.answer.text[:LONGEST_ANSWER] if counts.answer else "",
        diagnosis=outcome.diagnosis.code if outcome.diagnosis else None,
        evidence=outcome.evidence.kind.value,
        shown=_SHOWN.dump_json(shown).decode(),
    )


def _hash_of(case: Case) -> str:
    item, tries, hints, late, turns, earlier = case
    answers: JsonValue = [[one[0], one[1], [*one[2]], [*one[3]]] if one else None for one in tries]
    before: JsonValue = [[followed, [*at]] for followed, at in earlier]
    return digest([item, answers, [*hints], late // timedelta(microseconds=1), [*turns], before])[:DIGITS]


def _pending(column: Sequence[GradedItem]) -> Fraction:
    """Open are the points of an item of which no attempt was decided."""
    answered = [one for one in column if one.outcome.verdict is not Verdict.MISSING]
    if not answered or any(one.outcome.verdict not in OPEN for one in answered):
        return Fraction(0)
    return answered[-1].pending


def _meaning(graded: GradedItem) -> str:
    """The hash of what was read: of its products and sums where it is made of them, else of its tree in canonical order.

    Answers of one hash are equal; equal answers may have several. Where nothing was read it is the text's.
    """
    answer = graded.answer
    if answer is None:
        return digest(["missing"])[:DIGITS]
    tree = graded.value or (graded.reading.tree if graded.reading else None)
    others = sorted(_folded(text) for text in answer.others)
    if tree is None or isinstance(tree, Text):
        return digest(["text", _folded(answer.text), *others])[:DIGITS]
    assumptions = graded.item.assumptions
    found = None if assumptions.arrays else terms(tree, assumptions.domains)  # products of arrays keep their order
    if found is None:
        return digest(["tree", key(tree), *others])[:DIGITS]
    sums: JsonValue = [
        [[[*power] for power in _powers(monomial)], _written(found[monomial])] for monomial in sorted(found)
    ]
    return digest(["sum", sums, *others])[:DIGITS]


def _powers(monomial: Monomial) -> Iterator[tuple[str, str]]:
    return ((name, _written(power)) for name, power in monomial)


def _written(number: Fraction) -> str:
    return f"{number.numerator:x}/{number.denominator:x}"  # in decimal, Python refuses long numbers


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
