"""Pieces of work and their answers: as they are finished, or in the order in which the pieces came."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from fullmarks.cli.batch.copies import in_a_copy
from fullmarks.pool.job import Died, Done, Job, OutOfTime, Result, Work
from fullmarks.records import frozen

Mine = TypeVar("Mine")
Thing = TypeVar("Thing")
Piece = tuple[Mine, str | None]
"""What a piece of work is of, and the piece itself; None goes by without an answer."""


@frozen
class Lost:
    """Why a piece has no answer."""

    why: str


Answer = str | Lost | None


@frozen
class Answered(Generic[Mine]):
    """A piece's number, from 0, what it is of, and its answer."""

    number: int
    mine: Mine
    answer: Answer


def job_of(prepare: str, order: str, *, seconds: float, memory_mb: int) -> Job:
    """A job of the pool. Its time is told by the clock too, for whoever waits in vain uses none of the processor's."""
    return Job(prepare, order, seconds=seconds, patience=1.0, memory_mb=memory_mb)


def here(work: Work, job: Job, pieces: Iterable[Piece[Mine]]) -> Iterator[Answered[Mine]]:
    """Answers by copies of this very process, in order: for a few pieces, for which others would not be worth their start."""
    for number, (mine, piece) in enumerate(pieces):
        result = None if piece is None else in_a_copy(work, piece, job)
        yield Answered(number, mine, _answer(result, job, tries=""))


def in_processes(job: Job, pieces: Iterable[Piece[Mine]], jobs: int | None) -> Iterator[Answered[Mine]]:
    """Answers as they are finished, by so many processes, by default one for each core.

    A piece that takes too long, or that ends its process twice, is ``Lost``, and no other is.
    """
    # Most runs are of a paper or two, which need no processes, nor what starts them.
    from fullmarks.pool.pool import Pool

    with Pool(job, jobs or os.cpu_count()) as pool:
        for one in pool.finished(pieces, lambda piece: piece[1]):
            yield Answered(one.number, one.item[0], _answer(one.result, job))


def in_order(numbered: Iterable[tuple[int, Thing]]) -> Iterator[Thing]:
    """Things in the order of their numbers, of which none is left out; what comes before its turn is kept until then."""
    early: dict[int, Thing] = {}
    due = 0
    for number, thing in numbered:
        early[number] = thing
        while due in early:
            yield early.pop(due)
            due += 1


def _answer(result: Result | None, job: Job, tries: str = ", twice") -> Answer:
    match result:
        case None:
            return None
        case Done(line):
            return line
        case OutOfTime(seconds):
            return Lost(f"It was not graded within {seconds:g} seconds.")
        case Died(status):
            import signal

            how = f"by {signal.Signals(-status).name}" if status < 0 else f"with status {status}"
            return Lost(
                f"Its process ended {how}{tries}. It may have asked for more than {job.memory_mb:,} MB of memory."
            )
