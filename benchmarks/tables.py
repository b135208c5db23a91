"""The results as tables of Markdown."""

from collections.abc import Callable, Sequence

from benchmarks.accuracy import Accuracy, WrongRow
from benchmarks.confusion import Confusion, in_all
from benchmarks.machine import Machine
from benchmarks.service import Service
from benchmarks.speed import Figures, GraderSpeed, KindSpeed, Ratio, Speed

LONGEST_CELL = 70


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown; the first column is text, the others are numbers."""
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def circumstances(machine: Machine) -> str:
    """One paragraph: when, where, with what."""
    versions = ", ".join(f"{name} {version}" for name, version in machine.packages.items())
    return (
        f"`{machine.command}`, {machine.date}, commit {machine.commit or 'unknown'}. {machine.cpu}, {machine.cores} cores, "
        f"{machine.platform}, Python {machine.python}; {versions}. Load when it began {machine.load_before:g}, when it "
        f"ended {machine.load_after:g}."
    )


# accuracy


def ours(accuracy: Accuracy) -> str:
    """Every question, by kind."""
    heads = (
        *("kind", "asked", "right", "false accepts", "false rejects", "unreadable"),
        *("undecided", "key refused", "other verdict"),
    )
    total = in_all(kind.ours for kind in accuracy.kinds)
    rows = [_confusion(kind.kind, kind.ours) for kind in accuracy.kinds]
    return table(heads, [*rows, _confusion("**all**", total)])


def _confusion(name: str, counts: Confusion) -> list[str]:
    numbers = (
        *(counts.asked, counts.right, counts.false_accepts, counts.false_rejects, counts.unreadable),
        *(counts.undecided, counts.key_refused, counts.other_verdict),
    )
    return [name, *map(str, numbers)]


def beside(accuracy: Accuracy) -> str:
    """Both on the same questions, by kind, and below those that the yardstick is told less about."""
    heads = (
        *("kind", "asked", "Fullmarks: false accepts", "right answers not accepted", "undecided, refused"),
        *("Math-Verify: false accepts", "right answers not accepted", "of these unreadable", "undecided, refused"),
    )
    rows = [_beside(kind.kind, kind.same.ours, kind.same.yardstick) for kind in accuracy.kinds if kind.same.ours.asked]
    for name, side in (("**all, told the same**", "same"), ("told less: a domain", "less")):
        parts = [getattr(kind, side) for kind in accuracy.kinds]
        rows.append(_beside(name, in_all(part.ours for part in parts), in_all(part.yardstick for part in parts)))
    return table(heads, rows)


def _beside(name: str, our: Confusion, yardstick: Confusion) -> list[str]:
    numbers = (
        *(our.asked, our.false_accepts, our.not_accepted, our.undecided + our.key_refused),
        *(yardstick.false_accepts, yardstick.not_accepted, yardstick.unreadable),
        yardstick.undecided + yardstick.key_refused,
    )
    return [name, *map(str, numbers)]


def unable(accuracy: Accuracy) -> str:
    """What the yardstick was not asked."""
    rows = sorted(accuracy.unable.items(), key=lambda pair: (-pair[1], pair[0]))
    return table(("what it has no means for", "questions"), [(reason, str(count)) for reason, count in rows])


def wrong(accuracy: Accuracy) -> str:
    """Our own faults, row by row; those whose key was refused are counted above only."""
    rows = [row for row in accuracy.wrong if row.column != "key_refused"]
    if not rows:
        return "None."
    return table(("row", "key", "answer", "due", "said"), [_wrong(row) for row in rows]).replace("---:|", "---|")


def _wrong(row: WrongRow) -> list[str]:
    return [row.id, quoted(row.key), quoted(row.answer), row.due, row.said]


def quoted(text: str) -> str:
    """A text as code in a cell, on one line, cut where it is long."""
    line = " ".join(text.split()).replace("|", "\\|")
    shown = line if len(line) <= LONGEST_CELL else f"{line[:LONGEST_CELL]}…"
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


# speed


def speed(result: Speed) -> str:
    """Checks a second and times, by kind."""
    heads = (
        *("kind", "checks", "a second", "of processor", "p50 ms", "p99 ms", "of processor"),
        *("worst ms", "worst row"),
        *("with explanation: a second", "p99 ms", "key read each time: a second", "p99 ms"),
    )
    return table(heads, [_speed(kind.kind, kind.ours) for kind in result.kinds if kind.ours])


def _speed(name: str, grader: GraderSpeed) -> list[str]:
    times = grader.prepared
    return [
        *(_name(name), str(times.checks), number(times.per_s), number(times.per_cpu_s)),
        *map(milliseconds, (times.p50_us, times.p99_us, times.p99_cpu_us, times.worst_us)),
        times.worst_id,
        *_rate(grader.explained),
        *_rate(grader.fresh),
    ]


def _rate(times: Figures | None) -> tuple[str, str]:
    return (number(times.per_s), milliseconds(times.p99_us)) if times else ("–", "–")


def ratios(result: Speed) -> str:
    """The yardstick's times and how they compare."""
    heads = (
        *("kind", "shared rows", "Math-Verify: checks a second", "of processor", "p50 ms", "p99 ms", "worst ms"),
        *("times as long: all rows", "row in the middle", "key read each time: all rows", "row in the middle"),
    )
    return table(heads, [_ratio(kind) for kind in result.kinds if kind.yardstick and kind.prepared_ratio])


def _ratio(kind: KindSpeed) -> list[str]:
    times = kind.yardstick.prepared if kind.yardstick else None
    cells = (
        (
            *(number(times.per_s), number(times.per_cpu_s)),
            *map(milliseconds, (times.p50_us, times.p99_us, times.worst_us)),
        )
        if times
        else ("–",) * 5
    )
    shared = str(kind.prepared_ratio.checks) if kind.prepared_ratio else "0"
    return [_name(kind.kind), shared, *cells, *_times(kind.prepared_ratio), *_times(kind.fresh_ratio)]


def _times(ratio: Ratio | None) -> tuple[str, str]:
    return (number(ratio.of_sums), number(ratio.of_a_row)) if ratio else ("–", "–")


def resources(result: Speed) -> str:
    """Processor and memory, by kind and grader."""
    heads = (
        *("kind", "Fullmarks: passes", "spread", "processor / wall", "peak MB"),
        *("Math-Verify: passes", "spread", "processor / wall", "peak MB"),
    )
    rows = [[_name(kind.kind), *_resources(kind.ours), *_resources(kind.yardstick)] for kind in result.kinds]
    return table(heads, [row for row in rows if set(row[1:]) != {"–"}])


def _resources(grader: GraderSpeed | None) -> list[str]:
    if grader is None:
        return ["–"] * 4
    return [str(grader.passes), f"{grader.spread:.0%}", f"{grader.cpu_share:.2f}", f"{grader.peak_mb:.0f}"]


def slowest(result: Speed) -> str:
    """Our slowest rows."""
    rows = [(row.id, milliseconds(row.prepared.wall_us), row.verdict) for row in result.slowest]
    return table(("row", "ms", "verdict"), rows)


def start(result: Speed) -> str:
    """From nothing to the first answer."""
    heads = ("program", "seconds", "beyond Python's own", "slowest", "processor's seconds", "peak MB")
    rows = [
        (
            *(f"{one.program} ({one.grader})", f"{one.seconds:.3f}", f"{one.beyond_s:.3f}", f"{one.slowest_s:.3f}"),
            "–" if one.cpu_s is None else f"{one.cpu_s:.3f}",
            f"{one.peak_mb:.0f}" if one.peak_mb else "–",
        )
        for one in result.start
    ]
    return table(heads, rows)


# service


def service(result: Service) -> str:
    """One column a number of workers."""
    figures: tuple[tuple[str, Callable[[int], str]], ...] = (
        ("first answer after start, s", lambda n: f"{result.workers[n].first_answer_s:g}"),
        ("first report after start, s", lambda n: f"{result.workers[n].first_report_s:g}"),
        ("POST to report, one at a time: median, ms", lambda n: f"{result.workers[n].submit_to_report_ms:g}"),
        ("the same: 95 of 100 within, ms", lambda n: f"{result.workers[n].submit_to_report_p95_ms:g}"),
        ("one answer: handed in a second", lambda n: number(result.workers[n].answers.handed_in_per_s)),
        ("one answer: graded a second", lambda n: number(result.workers[n].answers.graded_per_s)),
        ("whole homework: handed in a second", lambda n: number(result.workers[n].homeworks.handed_in_per_s)),
        ("whole homework: graded a second", lambda n: number(result.workers[n].homeworks.graded_per_s)),
        ("whole homework, all waiting: graded a second", lambda n: number(result.workers[n].backlog_per_s)),
        ("the engine alone, in as many processes: graded a second", lambda n: number(result.workers[n].engine_per_s)),
        ("Celery tasks that do nothing, a second", lambda n: number(result.workers[n].noop_per_s)),
    )
    memory: dict[str, list[str]] = {}
    for one in result.workers:
        for name, megabytes in one.memory_mb.items():
            memory.setdefault(f"memory of {name}, MB", []).append(f"{megabytes:g}")
    heads = ("", *(f"{one.workers} {'worker' if one.workers == 1 else 'workers'}" for one in result.workers))
    rows = [(name, *map(of, range(len(result.workers)))) for name, of in figures]
    return table(heads, [*rows, *((name, *megabytes) for name, megabytes in memory.items())])


# numbers


def _name(kind: str) -> str:
    return "**all**" if kind == "all" else kind


def number(value: float) -> str:
    """``12,300`` or ``3.14``: three figures."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:g}"


def milliseconds(microseconds: float) -> str:
    """Three figures."""
    return number(microseconds / 1e3)
