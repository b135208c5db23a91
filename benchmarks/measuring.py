"""``python -m benchmarks.measuring GRADER KIND PREPARED OTHERS MOST``: one process, one grader, one kind; JSON on its output.

A process of its own, so that neither grader's modules and caches weigh on the other's time and memory. What is timed is
one call that reads the answer and judges it. Three times over:

- *prepared*: the key was read before, once, as a rubric's is when it is loaded;
- *explained*: the same, and why a wrong answer is wrong is asked for as well;
- *fresh*: the call reads the key too. Whatever the grader keeps of keys is dropped before each.

Nothing is kept of answers by any of these ways: each pass works out the same again.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter_ns, process_time_ns, thread_time_ns

from benchmarks.graders.choice import create
from benchmarks.graders.grader import Check, Grader, Judgement
from benchmarks.measured import Measured, MeasuredRow, Pass, Times
from benchmarks.memory import peak_mb
from benchmarks.questions import Question, read_questions

AT_ONCE = 500
"""Keys that are prepared at a time: fewer than the engine keeps, so that none is dropped before it is used."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is put to whom, and how often; ``most`` is None for all questions of the kind."""

    grader: str
    kind: str
    prepared: int
    """Passes with prepared keys, one at least; the first one's judgements are kept."""
    others: int
    """Passes with explanations, and with keys read each time."""
    most: int | None = None


def measure(plan: Plan) -> Measured:
    """Put the questions to the grader."""
    questions = read_questions(plan.kind, plan.most)
    grader = create(plan.grader)
    reasons = {question.id: reason for question in questions if (reason := grader.unable(question))}
    asked = [question for question in questions if question.id not in reasons]
    ready_mb = peak_mb()
    rows: list[MeasuredRow] = []
    times: list[list[Pass]] = []
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        prepared, passes = _passes([grader.prepare(question) for question in some], plan.prepared)
        explained = _explained(grader, some, plan.others)
        fresh = [_fresh(grader, question, plan.others) for question in some]
        rows += map(_row, some, prepared, explained, fresh)
        times.append(passes)
    return Measured(
        grader=plan.grader,
        kind=plan.kind,
        rows=tuple(rows),
        unable=dict(Counter(reasons.values())),
        passes=tuple(_together(parts) for parts in zip(*times, strict=True)),
        ready_mb=ready_mb,
        peak_mb=peak_mb(),
    )


@dataclass(frozen=True, slots=True)
class Timed:
    """One call."""

    judgement: Judgement
    wall_us: float
    cpu_us: float


def _passes(checks: list[Check], passes: int) -> tuple[list[list[Timed]], list[Pass]]:
    """The calls of each check, one a pass, and the passes."""
    calls: list[list[Timed]] = [[] for _ in checks]
    done: list[Pass] = []
    for _ in range(passes):
        begun, cpu = perf_counter_ns(), process_time_ns()
        for check, timed in zip(checks, calls, strict=True):
            timed.append(_timed(check))
        done.append(Pass(wall_s=(perf_counter_ns() - begun) / 1e9, cpu_s=(process_time_ns() - cpu) / 1e9))
    return calls, done


def _explained(grader: Grader, asked: list[Question], passes: int) -> list[list[Timed]]:
    """The calls of each with its explanation; none for a grader that explains nothing."""
    checks = [check for question in asked if (check := grader.explaining(question))]
    return _passes(checks, passes)[0] if checks else [[] for _ in asked]


def _fresh(grader: Grader, question: Question, passes: int) -> list[Timed]:
    """Calls that read the key; none for a rubric's item."""
    if question.item is not None:
        return []
    calls = []
    for _ in range(passes):
        grader.forget()
        calls.append(_timed(partial(grader.check, question)))
    return calls


def _timed(check: Check) -> Timed:
    cpu, begun = thread_time_ns(), perf_counter_ns()
    judgement = check()
    ended, cpu_ended = perf_counter_ns(), thread_time_ns()
    return Timed(judgement, (ended - begun) / 1e3, (cpu_ended - cpu) / 1e3)


def _row(question: Question, prepared: list[Timed], explained: list[Timed], fresh: list[Timed]) -> MeasuredRow:
    first = (explained or prepared)[0].judgement  # a rubric may give something for the reason why an answer is wrong
    return MeasuredRow(
        id=question.id,
        said=first.said,
        verdict=first.verdict,
        prepared=_median(prepared),
        explained=_median(explained) if explained else None,
        fresh=_median(fresh) if fresh else None,
    )


def _median(calls: list[Timed]) -> Times:
    walls, cpus = [call.wall_us for call in calls], [call.cpu_us for call in calls]
    return Times(wall_us=round(median(walls), 2), cpu_us=round(median(cpus), 2))


def _together(parts: tuple[Pass, ...]) -> Pass:
    return Pass(wall_s=sum(part.wall_s for part in parts), cpu_s=sum(part.cpu_s for part in parts))


if __name__ == "__main__":
    _, name, of_kind, prepared, others, most = sys.argv
    sys.stdout.write(measure(Plan(name, of_kind, int(prepared), int(others), int(most) or None)).model_dump_json())
