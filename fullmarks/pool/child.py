"""A pool's process: told its job by the first line, then a line in, a line out, until standard input ends.

It may be killed at any moment. When whoever started it is gone, its input ends, and so does it: at once where it waits,
and after its line's processor time at the latest where it works.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import BinaryIO

from fullmarks.memory_limit import limit_memory
from fullmarks.pool.job import MEGABYTE, prepared, told

READY = b"ready"


def main() -> None:
    """Prepares, says so, and answers."""
    job = told(sys.stdin.buffer.readline())
    # Threads of a linear algebra library would each take address space, of which there is a bounded amount.
    os.putenv("OPENBLAS_NUM_THREADS", "1")
    answers = _kept_for_answers()
    work = prepared(job)
    limit_memory(job.memory_mb * MEGABYTE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process, in the middle of a long product too
    _say(answers, READY + b"\n")
    for line in sys.stdin.buffer:
        signal.setitimer(signal.ITIMER_PROF, job.seconds)
        answer = work(line.decode().rstrip("\n"))
        signal.setitimer(signal.ITIMER_PROF, 0)
        _say(answers, f"{answer}\n".encode())


def _kept_for_answers() -> BinaryIO:
    """Standard output, where nothing but answers goes from here on: what else is printed goes to standard error."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(kept, "wb")


def _say(answers: BinaryIO, line: bytes) -> None:
    answers.write(line)
    answers.flush()


if __name__ == "__main__":
    main()
