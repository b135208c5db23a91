"""Starts the children, starts one again that dies, and stops them in order."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Sequence

from service.serve.child import Child, Program

TICK_S = 0.05
"""How often the children are looked at."""
MOST_DEATHS = 5
"""A child that dies so often within a minute is not started again."""
DEATHS_WITHIN_S = 60.0
PAUSE_S = 0.2
"""Before a child is started again; longer with every death."""


class GaveUpError(Exception):
    """A child keeps dying, or could not start at all; ``status`` is its exit status."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class Supervisor:
    """Runs programs, in the order in which they are started; the first one is stopped last."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self._programs = programs
        self._children: list[Child] = []
        self._deaths: dict[str, list[float]] = {}
        self.signal: int | None = None
        """The signal that said to stop."""

    def run(self, is_ready: Callable[[], bool], when_ready: Callable[[], None]) -> None:
        """Run until a signal says to stop. ``when_ready`` is called once, as soon as ``is_ready`` says so.

        Raises ``GaveUpError`` when a child dies before that, or keeps dying after it. Nothing is left running.
        """
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            for program in self._programs:
                self._children.append(Child(program))
            while self.signal is None and not is_ready():
                self._refuse_deaths()
                time.sleep(TICK_S)
            if self.signal is None:
                when_ready()
            while self.signal is None:
                self._children = [self._kept_running(child) for child in self._children]
                time.sleep(TICK_S)
            for child in reversed(self._children):
                child.stop()
        finally:
            for child in self._children:
                child.end()

    def _stop(self, number: int, _frame: object) -> None:
        """Stop in order; told so a second time, at once.

        It runs between any two steps of the above, so it takes no lock: not even an Event's.
        """
        if self.signal is not None:
            for child in self._children:
                child.kill()
        self.signal = number

    def _refuse_deaths(self) -> None:
        for child in self._children:
            if child.status is not None:
                raise GaveUpError(f"The {child.program.name} {child.ending} before it was ready.", child.status)

    def _kept_running(self, child: Child) -> Child:
        if child.status is None:
            return child
        name, now = child.program.name, time.monotonic()
        deaths = [death for death in self._deaths.get(name, []) if now - death < DEATHS_WITHIN_S] + [now]
        if len(deaths) > MOST_DEATHS:
            raise GaveUpError(f"The {name} {child.ending}, once too often.", child.status)
        self._deaths[name] = deaths
        child.end()
        sys.stderr.write(f"The {name} {child.ending}. It is started again.\n")
        time.sleep(PAUSE_S * len(deaths))
        return Child(child.program)
