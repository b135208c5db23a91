"""Counting what a grader said against what is due."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.graders.grader import Said
from benchmarks.measured import Frozen, MeasuredRow
from benchmarks.questions import Question


class Confusion(Frozen):
    """Some questions, each counted in one of the columns after ``asked``; all but ``right`` are faults."""

    asked: int = 0
    right: int = 0
    false_accepts: int = 0
    """Wrong answers that were accepted."""
    false_rejects: int = 0
    """Right answers that were said to be wrong."""
    unreadable: int = 0
    """Right answers that could not be read."""
    undecided: int = 0
    """Answers, right or wrong, that go to a person (and need not) or ran out of time."""
    key_refused: int = 0
    """Nothing was judged: the key, or what was told about it, could not be used."""
    other_verdict: int = 0
    """Wrong answers that were not accepted, under another verdict than those that are due (unreadable for incorrect)."""
    wrong_answers: int = 0
    """How many of those asked are not to be accepted."""

    @property
    def faults(self) -> int:
        """All that are not right."""
        return self.asked - self.right

    @property
    def not_accepted(self) -> int:
        """Right answers that earned nothing, for whatever cause."""
        return self.false_rejects + self.unreadable

    def __add__(self, other: "Confusion") -> "Confusion":
        return Confusion(**{name: getattr(self, name) + getattr(other, name) for name in Confusion.model_fields})


def column(question: Question, row: MeasuredRow, *, in_words: bool = True) -> str:
    """The column that a judgement counts in; ``in_words``: whether the verdict's own words matter as well."""
    if row.said is Said.KEY_REFUSED:
        return "key_refused"
    if row.verdict in {question.verdict, *question.also}:
        return "right"
    if row.said is Said.UNDECIDED:
        return "undecided"
    if question.is_right:
        return {Said.ACCEPTED: "right", Said.UNREADABLE: "unreadable"}.get(row.said, "false_rejects")
    if row.said is Said.ACCEPTED:
        return "false_accepts"
    return "other_verdict" if in_words else "right"


def confusion(questions: Iterable[Question], rows: Mapping[str, MeasuredRow], *, in_words: bool = True) -> Confusion:
    """The counts over those questions that have a judgement."""
    total = Confusion()
    for question in questions:
        if question.id in rows:
            counted = {column(question, rows[question.id], in_words=in_words): 1}
            total += Confusion(asked=1, wrong_answers=int(not question.is_right), **counted)
    return total


def in_all(parts: Iterable[Confusion]) -> Confusion:
    """The sum."""
    return sum(parts, start=Confusion())


def by_id(rows: Sequence[MeasuredRow]) -> dict[str, MeasuredRow]:
    """The judgements, to be looked up."""
    return {row.id: row for row in rows}
