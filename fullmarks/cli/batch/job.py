"""What a process of a batch does: one text in, one text out. Both ends are models written as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict

Work = Callable[[str], str]
"""Does one piece; raises nothing for what is in it."""


class JobModel(BaseModel):
    """Base of what goes between the processes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Setup(JobModel):
    """What a process is told once: which job, that job's own order as JSON, and how much memory it may take."""

    job: Literal["grade", "regrade"]
    order: str
    megabytes: int


def work_of(setup: Setup) -> Work:
    """The job, ready to begin."""
    if setup.job == "grade":
        from fullmarks.cli.batch.grading import Grading, GradingOrder

        return Grading(GradingOrder.model_validate_json(setup.order))
    from fullmarks.cli.batch.regrading import Regrading, RegradingOrder

    return Regrading(RegradingOrder.model_validate_json(setup.order))
