"""How long it takes until the first answer: fresh processes, beyond what Python itself needs."""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.homework import RUBRIC, homework
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
TURNS = 64
RUN = "import sys\nsys.argv = {arguments!r}\nfrom fullmarks.cli.main import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
"""The command in a process that can tell its memory afterwards."""


class Start(Frozen):
    """One program: seconds from its start to its end, and those beyond Python's own; of the processor; its memory at the highest."""

    grader: str
    program: str
    seconds: float
    beyond_s: float
    slowest_s: float
    cpu_s: float | None = None
    """In the middle; older results do not tell it."""
    peak_mb: float | None


def start(graders: Sequence[str], rounds: int) -> list[Start]:
    """The programs, each run once in every round, so that noise falls on all alike."""
    lines = {
        (grader, name): [sys.executable, "-c", source]
        for grader, sources in PROGRAMS.items()
        if grader in {PYTHON, *graders}
        for name, source in sources.items()
    }
    with TemporaryDirectory(prefix="fullmarks-") as folder:
        chat = Path(folder) / "chat.json"
        chat.write_text(json.dumps({"messages": _messages()}), "utf-8")
        commands = {
            (OURS, "`fullmarks --version`"): ["--version"],
            (OURS, "`fullmarks check x x`"): ["check", "x", "x"],
            (OURS, "`fullmarks grade`, a whole homework"): ["grade", str(RUBRIC), str(HOMEWORK), "--format", "json"],
            (OURS, f"`fullmarks grade`, a chat of {TURNS} turns"): ["grade", str(RUBRIC), str(chat)],
        }
        # Not timed: it brings the files into memory as well.
        whole = {name: [sys.executable, "-c", RUN.format(arguments=["", *said])] for name, said in commands.items()}
        peaks = {name: _peak_mb(line) for name, line in (lines | whole).items()}
        lines |= {name: [str(Path(sys.executable).with_name("fullmarks")), *said] for name, said in commands.items()}
        times = [{name: _timed(line) for name, line in lines.items()} for _ in range(rounds)]
    python_s = median(one[PYTHON, "Python alone"][0] for one in times)
    return [
        Start(
            grader=grader,
            program=name,
            seconds=round(median(one[grader, name][0] for one in times), 4),
            beyond_s=round(median(one[grader, name][0] for one in times) - python_s, 4),
            slowest_s=round(max(one[grader, name][0] for one in times), 4),
            cpu_s=round(median(one[grader, name][1] for one in times), 4),
            peak_mb=peaks[grader, name],
        )
        for grader, name in lines
    ]


def _messages() -> list[Mapping[str, str]]:
    """A chat about the homework: a part is asked for, and its items' keys are the answer, part after part and then again."""
    keys: dict[str, list[str]] = {}
    for question in homework():
        part, _, item = question.id.rpartition("-")[0].partition(".")
        line = f"- {item}: ${question.key}$"
        if line not in keys.setdefault(part, []):
            keys[part].append(line)
    parts = list(keys)
    asked = [parts[turn % len(parts)] for turn in range(TURNS // 2)]
    told = [
        f"### {part}\n\nStep by step, and with care, we get $x_1 = 3$.\n\n{chr(10).join(keys[part])}" for part in asked
    ]
    return [
        {"role": role, "content": content}
        for part, answer in zip(asked, told, strict=True)
        for role, content in (("user", f"Solve {part} please"), ("assistant", answer))
    ]


def _timed(line: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    _output(line)
    seconds, after = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _peak_mb(line: Sequence[str]) -> float:
    return float(_output([*line[:-1], line[-1] + MEMORY]).splitlines()[-1])


def _output(line: Sequence[str]) -> str:
    return subprocess.run(line, cwd=ROOT, check=True, capture_output=True, text=True).stdout
