"""Pieces of work over several processes: taken when there is room, answered in the order in which they came.

Nothing here grows with the number of pieces: so many are under way, and the next are taken when the first of them is answered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from fullmarks.cli.batch.job import Setup, work_of
from fullmarks.cli.batch.process import BatchProcess, Lost

AT_ONCE = 8
"""Pieces that a process gets together, once there are many: the first ones go one by one, so that few are shared out well."""
AHEAD = 4
"""Lots under way or waiting, for each process."""

Mine = TypeVar("Mine")
Answer = str | Lost | None


def here(setup: Setup, pieces: Iterable[tuple[Mine, str | None]]) -> Iterator[tuple[Mine, Answer]]:
    """Answers in this very process: for a few pieces, for which no other would be worth its start."""
    work = work_of(setup)
    for mine, piece in pieces:
        yield mine, None if piece is None else work(piece)


def in_processes(
    setup: Setup, pieces: Iterable[tuple[Mine, str | None]], *, jobs: int, seconds: float
) -> Iterator[tuple[Mine, Answer]]:
    """Each piece with its answer, in order; what comes without a piece goes by without an answer.

    A piece that takes longer than so many ``seconds``, or that ends its process twice, is ``Lost``, and no other is.
    """
    processes = [BatchProcess(setup, seconds) for _ in range(jobs)]
    free: SimpleQueue[BatchProcess] = SimpleQueue()
    for process in processes:
        free.put(process)

    def answered(lot: list[str]) -> list[str | Lost]:
        process = free.get()
        try:
            return process.answers(lot)
        finally:
            free.put(process)

    threads = ThreadPoolExecutor(jobs, thread_name_prefix="batch")
    try:
        under_way: deque[tuple[list[tuple[Mine, bool]], Future[list[str | Lost]]]] = deque()
        for lot in _lots(pieces, jobs):
            asked = [piece for _, piece in lot if piece is not None]
            under_way.append(([(mine, piece is not None) for mine, piece in lot], threads.submit(answered, asked)))
            if len(under_way) >= jobs * AHEAD:
                yield from _told(*under_way.popleft())
        while under_way:
            yield from _told(*under_way.popleft())
    finally:
        for process in processes:
            process.close()
        threads.shutdown(cancel_futures=True)


def _lots(pieces: Iterable[tuple[Mine, str | None]], jobs: int) -> Iterator[list[tuple[Mine, str | None]]]:
    lot: list[tuple[Mine, str | None]] = []
    for number, piece in enumerate(pieces):
        lot.append(piece)
        if len(lot) >= min(AT_ONCE, 1 + number // (AHEAD * jobs)):
            yield lot
            lot = []
    if lot:
        yield lot


def _told(lot: list[tuple[Mine, bool]], answers: Future[list[str | Lost]]) -> Iterator[tuple[Mine, Answer]]:
    found = iter(answers.result())
    for mine, is_asked in lot:
        yield mine, next(found) if is_asked else None
