"""Homeworks a second that the engine grades without a service, in so many processes at once.

``python -m benchmarks.engine_alone RUBRIC DOCUMENT SECONDS`` is one of them; it remembers nothing between two homeworks.
"""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.machine import ROOT, program
from fullmarks import grade, load_rubric

SECONDS = 4.0


def homeworks_per_s(rubric: Path, document: Path, processes: int, seconds: float = SECONDS) -> float:
    """All processes together; each begins to count when it has graded its first."""
    command = program("benchmarks.engine_alone", str(rubric), str(document), str(seconds))
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    said = [process.communicate()[0] for process in running]
    return sum(map(float, said))


def _main(rubric: str, document: str, seconds: str) -> None:
    prepared, text = load_rubric(rubric), Path(document).read_text("utf-8")
    grade(prepared, text)
    begun, graded = perf_counter(), 0
    while perf_counter() - begun < float(seconds):
        grade(prepared, text)
        graded += 1
    print(graded / (perf_counter() - begun))


if __name__ == "__main__":
    _main(*sys.argv[1:])
