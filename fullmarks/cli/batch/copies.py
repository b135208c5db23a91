"""A few pieces of work, each done by a copy of this process, which costs some milliseconds where a process of its own costs a second.

A copy may be killed in the middle of a computation that nothing else could stop, with all that it has started.
"""

from __future__ import annotations

import os
import resource
import selectors
import signal
import time
from contextlib import suppress
from typing import NoReturn

from fullmarks.memory_limit import limit_memory
from fullmarks.pool.job import MEGABYTE, Died, Done, Job, OutOfTime, Result, Work

_PIECE = 1 << 16


def in_a_copy(work: Work, line: str, job: Job) -> Result:
    """What comes of one line: its answer, or how the copy ended."""
    read, write = os.pipe()
    copy = os.fork()
    if copy == 0:
        _be_the_copy(work, line, job, write)
    os.close(write)
    try:
        answer = _received(read, time.monotonic() + job.seconds * job.patience)
    finally:
        os.close(read)
        with suppress(ProcessLookupError):  # it has not come to be a group of its own, or is gone
            os.killpg(copy, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        _, status = os.waitpid(copy, 0)
    if answer is None:
        return OutOfTime(job.seconds)
    return Done(answer[:-1].decode()) if answer.endswith(b"\n") else Died(os.waitstatus_to_exitcode(status))


def _be_the_copy(work: Work, line: str, job: Job, write: int) -> NoReturn:
    """Never returns: what the original would do at its end is not the copy's to do."""
    status = 1
    try:
        os.setsid()  # a key pressed to stop us stops it through us
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        limit_memory(job.memory_mb * MEGABYTE)
        left = f"{work(line)}\n".encode()
        while left:
            left = left[os.write(write, left) :]
        status = 0
    finally:
        os._exit(status)


def _received(read: int, until: float) -> bytes | None:
    """All that is written until the other end is closed, or a line's end comes; None where neither does in time."""
    received = b""
    with selectors.DefaultSelector() as selector:
        selector.register(read, selectors.EVENT_READ)
        while not received.endswith(b"\n"):
            if not selector.select(max(0.0, until - time.monotonic())):
                return None
            piece = os.read(read, _PIECE)
            if not piece:
                break
            received += piece
    return received
