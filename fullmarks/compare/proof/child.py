"""The prover's process: reads one question a line, answers ``equal``, ``different`` or ``unknown`` a line.

It may be killed at any moment. Its memory is limited, and it dies with whoever started it.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from threading import Thread
from types import FrameType

import sympy

from fullmarks.compare.proof.in_sympy import Builder
from fullmarks.compare.proof.written import NotWrittenError

READY = "ready"
_LOOKS_EVERY_S = 1.0


def main(memory_bytes: int) -> None:
    """Answers until standard input ends."""
    limit_memory(memory_bytes)
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    signal.signal(signal.SIGPROF, _ring)
    _say(READY)
    for line in sys.stdin:
        _say(_answer(line))


def limit_memory(memory_bytes: int) -> None:
    """So much, or less where whoever started this process may have no more itself: a bound cannot be raised again."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted))


def _end_with(parent: int) -> None:
    """Ends this process soon after its parent; the kernel's own signal for that comes when a mere thread of it ends."""
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY_S)
    os._exit(1)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class _OutOfTimeError(Exception):
    """The processor time that a question may take is used up."""


def _ring(signum: int, frame: FrameType | None) -> None:
    raise _OutOfTimeError


def _answer(line: str) -> str:
    question = json.loads(line)
    builder = Builder(question["domains"])
    signal.setitimer(signal.ITIMER_PROF, question["seconds"])
    try:
        left, right = builder.build(question["left"]), builder.build(question["right"])
        difference = sympy.simplify((left - right).doit())
    except (NotWrittenError, NotImplementedError, ValueError, TypeError, ArithmeticError, RecursionError, MemoryError):
        return "unknown"
    except _OutOfTimeError:
        return "unknown"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if difference == 0:
        return "equal"
    return "different" if difference.is_number and difference.is_finite and difference.is_zero is False else "unknown"


if __name__ == "__main__":
    main(int(sys.argv[1]))
