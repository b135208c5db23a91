"""Where the queue is, and how much one grading may cost."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Literal, Self

from pydantic import Field, PositiveFloat, PositiveInt, model_validator

from fullmarks.errors import OperatorError
from store.patience import Patience
from store.settings import StoreSettings


class WorkerSettings(StoreSettings):
    """Settings of a worker, from ``FULLMARKS_…`` variables; ``docs/operating.md`` lists them all."""

    broker: str = ""
    """URL of the Redis or Valkey server: ``redis://…``, ``rediss://…`` or ``redis+socket:///path``."""
    workers: PositiveInt = Field(default_factory=lambda: os.cpu_count() or 1)
    """Processes that grade, on this machine."""
    grading_soft_s: PositiveFloat = 10
    """After so many seconds a grading is stopped, and its submission failed."""
    grading_hard_s: PositiveFloat = 15
    """A grading that can't be stopped is ended, with its process, after so many seconds of processor time."""
    grading_memory_mb: PositiveInt = 2048
    """Address space of one grading process."""
    requeue_after_s: PositiveFloat = 60
    """A submission that no worker took for so long is sent again; doubled with each time."""
    sweep_every_s: PositiveFloat = 5
    """How often each worker looks for submissions that were lost on the way."""

    retention_days: int = Field(0, ge=0)
    """So many days after it came in a submission is removed, with its reports; 0: never."""

    alive_file: str = ""
    """A file that a worker touches with each sweep that reached the database; empty: none."""
    log: Literal["auto", "json", "text"] = "auto"
    """How the log is written: ``auto`` is for people on a terminal, and JSON elsewhere."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """From which level on."""

    @model_validator(mode="after")
    def _soft_before_hard(self) -> Self:
        if self.grading_soft_s > self.grading_hard_s:
            raise ValueError("FULLMARKS_GRADING_SOFT_S must not be above FULLMARKS_GRADING_HARD_S")
        return self

    @property
    def broker_url(self) -> str:
        """The URL as Celery takes it.

        Raises ``OperatorError`` (``no_broker``) if none is set.
        """
        if not self.broker:
            raise OperatorError(
                "no_broker",
                "There is no broker: name a Redis or Valkey server with --broker or FULLMARKS_BROKER, for example "
                "redis://localhost:6379/0. `fullmarks serve` brings one of its own.",
            )
        return "redis" + self.broker.removeprefix("valkey") if self.broker.startswith("valkey") else self.broker

    @property
    def lease(self) -> timedelta:
        """How long a worker may hold a submission: twice the hard limit, which counts processor time only."""
        return timedelta(seconds=2 * self.grading_hard_s)

    @property
    def patience(self) -> Patience:
        """How long a sent submission may wait for a worker."""
        return Patience(timedelta(seconds=self.requeue_after_s))
