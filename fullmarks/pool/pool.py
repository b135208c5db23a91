"""The pool: as many processes as were asked for, started when there is work, each replaced when it had to be killed."""

from __future__ import annotations

import os
import signal
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Lock
from typing import Generic, Self, TypeVar

from fullmarks.errors import OperatorError
from fullmarks.pool.job import Died, Done, Job, Result
from fullmarks.pool.worker import Worker
from fullmarks.records import frozen

Item = TypeVar("Item")
Value = TypeVar("Value")
AHEAD = 64
"""So many lines for each process are given out before the first of them has to be back."""
AT_ONCE = 8
"""Lines that a process gets together."""
LOTS = 4
"""So many times that for each process are given out, and not finished."""
SPREAD = 512
"""The last item that is taken stands less than this behind the first that is not finished."""


@frozen
class Finished(Generic[Item]):
    """An item, its number from 0, and what came of its line; None where it has no line."""

    number: int
    item: Item
    result: Result | None


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
        return self._in_a_thread(lambda: self._ask(line))

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

    def finished(self, items: Iterable[Item], line_of: Callable[[Item], str | None]) -> Iterator[Finished[Item]]:
        """Each item with its number, from 0, and what came of its line: in the order in which they are finished.

        Lines are given out several at once, for whom the way to a process and back would count. Items are taken as they are
        needed, and none that stands ``SPREAD`` behind one that is not finished: whoever puts them in order again need not
        keep more.
        """
        back: SimpleQueue[tuple[int, Result] | Exception] = SimpleQueue()
        under_way: dict[int, Item] = {}
        lot: list[tuple[int, str]] = []

        def next_one() -> Finished[Item]:
            came = back.get()
            if isinstance(came, Exception):
                raise came
            return Finished(came[0], under_way.pop(came[0]), came[1])

        def may_take(number: int, more: int) -> bool:
            first = next(iter(under_way), number)
            return len(under_way) + more <= AT_ONCE * LOTS * self.workers and number + more - first <= SPREAD

        for number, item in enumerate(items):
            if not may_take(number, 1):
                self._give(lot, back)
                while not may_take(number, AT_ONCE):
                    yield next_one()
            while not back.empty():
                yield next_one()
            line = line_of(item)
            if line is None:
                yield Finished(number, item, None)
                continue
            under_way[number] = item
            lot.append((number, line))
            if len(lot) >= min(AT_ONCE, 1 + number // (LOTS * self.workers)):  # few are shared out well
                self._give(lot, back)
        self._give(lot, back)
        while under_way:
            yield next_one()

    def _give(self, lot: list[tuple[int, str]], back: SimpleQueue[tuple[int, Result] | Exception]) -> None:
        """Gives the lines to a process, and clears the lot."""
        lines = dict(lot)
        lot.clear()

        def work() -> None:
            try:
                for number, result in zip(lines, self._results(list(lines.values())), strict=True):
                    back.put((number, result))
            except Exception as error:  # noqa: BLE001 - raised where the results are waited for
                back.put(error)

        if lines:
            self._in_a_thread(work)

    def _in_a_thread(self, work: Callable[[], Value]) -> Future[Value]:
        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(self.workers, thread_name_prefix="fullmarks-pool")
            return self._threads.submit(work)

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
        (result,) = self._results([line])
        return result

    def _results(self, lines: Sequence[str]) -> Iterator[Result]:
        """What comes of each line, in order, as it comes."""
        done, died_at = 0, -1
        while done < len(lines):
            if self._threads is None:  # closed
                done += 1
                yield Died(-signal.SIGKILL)
                continue
            for result in self._once(lines[done:]):
                # A process may die through no fault of its line: killed by the system, or by what the lines before left in its
                # memory.
                if isinstance(result, Died) and died_at != done and self._threads is not None:
                    died_at = done
                    break
                done += 1
                yield result

    def _once(self, lines: Sequence[str]) -> Iterator[Result]:
        worker = self._taken()
        done = 0
        try:
            for result in worker.each(lines):
                done += isinstance(result, Done)
                yield result
        finally:
            # A process that is lost is replaced at once, to be ready by the time of the next line.
            if done == len(lines):
                self._idle.append(worker)
            else:
                worker.close()
                if self._threads is not None:
                    self._idle.append(self._started())

    def _taken(self) -> Worker:
        """A process that is ready. Raises OperatorError where none becomes so, twice: one may be killed by the system."""
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = self._started()
        try:
            worker.make_ready()
        except OperatorError:
            if self._threads is None:  # closed
                raise
            worker = self._started()
            worker.make_ready()
        return worker

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
