"""The door to the prover: one child process, asked one question at a time, killed when it takes too long.

It works inside a Celery worker and from any thread, since it needs neither signals nor multiprocessing: a plain subprocess over
pipes. A child belongs to the process that started it; after a fork there is a new one.
"""

from __future__ import annotations

import atexit
import json
import os
import selectors
import subprocess
import sys
from collections.abc import Mapping
from threading import Lock

from fullmarks.compare.proof.written import NotWrittenError, written
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node

_MEMORY_BYTES = 1 << 30
_START_S = 20.0
_PATIENCE = 6
_READY = "ready"


def proved_equal(left: Node, right: Node, domains: Mapping[str, Domain], seconds: float) -> bool | None:
    """Whether SymPy proves two trees equal, or different by a number; None where it does not, or not in time.

    ``seconds`` are the child's processor time, so that a busy machine changes no verdict; by the clock it may take
    ``_PATIENCE`` times as long before it is killed.
    """
    try:
        question = {"left": written(left), "right": written(right), "domains": _described(domains)}
    except NotWrittenError:
        return None
    line = json.dumps({**question, "seconds": seconds})
    return {"equal": True, "different": False}.get(_PROVER.ask(line, seconds * _PATIENCE))


def _described(domains: Mapping[str, Domain]) -> dict[str, str]:
    return {name: _nearest(domain) for name, domain in domains.items()}


def _nearest(domain: Domain) -> str:
    """The widest description that is true of a domain and that SymPy can hold."""
    if domain.kind == "complex":
        return "complex"
    suffix = " integer" if domain.kind == "integer" else ""
    if domain.positive:
        return f"positive{suffix}"
    if domain.nonnegative:
        return f"nonnegative{suffix}"
    if suffix:
        return "integer"
    return "nonzero" if domain.nonzero else "real"


class Prover:
    """A child process that is started when it is first needed, and again after it was killed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._child: subprocess.Popen[str] | None = None
        self._is_ready = False
        self._owner = 0

    def ask(self, question: str, seconds: float) -> str:
        """The answer to one question; ``unknown`` when it does not come in time."""
        if self._owner not in (0, os.getpid()):  # after a fork, neither the lock nor the child is ours
            self._lock, self._child, self._is_ready, self._owner = Lock(), None, False, 0
        with self._lock:
            child = self._ready_child()
            if child is None or child.stdin is None:
                return "unknown"
            try:
                child.stdin.write(question + "\n")
                child.stdin.flush()
            except OSError:
                self._end()
                return "unknown"
            answer = self._line(child, seconds)
            if answer is None:
                self._start()  # ready by the time of the next question
            return answer or "unknown"

    def _ready_child(self) -> subprocess.Popen[str] | None:
        if self._child is None or self._child.poll() is not None:
            self._start()
        child = self._child
        if child is not None and not self._is_ready:
            self._is_ready = self._line(child, _START_S) == _READY
        return child if self._is_ready else None

    def _start(self) -> None:
        self._end()
        self._owner = os.getpid()
        self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter; questions go over the pipe
            [sys.executable, "-m", "fullmarks.compare.proof.child", str(_MEMORY_BYTES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        atexit.register(self.close)

    def _line(self, child: subprocess.Popen[str], seconds: float) -> str | None:
        """The next line of the child's; None, and no child any more, when it does not come in time."""
        with selectors.DefaultSelector() as selector:
            if child.stdout is not None:
                selector.register(child.stdout, selectors.EVENT_READ)
            line = child.stdout.readline() if child.stdout is not None and selector.select(seconds) else ""
        if not line:
            self._end()
            return None
        return line.strip()

    def close(self) -> None:
        """Ends the child; the next question starts another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        child, self._child, self._is_ready = self._child, None, False
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()
            child.wait()


_PROVER = Prover()
