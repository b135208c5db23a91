"""What a grader is to the measurements, and what it may say of an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from benchmarks.questions import Question


class Said(StrEnum):
    """Accepted or not, or why there is no telling."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNREADABLE = "unreadable"
    """The answer could not be read."""
    UNDECIDED = "undecided"
    """It goes to a person, or time ran out."""
    KEY_REFUSED = "key refused"
    """The key, or what was told about it, could not be used: nothing was judged."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said; ``verdict`` in the grader's own words."""

    said: Said
    verdict: str


Check = Callable[[], Judgement]


class Grader(Protocol):
    """Judges questions, in the ways that are timed."""

    def unable(self, question: Question) -> str | None:
        """Why the question can't be put to it at all; None if it can."""

    def prepare(self, question: Question) -> Check:
        """Read the key; what is returned reads the answer and judges it, anew each time."""

    def explaining(self, question: Question) -> Check | None:
        """The same with the reason why a wrong answer is wrong; None for a grader that gives none."""

    def check(self, question: Question) -> Judgement:
        """Read key and answer, and judge."""

    def forget(self) -> None:
        """Drop every key that was prepared. Not timed."""
