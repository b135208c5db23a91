"""What the program exits with; scripts rely on it."""

from __future__ import annotations

from enum import IntEnum

from fullmarks.errors import AuthorError, FullmarksError, StudentError


class Status(IntEnum):
    """The exit status of every command."""

    DONE = 0
    """What was asked was done; for grading also when answers are wrong."""
    FAILED = 1
    """Some submission could not be graded, or a check failed."""
    USAGE = 2
    """The command was not called as it must be."""
    BAD_RUBRIC = 3
    """A rubric or a key cannot be used."""
    BAD_INPUT = 4
    """A submission or a results file cannot be used."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""


def status_of(error: FullmarksError) -> Status:
    """The status by who must act: the author, the student, or whoever runs the program."""
    if isinstance(error, AuthorError):
        return Status.BAD_RUBRIC
    return Status.BAD_INPUT if isinstance(error, StudentError) else Status.FAILED
