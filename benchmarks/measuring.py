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
from time import perf_counter_ns, process_time

from benchmarks.graders.choice import create
from benchmarks.graders.grader import Check, Grader, Judgement
from benchmarks.measured import Measured, MeasuredRow, Pass
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
        judgements, prepared_us, passes = _passes([grader.prepare(question) for question in some], plan.prepared)
        explained_us = _explained(grader, some, plan.others)
        fresh_us = [_fresh(grader, question, plan.others) for question in some]
        rows += map(_row, some, judgements, prepared_us, explained_us, fresh_us)
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


def _passes(checks: list[Check], passes: int) -> tuple[list[Judgement], list[list[float]], list[Pass]]:
    """What each said, its microseconds in each pass, and the passes."""
    judgements: list[Judgement] = []
    times_us: list[list[float]] = [[] for _ in checks]
    done: list[Pass] = []
    for _ in range(passes):
        begun, cpu = perf_counter_ns(), process_time()
        timed = [_timed(check) for check in checks]
        done.append(Pass(wall_s=(perf_counter_ns() - begun) / 1e9, cpu_s=process_time() - cpu))
        judgements = judgements or [judgement for judgement, _ in timed]
        for times, (_, time_us) in zip(times_us, timed, strict=True):
            times.append(time_us)
    return judgements, times_us, done


def _explained(grader: Grader, asked: list[Question], passes: int) -> list[list[float]]:
    """Microseconds of each in each pass; none for a grader that explains nothing."""
    checks = [check for question in asked if (check := grader.explaining(question))]
    return _passes(checks, passes)[1] if checks else [[] for _ in asked]


def _fresh(grader: Grader, question: Question, passes: int) -> list[float]:
    """Microseconds a check with the key read by it; none for a rubric's item."""
    if question.item is not None:
        return []
    times = []
    for _ in range(passes):
        grader.forget()
        times.append(_timed(partial(grader.check, question))[1])
    return times


def _timed(check: Check) -> tuple[Judgement, float]:
    begun = perf_counter_ns()
    judgement = check()
    return judgement, (perf_counter_ns() - begun) / 1e3


def _row(
    question: Question,
    judgement: Judgement,
    prepared_us: list[float],
    explained_us: list[float],
    fresh_us: list[float],
) -> MeasuredRow:
    return MeasuredRow(
        id=question.id,
        said=judgement.said,
        verdict=judgement.verdict,
        prepared_us=_median(prepared_us) or 0.0,
        explained_us=_median(explained_us),
        fresh_us=_median(fresh_us),
    )


def _median(times_us: list[float]) -> float | None:
    return round(median(times_us), 2) if times_us else None


def _together(parts: tuple[Pass, ...]) -> Pass:
    return Pass(wall_s=sum(part.wall_s for part in parts), cpu_s=sum(part.cpu_s for part in parts))


if __name__ == "__main__":
    _, name, of_kind, prepared, others, most = sys.argv
    sys.stdout.write(measure(Plan(name, of_kind, int(prepared), int(others), int(most) or None)).model_dump_json())
