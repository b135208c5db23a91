"""What one grading may cost: time by two clocks, memory by the process."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

from fullmarks import memory_limit
from fullmarks.errors import FullmarksError
from workers.settings import WorkerSettings

MEGABYTE = 1 << 20
Outcome = TypeVar("Outcome")


class TookTooLong(BaseException):  # like KeyboardInterrupt: no `except Exception` on its way may eat it
    """A grading reached its soft limit."""


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong


@contextmanager
def time_limits(soft_s: float, hard_s: float) -> Iterator[None]:
    """Raise ``TookTooLong`` after ``soft_s`` seconds; end the process after ``hard_s`` of processor time.

    The first works between two steps of Python only. The second is a signal that nothing catches, so that it works in
    the middle of a long product of polynomials too. Only for the main thread of a worker's process.
    """
    signal.signal(signal.SIGALRM, _stop)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, hard_s)
    signal.setitimer(signal.ITIMER_REAL, soft_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def graded_within(settings: WorkerSettings, grading: Callable[[], Outcome]) -> Outcome | str:
    """What a grading comes to within the limits of time and memory, or the cause for which it comes to nothing."""
    try:
        with time_limits(settings.grading_soft_s, settings.grading_hard_s):
            return grading()
    except TookTooLong:
        return f"Its grading took longer than {settings.grading_soft_s:g} s."
    except MemoryError:
        return f"Its grading needed more than {settings.grading_memory_mb} MB of memory."
    except FullmarksError as error:
        return error.sentence


def limit_memory(megabytes: int) -> None:
    """Let this process have so much address space at most: what asks for more gets a ``MemoryError``, or ends."""
    memory_limit.limit_memory(megabytes * MEGABYTE, for_good=False)
