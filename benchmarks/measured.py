"""What one process reports that has put one kind of questions to one grader."""

from statistics import median

from pydantic import BaseModel, ConfigDict

from benchmarks.graders.grader import Said


class Frozen(BaseModel):
    """A record of measurements, kept as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MeasuredRow(Frozen):
    """One question: what was said, and the median of its times in microseconds."""

    id: str
    said: Said
    verdict: str
    prepared_us: float
    """With the key read before; the verdict alone."""
    explained_us: float | None
    """The same with the reason why a wrong answer is wrong; None for a grader that gives none."""
    fresh_us: float | None
    """With the key read by the check; None where that was not measured: a rubric's keys are read when it is loaded."""


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

    def prepared(self) -> dict[str, float]:
        """Microseconds a check by id, keys prepared; what was not judged is left out."""
        return self._times("prepared_us")

    def explained(self) -> dict[str, float]:
        """Microseconds a check by id, keys prepared, with the reason why a wrong answer is wrong."""
        return self._times("explained_us")

    def fresh(self) -> dict[str, float]:
        """Microseconds a check by id, the key read each time."""
        return self._times("fresh_us")

    def _times(self, field: str) -> dict[str, float]:
        times = ((row.id, getattr(row, field)) for row in self.rows if row.said is not Said.KEY_REFUSED)
        return {name: time_us for name, time_us in times if time_us is not None}

    @property
    def spread(self) -> float:
        """How far passes lie apart: the slowest over the median, less one."""
        walls = [one.wall_s for one in self.passes]
        return max(walls) / median(walls) - 1 if walls else 0.0

    @property
    def cpu_share(self) -> float:
        """Processor time over wall time; well below 1 where other programs wanted the processor."""
        return sum(one.cpu_s for one in self.passes) / sum(one.wall_s for one in self.passes) if self.passes else 1.0
