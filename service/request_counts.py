"""How many requests were answered, how, and how fast: counted by each process, added up for the whole API.

The processes of one API share files for that, in the folder that ``PROMETHEUS_MULTIPROC_DIR`` names; gunicorn's settings
name one. The library looks at the variable when it is imported.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0)


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """The counts of one application."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    answered: Counter = field(init=False)
    took: Histogram = field(init=False)

    def __post_init__(self) -> None:
        answered = Counter("fullmarks_requests", "Requests answered", ("operation", "status"), registry=self.registry)
        took = Histogram(
            "fullmarks_request_seconds",
            "Seconds until a request was answered, the wait for a report included",
            ("operation",),
            buckets=SECONDS,
            registry=self.registry,
        )
        object.__setattr__(self, "answered", answered)
        object.__setattr__(self, "took", took)

    def count(self, operation: str, status: int, seconds: float) -> None:
        """Count a request."""
        self.answered.labels(operation, str(status)).inc()
        self.took.labels(operation).observe(seconds)

    def all_processes(self) -> CollectorRegistry:
        """The counts of all processes of this API, to be read."""
        if not os.environ.get(SHARED):
            return self.registry
        together = CollectorRegistry()
        MultiProcessCollector(together)
        return together
