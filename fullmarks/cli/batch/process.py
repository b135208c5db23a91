"""A process of a batch as the one sees it that started it: asked in pieces, watched by the clock, replaced when it dies."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from fullmarks.cli.batch.child import READY
from fullmarks.cli.batch.job import Setup
from fullmarks.errors import OperatorError

START_S = 120
"""Seconds in which a process must have loaded the engine and the rubric."""
_AT_ONCE = 1 << 16


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece without an answer, and why; ``again`` where the next try may well bring one."""

    why: str
    again: bool


_STOPPED = Lost("The run was stopped.", again=True)


class _SilentError(Exception):
    """No line came: in time, or at all."""

    def __init__(self, *, in_time: bool) -> None:
        super().__init__()
        self.in_time = in_time


class BatchProcess:
    """One process at a time. Not for several threads at once, but for ``close``."""

    def __init__(self, setup: Setup, seconds: float) -> None:
        self._setup = setup
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._unread = b""
        self._closed = False

    def answers(self, pieces: Sequence[str]) -> list[str | Lost]:
        """An answer for each piece, in their order. One whose process died is tried once more, in a fresh one."""
        answers: list[str | Lost] = []
        tried = -1
        while len(answers) < len(pieces):
            if self._closed:
                return [*answers, *[_STOPPED] * (len(pieces) - len(answers))]
            found, lost = self._asked(pieces[len(answers) :])
            answers += found
            if lost is None:
                break
            if lost.again and tried != len(answers):
                tried = len(answers)
            else:
                answers.append(lost)
        return answers

    def close(self) -> None:
        """Ends the process; from another thread too, whose question is lost then."""
        self._closed = True
        self._kill()

    def _asked(self, pieces: Sequence[str]) -> tuple[list[str], Lost | None]:
        """The answers that came, and why the next one did not."""
        answers: list[str] = []
        try:
            child = self._running()
            if child.stdin is not None:
                child.stdin.write(json.dumps(list(pieces)).encode() + b"\n")
                child.stdin.flush()
            answers.extend(self._line(child, self._seconds) for _ in pieces)
        except (OSError, ValueError):  # a pipe that is closed at its other end, or at ours
            return answers, self._died()
        except _SilentError as silent:
            if silent.in_time:
                return answers, self._died()
            self._kill()
            return answers, Lost(f"It was not graded within {self._seconds:g} seconds.", again=False)
        return answers, None

    def _died(self) -> Lost:
        child = self._child
        if child is not None and not self._closed:
            with suppress(subprocess.TimeoutExpired):  # its pipes close a moment before it ends
                child.wait(1)
        self._kill()
        status = child.returncode if child is not None else None
        how = f"by {signal.Signals(-status).name}" if status is not None and status < 0 else f"with status {status}"
        return Lost(
            f"Its process ended {how}, twice. It may have asked for more than {self._setup.megabytes:,} MB of memory.",
            again=True,
        )

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "fullmarks.cli.batch.child"]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = self._started()
        return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        self._unread = b""
        # A session of its own: Ctrl-C is for the one who started it, and it ends with all that it has started itself.
        child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter; what is asked goes over the pipe
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._child = child
        try:
            if child.stdin is not None:
                child.stdin.write(self._setup.model_dump_json().encode() + b"\n")
                child.stdin.flush()
            ready = self._line(child, START_S)
        except (OSError, _SilentError):
            ready = ""
        if ready != READY:
            self._kill()
            raise OperatorError("no_process", "A process that grades could not be started. Try --jobs 1.")
        return child

    def _line(self, child: subprocess.Popen[bytes], seconds: float) -> str:
        """The next answer; raises _SilentError."""
        last = time.monotonic() + seconds
        while b"\n" not in self._unread:
            more = self._more(child, last - time.monotonic())
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\n")
        answer: str = json.loads(line)
        return answer

    def _more(self, child: subprocess.Popen[bytes], seconds: float) -> bytes:
        if child.stdout is None:
            raise _SilentError(in_time=True)
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            if not selector.select(max(0, seconds)):
                raise _SilentError(in_time=False)
        more = os.read(child.stdout.fileno(), _AT_ONCE)
        if not more:
            raise _SilentError(in_time=True)
        return more

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
