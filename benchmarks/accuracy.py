"""Who is right, how often: every pair of the corpus put to Fullmarks, and to Math-Verify those that it has means for."""

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmarks.confusion import Confusion, by_id, column, confusion
from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.machine import Machine
from benchmarks.measured import Frozen, Measured, MeasuredRow
from benchmarks.questions import Question


class WrongRow(Frozen):
    """A row on which we were wrong."""

    id: str
    key: str
    answer: str
    due: str
    said: str
    column: str


class Side(Frozen):
    """Both graders on the same questions."""

    ours: Confusion
    yardstick: Confusion


class KindAccuracy(Frozen):
    """One kind."""

    kind: str
    ours: Confusion
    """All questions."""
    same: Side
    """Those that both were asked, told the same."""
    less: Side
    """Those that both were asked, where the yardstick can't be told a symbol's domain."""


class Accuracy(Frozen):
    """The whole run."""

    machine: Machine
    kinds: tuple[KindAccuracy, ...]
    unable: dict[str, int]
    """How many questions the yardstick was not asked, by what it has no means for."""
    wrong: tuple[WrongRow, ...]
    yardstick_accepted: tuple[str, ...]
    """Ids of the yardstick's false accepts on the same questions."""


def accuracy(
    machine: Machine, questions: Mapping[str, Sequence[Question]], measured: Mapping[tuple[str, str], Measured]
) -> Accuracy:
    """The counts, from what was measured by grader and kind."""
    kinds: list[KindAccuracy] = []
    wrong: list[WrongRow] = []
    unable: Counter[str] = Counter()
    accepted: list[str] = []
    for kind, asked in questions.items():
        ours = by_id(measured[OURS, kind].rows)
        theirs = measured.get((YARDSTICK, kind))
        yardstick = by_id(theirs.rows) if theirs else {}
        unable.update(theirs.unable if theirs else {})
        shared = [question for question in asked if question.id in yardstick]
        same = [question for question in shared if not question.says_more]
        less = [question for question in shared if question.says_more and question.item is None]
        kinds.append(
            KindAccuracy(
                kind=kind,
                ours=confusion(asked, ours),
                same=_side(same, ours, yardstick),
                less=_side(less, ours, yardstick),
            )
        )
        wrong += [row for question in asked if (row := _wrong(question, ours[question.id]))]
        accepted += [q.id for q in same if column(q, yardstick[q.id]) == "false_accepts"]
    return Accuracy(
        machine=machine, kinds=tuple(kinds), unable=dict(unable), wrong=tuple(wrong), yardstick_accepted=tuple(accepted)
    )


def _side(asked: list[Question], ours: dict[str, MeasuredRow], yardstick: dict[str, MeasuredRow]) -> Side:
    """Only acceptance counts here: the yardstick knows no other verdicts."""
    return Side(ours=confusion(asked, ours, in_words=False), yardstick=confusion(asked, yardstick, in_words=False))


def _wrong(question: Question, row: MeasuredRow) -> WrongRow | None:
    found = column(question, row)
    if found == "right":
        return None
    return WrongRow(
        id=question.id, key=question.key, answer=question.answer, due=question.verdict, said=row.verdict, column=found
    )
