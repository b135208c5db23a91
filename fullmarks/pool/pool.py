"""The pool: as many processes as were asked for, started when there is work, each replaced when it had to be killed."""

from __future__ import annotations

import os
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Self, TypeVar

from fullmarks.pool.job import Died, Done, Job, Result
from fullmarks.pool.worker import Worker

Item = TypeVar("Item")
AHEAD = 64
"""So many lines for each process are given out before the first of them has to be back."""


class Pool:
    """May be used by any number of threads at once. A process that is forked from this one gets a pool of its own.

    Threads only wait for processes here, so their number costs next to nothing.
    """

    def __init__(self, job: Job, workers: int | None = None) -> None:
        self._job = job
        self.workers = workers or len(os.sched_getaffinity(0))
        self._begin()
        _POOLS.add(self)

    def _begin(self) -> None:
        self._lock = Lock()
        self._idle: deque[Worker] = deque()
        self._all: weakref.WeakSet[Worker] = weakref.WeakSet()
        self._threads: ThreadPoolExecutor | None = None

    def begin_anew(self) -> None:
        """In a copy of the process that was made by a fork: let go of what is the original's."""
        for worker in self._all:  # a pipe held open here would keep a process alive when its owner is gone
            worker.close()
        self._begin()

    def submit(self, line: str) -> Future[Result]:
        """What will come of one line; ``asyncio.wrap_future`` makes it awaitable."""
        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="fullmarks-pool")
            return self._threads.submit(self._ask, line)

    def map(self, items: Iterable[Item], line_of: Callable[[Item], str | None]) -> Iterator[tuple[Item, Result | None]]:
        """Each item with what came of its line, in order; None where it has no line.

        Items are taken as they are needed, so that there may be more of them than fit into memory.
        """
        waiting: deque[tuple[Item, Future[Result] | None]] = deque()
        try:
            for item in items:
                line = line_of(item)
                waiting.append((item, None if line is None else self.submit(line)))
                if len(waiting) >= AHEAD * self.workers:
                    yield _awaited(*waiting.popleft())
            while waiting:
                yield _awaited(*waiting.popleft())
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    def close(self) -> None:
        """Ends the processes; lines that they are at come to nothing, others are given up. The next line starts others."""
        with self._lock:
            threads, self._threads = self._threads, None
        if threads is not None:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in list(self._all):
                worker.kill()
            threads.shutdown(wait=True)
        while self._idle:
            self._idle.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, line: str) -> Result:
        result = self._once(line)
        # A process may die through no fault of its line: killed by the system, or by what the lines before left in its memory.
        if isinstance(result, Died) and self._threads is not None:
            result = self._once(line)
        return result

    def _once(self, line: str) -> Result:
        worker = self._taken()
        result = worker.ask(line)
        # A process that is lost is replaced at once, to be ready by the time of the next line.
        self._idle.append(worker if isinstance(result, Done) else self._started())
        return result

    def _taken(self) -> Worker:
        try:
            return self._idle.pop()
        except IndexError:
            return self._started()

    def _started(self) -> Worker:
        worker = Worker(self._job)
        self._all.add(worker)
        return worker


def _awaited(item: Item, future: Future[Result] | None) -> tuple[Item, Result | None]:
    return item, None if future is None else future.result()


_POOLS: weakref.WeakSet[Pool] = weakref.WeakSet()


def _begin_anew() -> None:
    """After a fork neither the threads nor the processes are ours, and a lock may be held by nobody."""
    for pool in _POOLS:
        pool.begin_anew()


os.register_at_fork(after_in_child=_begin_anew)
