"""What gradings came to, counted by all workers together, in the broker: for whoever watches the service.

The database could be asked instead, and would have to read every mark each time. Counts that are lost with the broker
begin again at nothing, as those of Prometheus may.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from celery import Celery
from redis import Redis

from store.marks import StoredMark
from workers.clocked import Spent
from workers.queue import QueueDownError, broker_errors

KEY = "fullmarks:tally"
SECONDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""The borders between which gradings are counted by how long they took."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One of the things that are counted: which one, of which rubric, and what it came to."""

    name: str
    course: str
    rubric: str
    value: str

    @property
    def text(self) -> str:
        """As the broker knows it."""
        return json.dumps([self.name, self.course, self.rubric, self.value])


class Tally:
    """Counts of one process that are still to be added to everybody's."""

    def __init__(self) -> None:
        self._counts: Counter[Counted] = Counter()
        self._seconds: dict[Counted, float] = {}

    def graded(self, course: str, rubric: str, marks: Sequence[StoredMark], seconds: float) -> None:
        """A submission was graded in so many seconds."""
        self._settled(course, rubric, "graded", seconds)
        for mark in marks:
            self._counts[Counted("verdict", course, rubric, str(mark.mark.verdict))] += 1
            self._counts[Counted("evidence", course, rubric, mark.mark.evidence)] += 1

    def checked(self, course: str, rubric: str, by_kind: Mapping[str, Spent]) -> None:
        """Answers were checked, by the kind of their checker."""
        for kind, spent in by_kind.items():
            self._counts[Counted("checked", course, rubric, kind)] += spent.times
            self._add_seconds(Counted("checker_seconds", course, rubric, kind), spent.seconds)

    def piece(self, course: str, rubric: str, phase: str, seconds: float) -> None:
        """A piece of a regrade was done in so many seconds."""
        self._counts[Counted("piece", course, rubric, phase)] += 1
        self._add_seconds(Counted("piece_seconds", course, rubric, phase), seconds)

    def failed(self, course: str, rubric: str, seconds: float) -> None:
        """A submission could not be graded."""
        self._settled(course, rubric, "failed", seconds)

    def _settled(self, course: str, rubric: str, outcome: str, seconds: float) -> None:
        self._counts[Counted("outcome", course, rubric, outcome)] += 1
        border = next((f"{one:g}" for one in SECONDS if seconds <= one), "+Inf")
        self._counts[Counted("took", course, rubric, border)] += 1
        self._add_seconds(Counted("seconds", course, rubric, ""), seconds)

    def _add_seconds(self, counted: Counted, seconds: float) -> None:
        self._seconds[counted] = self._seconds.get(counted, 0) + seconds

    def hand_over(self, app: Celery) -> None:
        """Add these counts to everybody's; where the broker can't be reached they wait for the next time."""
        if not self._counts:
            return
        try:
            with _client(app) as client, client.pipeline(transaction=False) as together:
                for counted, times in self._counts.items():
                    together.hincrby(KEY, counted.text, times)
                for counted, seconds in self._seconds.items():
                    together.hincrbyfloat(KEY, counted.text, seconds)
                together.execute()
        except QueueDownError:
            return
        self._counts.clear()
        self._seconds.clear()


def tallied(app: Celery) -> Mapping[Counted, float]:
    """Everybody's counts; raises ``QueueDownError`` when the broker can't be reached."""
    with _client(app) as client:
        found = client.hgetall(KEY)
    return {Counted(*json.loads(name)): float(value) for name, value in found.items()}


@contextmanager
def _client(app: Celery) -> Iterator[Redis]:
    """Raises ``QueueDownError`` when the broker can't be reached, in the block too."""
    try:
        with app.pool.acquire(block=True, timeout=1) as connection:
            yield connection.default_channel.client
    except broker_errors(app) as error:
        raise QueueDownError(str(error)) from error
