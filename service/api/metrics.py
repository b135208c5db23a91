"""What there is to watch, as Prometheus reads it.

Every API process answers the same: what waits is asked of the database, what gradings came to of the broker, and
requests are counted by all processes of one API together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, SummaryMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from service.caller import Caller, caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.clock import now
from store.pieces import Left, pieces_left
from store.regrades import PHASES
from store.scope import Scope
from store.soundness import Unfinished, unfinished
from store.state import State
from workers.queue import QueueDownError
from workers.tally import SECONDS, Counted, tallied

TEXT = "text/plain"
BORDERS = (*(f"{border:g}" for border in SECONDS), "+Inf")
UNFINISHED = (State.RECEIVED, State.QUEUED, State.GRADING)
COUNTERS = {
    "outcome": ("fullmarks_gradings", "Submissions that workers were done with", "outcome"),
    "verdict": ("fullmarks_verdicts", "Items by their verdict", "verdict"),
    "evidence": (
        "fullmarks_evidence",
        "Items by how their verdict is known; undecided is what nobody could know",
        "kind",
    ),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Seconds and how many times, under which names workers count them, and what parts them."""

    times: str
    seconds: str
    label: str
    meaning: str


SUMMARIES = {
    "fullmarks_check_seconds": Summary(
        "checked", "checker_seconds", "checker", "Seconds that one answer took to check that was not remembered"
    ),
    "fullmarks_regrade_piece_seconds": Summary(
        "piece", "piece_seconds", "phase", "Seconds that one piece of a regrade took"
    ),
}


def metrics() -> Reply:
    """All of it; of the rubrics those of the caller's course, and for an administrator all."""
    at = desk()
    with at.database.look() as connection:
        waiting = unfinished(connection)
    with at.database.look() as connection:
        left = pieces_left(connection, PHASES)
    try:
        counts, is_up = _visible(tallied(at.queue), caller()), True
    except QueueDownError:
        counts, is_up = {}, False
    own = CollectorRegistry()
    own.register(_Figures([*_queue(waiting, is_up=is_up), *_gradings(counts), _regrades(left, caller())]))
    written = generate_latest(own) + generate_latest(at.counts.all_processes())
    return Reply(written.decode(), media_type=TEXT)


class _Figures(Collector):
    def __init__(self, figures: Iterable[Metric]) -> None:
        self._figures = figures

    def collect(self) -> Iterable[Metric]:
        return self._figures


def _visible(counts: Mapping[Counted, float], known: Caller) -> Mapping[Counted, float]:
    if known.scope is Scope.ADMIN:
        return counts
    return {counted: value for counted, value in counts.items() if counted.course == known.course}


def _queue(waiting: Unfinished, *, is_up: bool) -> Iterator[Metric]:
    by_state = GaugeMetricFamily("fullmarks_unfinished", "Submissions that wait or are being graded", labels=["state"])
    for state in UNFINISHED:
        by_state.add_metric([str(state)], waiting.by_state.get(state, 0))
    yield by_state
    age = 0.0 if waiting.oldest is None else max(0.0, (now() - waiting.oldest).total_seconds())
    yield GaugeMetricFamily(
        "fullmarks_oldest_unfinished_seconds", "How long ago the oldest of them came in; 0: there is none", value=age
    )
    yield GaugeMetricFamily("fullmarks_broker_up", "1 while the broker can be reached", value=float(is_up))


def _gradings(counts: Mapping[Counted, float]) -> Iterator[Metric]:
    for name, (metric, meaning, label) in COUNTERS.items():
        family = CounterMetricFamily(metric, meaning, labels=["course", "rubric", label])
        for counted, value in counts.items():
            if counted.name == name:
                family.add_metric([counted.course, counted.rubric, counted.value], value)
        yield family
    yield _times(counts)
    for metric, summary in SUMMARIES.items():
        yield _summary(metric, summary, counts)


def _summary(metric: str, summary: Summary, counts: Mapping[Counted, float]) -> Metric:
    family = SummaryMetricFamily(metric, summary.meaning, labels=["course", "rubric", summary.label])
    for counted, times in counts.items():
        if counted.name == summary.times:
            seconds = counts.get(replace(counted, name=summary.seconds), 0)
            family.add_metric([counted.course, counted.rubric, counted.value], int(times), seconds)
    return family


def _regrades(left: Iterable[Left], known: Caller) -> Metric:
    family = GaugeMetricFamily(
        "fullmarks_regrade_pieces_left",
        "Pieces of regrades that are planned and not done",
        labels=["course", "rubric", "phase"],
    )
    for one in left:
        if known.scope is Scope.ADMIN or one.course == known.course:
            family.add_metric([one.course, one.rubric_id, str(one.phase)], one.pieces)
    return family


def _times(counts: Mapping[Counted, float]) -> Metric:
    took: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for counted, value in counts.items():
        if counted.name == "took":
            took[counted.course, counted.rubric][counted.value] = value
    family = HistogramMetricFamily(
        "fullmarks_grading_seconds", "Seconds that one submission took to grade", labels=["course", "rubric"]
    )
    for (course, rubric), by_border in took.items():
        total = 0.0
        buckets: list[tuple[str, float]] = []
        for border in BORDERS:
            total += by_border.get(border, 0)
            buckets.append((border, total))
        family.add_metric([course, rubric], buckets, counts.get(Counted("seconds", course, rubric, ""), 0))
    return family


OPERATIONS = (
    Operation(
        name="metrics",
        method="GET",
        path="/metrics",
        summary="What there is to watch, as Prometheus reads it",
        handler=metrics,
        scope=Scope.STAFF,
        answers={200: Answer("The figures, in Prometheus's text format.", texts=(TEXT,))},
        refusals={503: "The database cannot be reached."},
    ),
)
