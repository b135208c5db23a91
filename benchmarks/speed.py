"""How fast: checks a second by kind, how the times spread, and how they compare on the same rows."""

from collections.abc import Mapping, Sequence
from statistics import quantiles

from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.graders.grader import Said
from benchmarks.machine import Machine
from benchmarks.measured import Frozen, Measured, Times
from benchmarks.start import Start

SLOWEST = 10


class Figures(Frozen):
    """Some checks: how many a second, and the time of the one in the middle, of the 99th in a hundred and of the worst."""

    checks: int
    per_s: float
    per_cpu_s: float
    """The same by the processor's time, which other programs' load does not lengthen."""
    p50_us: float
    p99_us: float
    p99_cpu_us: float
    worst_us: float
    worst_id: str


class Ratio(Frozen):
    """The yardstick's processor time over ours, on the questions that both judged."""

    checks: int
    of_sums: float
    """Of all the time that they took."""
    of_a_row: float
    """Of the row in the middle."""


class GraderSpeed(Frozen):
    """One grader on one kind."""

    prepared: Figures
    explained: Figures | None
    fresh: Figures | None
    passes: int
    spread: float
    """The slowest pass over the one in the middle, less one."""
    cpu_share: float
    """Processor time over wall time."""
    ready_mb: float
    peak_mb: float


class KindSpeed(Frozen):
    """One kind; None where nothing was judged."""

    kind: str
    ours: GraderSpeed | None
    yardstick: GraderSpeed | None
    prepared_ratio: Ratio | None
    fresh_ratio: Ratio | None


class SlowRow(Frozen):
    """One of our slowest."""

    id: str
    prepared: Times
    verdict: str


class Speed(Frozen):
    """The whole run; the kind ``all`` is over all rows."""

    machine: Machine
    kinds: tuple[KindSpeed, ...]
    slowest: tuple[SlowRow, ...]
    start: tuple[Start, ...]


def speed(
    machine: Machine, kinds: Sequence[str], measured: Mapping[tuple[str, str], Measured], start: Sequence[Start]
) -> Speed:
    """The figures, from what was measured by grader and kind."""
    by_kind = [_kind(kind, measured.get((OURS, kind)), measured.get((YARDSTICK, kind))) for kind in kinds]
    whole = _kind("all", _whole(OURS, measured), _whole(YARDSTICK, measured))
    rows = [
        row
        for (grader, _), one in measured.items()
        if grader == OURS
        for row in one.rows
        if row.said is not Said.KEY_REFUSED
    ]
    slowest = sorted(rows, key=lambda row: -row.prepared.wall_us)[:SLOWEST]
    return Speed(
        machine=machine,
        kinds=(*by_kind, whole),
        slowest=tuple(SlowRow(id=row.id, prepared=row.prepared, verdict=row.verdict) for row in slowest),
        start=tuple(start),
    )


def figures(by_id: Mapping[str, Times]) -> Figures | None:
    """The figures of these checks; None if there are none."""
    if not by_id:
        return None
    walls = [times.wall_us for times in by_id.values()]
    worst = max(by_id, key=lambda name: by_id[name].wall_us)
    cpus = [times.cpu_us for times in by_id.values()]
    percentiles = _percentiles(walls)
    return Figures(
        checks=len(walls),
        per_s=_rounded(len(walls) / sum(walls) * 1e6),
        per_cpu_s=_rounded(len(walls) / sum(cpus) * 1e6),
        p50_us=_rounded(percentiles[49]),
        p99_us=_rounded(percentiles[98]),
        p99_cpu_us=_rounded(_percentiles(cpus)[98]),
        worst_us=_rounded(by_id[worst].wall_us),
        worst_id=worst,
    )


def _percentiles(values: list[float]) -> list[float]:
    """The 99 values between hundredths of them."""
    return quantiles(values, n=100, method="inclusive") if len(values) > 1 else values * 99


def ratio(ours: Mapping[str, Times], yardstick: Mapping[str, Times]) -> Ratio | None:
    """How many times as long the yardstick takes; None where no question was judged by both."""
    shared = [(ours[name].cpu_us, yardstick[name].cpu_us) for name in ours if name in yardstick]
    if not shared:
        return None
    rows = sorted(theirs / our for our, theirs in shared)
    sums = sum(theirs for _, theirs in shared) / sum(our for our, _ in shared)
    return Ratio(checks=len(shared), of_sums=_rounded(sums), of_a_row=_rounded(rows[len(rows) // 2]))


def _kind(kind: str, ours: Measured | None, yardstick: Measured | None) -> KindSpeed:
    return KindSpeed(
        kind=kind,
        ours=_grader(ours),
        yardstick=_grader(yardstick),
        prepared_ratio=ratio(ours.times("prepared"), yardstick.times("prepared")) if ours and yardstick else None,
        fresh_ratio=ratio(ours.times("fresh"), yardstick.times("fresh")) if ours and yardstick else None,
    )


def _grader(measured: Measured | None) -> GraderSpeed | None:
    prepared = figures(measured.times("prepared")) if measured else None
    if measured is None or prepared is None:
        return None
    return GraderSpeed(
        prepared=prepared,
        explained=figures(measured.times("explained")),
        fresh=figures(measured.times("fresh")),
        passes=len(measured.passes),
        spread=round(measured.spread, 3),
        cpu_share=round(measured.cpu_share, 3),
        ready_mb=measured.ready_mb,
        peak_mb=measured.peak_mb,
    )


def _whole(grader: str, measured: Mapping[tuple[str, str], Measured]) -> Measured | None:
    """All kinds as one; passes are added up in their order, memory is that of the largest process."""
    parts = [one for (name, _), one in measured.items() if name == grader and one.times("prepared")]
    if not parts:
        return None
    return Measured(
        grader=grader,
        kind="all",
        rows=tuple(row for part in parts for row in part.rows),
        unable={},
        passes=tuple(
            passes[0].model_copy(
                update={"wall_s": sum(one.wall_s for one in passes), "cpu_s": sum(one.cpu_s for one in passes)}
            )
            for passes in zip(*(part.passes for part in parts), strict=True)
        ),
        ready_mb=max(part.ready_mb for part in parts),
        peak_mb=max(part.peak_mb for part in parts),
    )


def _rounded(value: float) -> float:
    """Three significant figures: the machine gives no more."""
    return float(f"{value:.3g}")
