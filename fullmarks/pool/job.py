"""What a pool's processes do, and what may come of one line given to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module

from fullmarks.records import frozen

MEGABYTE = 1 << 20
Work = Callable[[str], str]
"""Makes an answer of a line."""


@frozen
class Job:
    """``prepare`` names a function as ``package.module:name``; each process calls it once, with ``setup``.

    It returns the function that makes an answer of each line. Neither lines nor answers hold a line break. A line may take
    ``seconds`` of processor time, so that a busy machine changes nothing; by the clock, ``patience`` times as long.
    """

    prepare: str
    setup: str = ""
    seconds: float = 10.0
    patience: float = 4.0
    memory_mb: int = 1_024


def telling(job: Job) -> bytes:
    """The line that tells a process its job."""
    return json.dumps(asdict(job)).encode() + b"\n"


def told(line: bytes) -> Job:
    """The job that a line tells."""
    return Job(**json.loads(line))


def prepared(job: Job) -> Work:
    """The job, ready to begin, in this very process."""
    module, _, name = job.prepare.partition(":")
    work: Work = getattr(import_module(module), name)(job.setup)
    return work


@frozen
class Done:
    """The answer to a line."""

    line: str


@frozen
class OutOfTime:
    """The line's time was up, and its process was killed."""

    seconds: float


@frozen
class Died:
    """The process ended under its line, and so did another, mostly for want of memory; below zero ``status`` is a signal's number."""

    status: int


Result = Done | OutOfTime | Died
