"""How long it takes until the first answer: fresh processes, beyond what Python itself needs."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.machine import ROOT
from benchmarks.measured import Frozen

MEMORY = f"\nimport sys; sys.path.insert(0, {str(ROOT)!r})\nfrom benchmarks.memory import peak_mb\nprint(peak_mb())"
"""Added where memory is wanted, in a run that is not timed."""
PYTHON = "Python"
PROGRAMS: Mapping[str, Mapping[str, str]] = {
    PYTHON: {"Python alone": ""},
    OURS: {
        "`import fullmarks`": "import fullmarks",
        "… and the first check": "import fullmarks\nfullmarks.check('(x+1)^2', 'x^2+2x+1')",
    },
    YARDSTICK: {
        "`import math_verify`": "import math_verify",
        "… and the first check": (
            "from math_verify import parse, verify\nverify(parse('$(x+1)^2$'), parse('$x^2+2x+1$'))"
        ),
    },
}
HOMEWORK = ROOT / "demo" / "homework.md"
RUBRIC = ROOT / "rubrics" / "cs182-hw4.yaml"


class Start(Frozen):
    """One program: seconds from its start to its end, and those beyond Python's own; its memory at the highest."""

    grader: str
    program: str
    seconds: float
    beyond_s: float
    slowest_s: float
    peak_mb: float | None


def start(graders: Sequence[str], rounds: int) -> list[Start]:
    """The programs, each run once in every round, so that noise falls on all alike."""
    lines = {
        (grader, name): [sys.executable, "-c", source]
        for grader, sources in PROGRAMS.items()
        if grader in {PYTHON, *graders}
        for name, source in sources.items()
    }
    # Not timed: it brings the files into memory as well.
    memory_mb = {program: float(_output([*line[:-1], line[-1] + MEMORY])) for program, line in lines.items()}
    command = Path(sys.executable).with_name("fullmarks")
    whole = [str(part) for part in (command, "grade", RUBRIC, HOMEWORK, "--format", "json")]
    _output(whole)
    lines[OURS, "`fullmarks grade`, a whole homework"] = whole
    seconds: dict[tuple[str, str], list[float]] = {program: [] for program in lines}
    for _ in range(rounds):
        for program, line in lines.items():
            begun = perf_counter()
            _output(line)
            seconds[program].append(perf_counter() - begun)
    python_s = median(seconds[PYTHON, "Python alone"])
    return [
        Start(
            grader=grader,
            program=name,
            seconds=round(median(times), 4),
            beyond_s=round(median(times) - python_s, 4),
            slowest_s=round(max(times), 4),
            peak_mb=memory_mb.get((grader, name)),
        )
        for (grader, name), times in seconds.items()
    ]


def _output(line: list[str]) -> str:
    return subprocess.run(line, cwd=ROOT, check=True, capture_output=True, text=True).stdout
