"""A program that the supervisor runs: started, watched, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from workers.parent import die_with


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, and how long it may take to stop once it is asked to."""

    name: str
    command: tuple[str, ...]
    stop_s: float
    environment: Mapping[str, str] = field(default_factory=dict)
    keep_open: tuple[int, ...] = ()
    """File descriptors that it inherits."""


class Child:
    """One run of a program, with all the processes that it starts in turn."""

    def __init__(self, program: Program) -> None:
        self.program = program
        # A group of its own: Ctrl-C reaches the supervisor alone, which stops its children in order.
        self._process = subprocess.Popen(  # noqa: S603  # our own programs
            program.command,
            env={**os.environ, **program.environment},
            pass_fds=program.keep_open,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
            process_group=0,
            preexec_fn=partial(die_with, os.getpid()),  # noqa: PLW1509  # the supervisor has one thread
        )

    @property
    def status(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        return self._process.poll()

    @property
    def ending(self) -> str:
        """How it ended, in words."""
        status = self._process.returncode
        return f"was killed by {signal.Signals(-status).name}" if status < 0 else f"exited with status {status}"

    def stop(self) -> None:
        """Ask it to finish what it has begun; after its time is up, end it and all that it started."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(self.program.stop_s)
        self.end()

    def end(self) -> None:
        """End it at once, and whatever it has left behind."""
        self.kill()
        self._process.wait()

    def kill(self) -> None:
        """The same without waiting, as a signal's handler may."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
