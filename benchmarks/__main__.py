"""``python -m benchmarks [accuracy|speed|service|all]``: measure, keep the results, rewrite the page that quotes them."""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy import accuracy
from benchmarks.graders.choice import OURS, YARDSTICK, installed
from benchmarks.machine import ROOT, Circumstances, program
from benchmarks.measured import Frozen, Measured
from benchmarks.page import PAGE, RESULTS, keep, rewrite
from benchmarks.questions import KINDS, read_questions
from benchmarks.service import Service, measure_workers
from benchmarks.speed import speed
from benchmarks.start import start

WHAT = ("accuracy", "speed", "service", "all")
PASSES = {OURS: (7, 3), YARDSTICK: (3, 1)}
"""Passes with prepared keys, and in each of the other ways; the yardstick's take minutes."""
WORKERS = (1, 2)
ROUNDS = 11
Everything = dict[tuple[str, str], Measured]


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    parser = _parser()
    given = parser.parse_args(arguments)
    circumstances = Circumstances(list(arguments))
    graders = tuple(name for name in installed() if name not in given.without)
    is_whole = given.kinds == list(KINDS) and given.most is None and YARDSTICK in graders
    if not is_whole and given.results is None and given.what != "service":
        parser.error(f"this would leave out questions or {YARDSTICK} (`make bench` installs it): say --results FOLDER")
    folder = given.results or RESULTS
    measured: Everything = {}
    if given.what != "service":
        measured = _measure(graders, given.kinds, given.most, timed=given.what != "accuracy")
    for name in WHAT[:-1] if given.what == "all" else (given.what,):
        keep(_result(name, given, circumstances, measured), name, folder)
        _tell(f"{folder / name}.json is written.")
    if given.results is None:
        rewrite(PAGE, RESULTS)
        _tell(f"{PAGE.relative_to(ROOT)} quotes them.")
    return 0


def _result(name: str, given: argparse.Namespace, circumstances: Circumstances, measured: Everything) -> Frozen:
    if name == "accuracy":
        questions = {kind: read_questions(kind, given.most) for kind in given.kinds}
        return accuracy(circumstances.machine(), questions, measured)
    if name == "speed":
        _tell("Fresh processes: until the first answer")
        return speed(circumstances.machine(), given.kinds, measured, start(ROUNDS if given.most is None else 1))
    figures = []
    for workers in WORKERS:
        _tell(f"The service with {workers} that grade")
        figures.append(measure_workers(workers))
    return Service(machine=circumstances.machine(), workers=tuple(figures))


def _measure(graders: Sequence[str], kinds: Sequence[str], most: int | None, *, timed: bool) -> Everything:
    """Kind by kind, one grader after the other, so that noise falls on both."""
    return {(grader, kind): one for kind in kinds for grader, one in _each(graders, kind, most, timed=timed)}


def _each(graders: Sequence[str], kind: str, most: int | None, *, timed: bool) -> Iterator[tuple[str, Measured]]:
    for grader in graders:
        prepared, others = PASSES[grader] if timed else (1, 0)
        line = program("benchmarks.measuring", grader, kind, str(prepared), str(others), str(most or 0))
        done = subprocess.run(line, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        measured = Measured.model_validate_json(done.stdout)
        seconds = sum(one.wall_s for one in measured.passes)
        _tell(f"{kind}: {grader}, {len(measured.rows)} questions, {len(measured.passes)} passes in {seconds:.1f} s")
        yield grader, measured


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=WHAT, default="all")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--most", type=int, help="so many questions a kind")
    parser.add_argument("--without", nargs="+", choices=[YARDSTICK], default=[], help="a grader to leave out")
    parser.add_argument(
        "--results", type=Path, help="folder for the results; by default the project's, quoted in its page"
    )
    return parser


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
