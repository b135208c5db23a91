"""What one process reports that has put one kind of questions to one grader."""

from statistics import median
from typing import Literal

from pydantic import BaseModel, ConfigDict

from benchmarks.graders.grader import Said


class Frozen(BaseModel):
    """A record of measurements, kept as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Times(Frozen):
    """Microseconds of one check, each the median over the passes: on the clock, and of the processor."""

    wall_us: float
    cpu_us: float


class MeasuredRow(Frozen):
    """One question: what was said, and how long it took."""

    id: str
    said: Said
    verdict: str
    prepared: Times
    """With the key read before; the verdict alone."""
    explained: Times | None
    """The same with the reason why a wrong answer is wrong; None for a grader that gives none."""
    fresh: Times | None
    """With the key read by the check; None where that was not measured: a rubric's keys are read when it is loaded."""


Way = Literal["prepared", "explained", "fresh"]


class Pass(Frozen):
    """All questions once, with prepared keys."""

    wall_s: float
    cpu_s: float


class Measured(Frozen):
    """One grader on one kind."""

    grader: str
    kind: str
    rows: tuple[MeasuredRow, ...]
    unable: dict[str, int]
    """How many questions it was not asked, by the reason."""
    passes: tuple[Pass, ...]
    ready_mb: float
    """The process's memory, at its highest, when the grader was loaded and had checked nothing yet."""
    peak_mb: float
    """The same at the end."""

    def times(self, way: Way) -> dict[str, Times]:
        """How long each check took, by id; what was not judged, or not timed in this way, is left out."""
        timed = ((row.id, getattr(row, way)) for row in self.rows if row.said is not Said.KEY_REFUSED)
        return {name: times for name, times in timed if times is not None}

    @property
    def spread(self) -> float:
        """How far passes lie apart: the slowest over the median, less one."""
        walls = [one.wall_s for one in self.passes]
        return max(walls) / median(walls) - 1 if walls else 0.0

    @property
    def cpu_share(self) -> float:
        """Processor time over wall time; well below 1 where other programs wanted the processor."""
        return sum(one.cpu_s for one in self.passes) / sum(one.wall_s for one in self.passes) if self.passes else 1.0
