"""What the tables, charts and results are tried on: rows with made-up judgements and times."""

import pytest

from benchmarks.machine import Machine
from benchmarks.measured import Measured, MeasuredRow, Pass, Times
from benchmarks.questions import Question


@pytest.fixture(scope="session")
def machine() -> Machine:
    return Machine(
        date="2026-11-24 08:00 UTC",
        command="python -m benchmarks",
        cpu="Abacus 3000",
        cores=2,
        platform="Linux x86_64",
        python="3.11.7",
        packages={"fullmarks": "0.1.0", "math-verify": "0.9.0"},
        commit="abc1234",
        load_before=0.25,
        load_after=1.5,
    )


@pytest.fixture(scope="session")
def question():
    def make(name, verdict="correct", also=(), symbols=None, kind="scalar", **options):
        return Question(name, kind, "x", "x", verdict, frozenset(also), symbols, options)

    return make


@pytest.fixture(scope="session")
def row():
    def make(name, said="accepted", verdict="correct", prepared_us=200.0, fresh_us=400.0, explained_us=None):
        ways = {"prepared": prepared_us, "explained": explained_us, "fresh": fresh_us}
        timed = {way: us and Times(wall_us=us, cpu_us=us / 2) for way, us in ways.items()}
        return MeasuredRow(id=name, said=said, verdict=verdict, **timed)

    return make


@pytest.fixture(scope="session")
def measured():
    def make(grader, kind, rows, unable=None):
        passes = tuple(Pass(wall_s=wall, cpu_s=1.0) for wall in (1.0, 1.0, 1.5))
        return Measured(
            grader=grader,
            kind=kind,
            rows=tuple(rows),
            unable=unable or {},
            passes=passes,
            ready_mb=40.0,
            peak_mb=50.0,
        )

    return make
