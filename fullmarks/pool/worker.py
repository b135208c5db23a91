"""One process of a pool, seen from where it was started."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import suppress

from fullmarks.errors import OperatorError
from fullmarks.pool.child import READY
from fullmarks.pool.job import Died, Done, Job, OutOfTime, Result, telling

START_S = 120.0
"""How long a process may take to be ready, on a machine however busy."""
PIECE = 1 << 16


class _LateError(Exception):
    """Nothing came in time."""


class _EndedError(Exception):
    """The process has ended."""


class Worker:
    """Asked by one thread at a time; no good any more after any result but ``Done``.

    It needs neither signals nor the multiprocessing of Python, so it may be made in any thread, in a daemonic process, and
    after a fork.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._is_ready = False
        self._process = _started()
        self._end = weakref.finalize(self, _ended, self._process, os.getpid())

    def ask(self, line: str) -> Result:
        """What comes of one line."""
        (result,) = self.each([line])
        return result

    def each(self, lines: Sequence[str]) -> Iterator[Result]:
        """What comes of the lines, one after the other, as it comes. After anything but ``Done`` nothing more comes.

        All of them are sent at once, so that the process need not wait for us between two of them; each has its own time.
        Raises OperatorError where the process cannot even be made ready.
        """
        self.make_ready()
        if any("\n" in line for line in lines):
            raise ValueError("a line holds no line break")
        try:
            sent = "".join(f"{line}\n" for line in lines).encode()
            for answer in self._exchanged(sent, len(lines), self._job.seconds * self._job.patience):
                yield Done(answer.decode())
        except _LateError:
            self.close()
            yield OutOfTime(self._job.seconds)
        except _EndedError:
            yield self._of_the_end()

    def kill(self) -> None:
        """Kills the process and all that it has started; the thread that waits for it, if one does, sees it end."""
        _killed(self._process)

    def close(self) -> None:
        """The same, and lets go of the pipes: where no other thread waits for them."""
        self._end()

    def make_ready(self) -> None:
        """Wait until the process has its job; raises OperatorError, and is no good any more, where it does not come to that."""
        if self._is_ready:
            return
        try:
            self._is_ready = list(self._exchanged(telling(self._job), 1, START_S)) == [READY]
        except (_LateError, _EndedError):
            self.close()
        if not self._is_ready:
            raise OperatorError("no_worker", f"A process that runs {self._job.prepare} could not be started.")

    def _of_the_end(self) -> Result:
        try:
            status = self._process.wait(self._job.seconds)
        except subprocess.TimeoutExpired:  # it closed its pipes and lives on
            status = -signal.SIGKILL
        self.close()
        return OutOfTime(self._job.seconds) if status == -signal.SIGPROF else Died(status)

    def _exchanged(self, sent: bytes, count: int, seconds: float) -> Iterator[bytes]:
        """So many lines from the process, each in so many seconds, while all is sent."""
        into, out_of = _pipes(self._process)
        received = b""
        with selectors.DefaultSelector() as selector:
            selector.register(out_of, selectors.EVENT_READ)
            selector.register(into, selectors.EVENT_WRITE)
            for _ in range(count):
                until = time.monotonic() + seconds
                while b"\n" not in received:
                    ready = selector.select(max(0.0, until - time.monotonic()))
                    if not ready:
                        raise _LateError
                    for key, _ in ready:
                        if key.fd == out_of:
                            received += _read(out_of)
                        else:
                            sent = sent[_write(into, sent) :]
                            if not sent:
                                selector.unregister(into)
                line, _, received = received.partition(b"\n")
                yield line


def _started() -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "fullmarks.pool.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a key pressed to stop us stops it through us, and what it starts is killed with it
    )
    os.set_blocking(_pipes(process)[0], False)
    return process


def _pipes(process: subprocess.Popen[bytes]) -> tuple[int, int]:
    if process.stdin is None or process.stdout is None:
        raise TypeError("a process without pipes")
    return process.stdin.fileno(), process.stdout.fileno()


def _read(pipe: int) -> bytes:
    piece = os.read(pipe, PIECE)
    if not piece:
        raise _EndedError
    return piece


def _write(pipe: int, line: bytes) -> int:
    try:
        return os.write(pipe, line[:PIECE])
    except BrokenPipeError as error:
        raise _EndedError from error


def _killed(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with suppress(ProcessLookupError):  # it ended by itself
            os.killpg(process.pid, signal.SIGKILL)


def _ended(process: subprocess.Popen[bytes], owner: int) -> None:
    """In a copy of its owner, made by a fork, the process is another's: only the pipes are let go there."""
    if os.getpid() != owner:
        process.returncode = 0
    else:
        _killed(process)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    if os.getpid() == owner:
        process.wait()
