"""Checks in processes of their own: whatever an answer is, its check ends, and costs no other check anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import Self, TypeVar

from pydantic import TypeAdapter

from fullmarks.evaluation.checked import Checked, Groups, How, ToCheck, ToGroup, UnusableKey, undecided
from fullmarks.evaluation.checking import PREPARE
from fullmarks.pool.job import Died, Done, Job, OutOfTime, Result
from fullmarks.pool.pool import Pool
from fullmarks.records import frozen

Item = TypeVar("Item")
_CHECKED: TypeAdapter[Checked] = TypeAdapter(Checked)
NO_KEY = UnusableKey(why="There is no key.")


@frozen
class Bounds:
    """Of one answer: seconds of processor time, megabytes of its process. ``workers`` is the number of processes, by default one a core."""

    seconds: float = 10.0
    memory_mb: int = 1_024
    workers: int | None = None


DEFAULT = Bounds()


class BoundedChecks:
    """Safe in any number of threads, and after a fork; a process is started when it is first needed."""

    def __init__(self, how: How, bounds: Bounds) -> None:
        job = Job(PREPARE, how.model_dump_json(), seconds=bounds.seconds, memory_mb=bounds.memory_mb)
        self._pool = Pool(job, bounds.workers)

    def submit(self, asked: ToCheck) -> Future[Result]:
        """The future of one check; ``read`` says what its result means."""
        return self._pool.submit(_line(asked))

    def check(self, asked: ToCheck) -> Checked:
        """One check, waited for."""
        return read(self.submit(asked).result()) if asked.keys else NO_KEY

    def each(
        self, items: Iterable[Item], asked_of: Callable[[Item], ToCheck | None]
    ) -> Iterator[tuple[Item, Checked | None]]:
        """Every item with what became of its answer, in order; None where it has nothing to ask. Takes items as it needs them."""

        def line_of(item: Item) -> str | None:
            asked = asked_of(item)
            return None if asked is None else _line(asked)

        for item, result in self._pool.map(items, line_of):
            yield item, None if result is None else read(result)

    def groups(self, items: Iterable[Item], asked_of: Callable[[Item], ToGroup]) -> Iterator[tuple[Item, Groups]]:
        """Every item with its answers in groups of the same meaning; by their texts where that takes too long."""
        for item, result in self._pool.map(items, lambda item: _line(asked_of(item))):
            match result:
                case Done(line):
                    yield item, Groups.model_validate_json(line)
                case _:
                    yield item, _by_text(asked_of(item))

    def close(self) -> None:
        """Ends the processes."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def read(result: Result) -> Checked:
    """What a process says; where it had to be killed, the answer is undecided."""
    match result:
        case Done(line):
            return _CHECKED.validate_json(line)
        case OutOfTime(seconds):
            return undecided(f"the check took more than {seconds:g} s and was stopped")
        case Died(status):
            return undecided(f"the check ended its process (status {status}), mostly for want of memory")


def _by_text(asked: ToGroup) -> Groups:
    firsts = list(dict.fromkeys(asked.answers))
    return Groups(numbers=tuple(firsts.index(answer) for answer in asked.answers), by_text=True)


def _line(asked: ToCheck | ToGroup) -> str:
    return asked.model_dump_json()
