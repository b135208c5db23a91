"""One run: what is measured, on whom, and the results that come of it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from benchmarks.accuracy import Accuracy, accuracy
from benchmarks.graders.choice import OURS, YARDSTICK
from benchmarks.machine import ROOT, Circumstances, program
from benchmarks.measured import Frozen, Measured
from benchmarks.questions import KINDS, read_questions
from benchmarks.service import Service, measure_workers
from benchmarks.speed import Speed, speed
from benchmarks.start import start

WHAT = ("accuracy", "speed", "service")
PASSES = {OURS: (7, 3), YARDSTICK: (3, 1)}
"""Passes with prepared keys, and in each of the other ways; the yardstick's take minutes."""
WORKERS = (1, 2, 4)
ROUNDS = 11


@dataclass(frozen=True)
class Run:
    """``most`` is None for all questions of each kind."""

    what: tuple[str, ...]
    kinds: tuple[str, ...]
    graders: tuple[str, ...]
    most: int | None
    circumstances: Circumstances

    @property
    def is_whole(self) -> bool:
        """Whether nothing of what was asked for is left out."""
        return self.what == ("service",) or (
            self.kinds == KINDS and self.most is None and {OURS, YARDSTICK} <= {*self.graders}
        )

    def results(self) -> Iterator[tuple[str, Frozen]]:
        """Each with its name, as soon as it is there."""
        for name in self.what:
            match name:
                case "accuracy":
                    yield name, self._accuracy()
                case "speed":
                    yield name, self._speed()
                case _:
                    yield name, self._service()

    @cached_property
    def measured(self) -> dict[tuple[str, str], Measured]:
        """By grader and kind. Kind by kind, one grader after the other, so that noise falls on both."""
        return {(grader, kind): self._measure(grader, kind) for kind in self.kinds for grader in self.graders}

    def _measure(self, grader: str, kind: str) -> Measured:
        prepared, others = PASSES[grader] if "speed" in self.what else (1, 0)
        line = program("benchmarks.measuring", grader, kind, str(prepared), str(others), str(self.most or 0))
        done = subprocess.run(line, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        measured = Measured.model_validate_json(done.stdout)
        seconds = sum(one.wall_s for one in measured.passes)
        tell(f"{kind}: {grader}, {len(measured.rows)} questions, {len(measured.passes)} passes in {seconds:.1f} s")
        return measured

    def _accuracy(self) -> Accuracy:
        questions = {kind: read_questions(kind, self.most) for kind in self.kinds}
        measured = self.measured
        return accuracy(self.circumstances.machine(), questions, measured)

    def _speed(self) -> Speed:
        measured = self.measured
        tell("Fresh processes: until the first answer")
        started = start(self.graders, ROUNDS if self.most is None else 1)
        return speed(self.circumstances.machine(), self.kinds, measured, started)

    def _service(self) -> Service:
        figures = []
        for workers in WORKERS:
            tell(f"The service with {workers} that grade")
            figures.append(measure_workers(workers))
        return Service(machine=self.circumstances.machine(), workers=tuple(figures))


def tell(words: str) -> None:
    """How far the run is, to people who wait for it."""
    print(words, file=sys.stderr, flush=True)
