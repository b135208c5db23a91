"""What one grading may cost: time by two clocks, memory by the process."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

MEGABYTE = 1 << 20


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


def limit_memory(megabytes: int) -> None:
    """Let this process have so much address space at most: what asks for more gets a ``MemoryError``, or ends."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * MEGABYTE
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
