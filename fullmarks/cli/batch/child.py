"""A process of a batch: ``python -m fullmarks.cli.batch.child``.

A line on standard input holds a list of pieces, and each piece is answered by one line. It ends with the process that started it,
however that happens, and takes no more memory than it was told.
"""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from fullmarks.cli.batch.job import Setup, work_of
from workers.bounds import limit_memory
from workers.parent import die_with

READY = "ready"


def main() -> None:
    """Answers until there is nothing more to answer."""
    die_with(os.getppid())
    answers = _only_for_answers()
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8")
    setup = Setup.model_validate_json(sys.stdin.readline())
    limit_memory(setup.megabytes)
    work = work_of(setup)
    _say(READY, answers)
    for line in sys.stdin:
        pieces: list[str] = json.loads(line)
        for piece in pieces:
            _say(work(piece), answers)


def _only_for_answers() -> TextIO:
    """Standard output as it is now; whatever else is printed from here on goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answer: str, answers: TextIO) -> None:
    answers.write(f"{json.dumps(answer)}\n")
    answers.flush()


if __name__ == "__main__":
    main()
