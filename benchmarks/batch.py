"""How fast a whole class is graded: ``python -m benchmarks.batch [--students N…] [--jobs N]``.

The class is made from the rubric's own examples with a seed, so that answers repeat as a class's do. It is graded with what was judged
before remembered, and with nothing remembered, as if no two students wrote the same. Seconds by the clock depend on what else the
machine does; those of the processors, of all processes together, much less.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel

from benchmarks.homework import RUBRIC
from fullmarks.outcome import Verdict
from fullmarks.rubric.load import load_rubric
from fullmarks.rubric.model import Item

ITEMS = 30
"""So many items does each student answer."""
RIGHT = 0.75
"""The share of the answers that are drawn from the right ones; the others are drawn from all examples."""
SEED = 20_261_124


class BatchFigures(BaseModel):
    """One run."""

    students: int
    memo: bool
    """Whether what was judged before was remembered."""
    distinct: bool
    jobs: int
    wall_s: float
    processor_s: float
    peak_mb: float
    """Of all processes together."""
    a_second: float


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--students", type=int, nargs="+", default=[2_000, 10_000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--distinct", action="store_true", help="No two students answer in the same words.")
    parser.add_argument("--only", choices=["memo", "no-memo"])
    given = parser.parse_args()
    for students in given.students:
        for memo in (True, False):
            if given.only in (None, "memo" if memo else "no-memo"):
                print(measure(students, given.jobs, memo=memo, distinct=given.distinct).model_dump_json(), flush=True)


def measure(students: int, jobs: int, *, memo: bool, distinct: bool = False) -> BatchFigures:
    """Grade a made class by the command line."""
    with TemporaryDirectory(prefix="fullmarks-bench-") as folder:
        handed_in, results = Path(folder) / "class.ndjson", Path(folder) / "results.ndjson"
        handed_in.write_text("".join(f"{line}\n" for line in made_class(students, distinct=distinct)), "utf-8")
        program = Path(sys.executable).with_name("fullmarks")
        command = [
            program,
            "grade",
            RUBRIC,
            handed_in,
            "-q",
            "-o",
            results,
            "--jobs",
            str(jobs),
            "--memo" if memo else "--no-memo",
        ]
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        with subprocess.Popen(command) as run:
            peak = Peak(run.pid)
            status = run.wait()
        wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        if status:
            raise SystemExit(f"fullmarks grade ended with status {status}")
        graded = sum(1 for _ in results.open("rb")) - 1
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return BatchFigures(
        students=graded,
        memo=memo,
        distinct=distinct,
        jobs=jobs,
        wall_s=round(wall, 1),
        processor_s=round(spent, 1),
        peak_mb=round(peak.megabytes),
        a_second=round(graded / wall, 1),
    )


def made_class(students: int, *, distinct: bool = False) -> Iterator[str]:
    """A line of JSON for each student; ``distinct``: a number is added to each answer and taken away again."""
    drawn = random.Random(SEED)
    items = [item for item in load_rubric(RUBRIC).items() if item.examples][:ITEMS]
    for number in range(students):
        more = f" + {number} - {number}" if distinct else ""
        answers = {item.id: _answer(item, drawn) + more for item in items}
        yield json.dumps({"student": f"student{number:06}", "answers": answers}, ensure_ascii=False)


def _answer(item: Item, drawn: random.Random) -> str:
    """One of the item's examples."""
    examples = [example.answer for example in item.examples]
    right = [example.answer for example in item.examples if example.verdict is Verdict.CORRECT]
    return drawn.choice(right if right and drawn.random() < RIGHT else examples)


class Peak:
    """The most memory that a process and all below it have at one time, looked at now and then."""

    def __init__(self, pid: int) -> None:
        self.megabytes = 0.0
        self._pid = pid
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while Path(f"/proc/{self._pid}").exists():
            kilobytes = sum(_resident(pid) for pid in _family(self._pid))
            self.megabytes = max(self.megabytes, kilobytes / 1024)
            time.sleep(0.2)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        listed = [file.read_text("ascii") for file in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return
    for text in listed:
        for child in text.split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    """Kilobytes, those of shared pages as a share of them where the system tells."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
