"""How long is waited before something is taken for lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

DOUBLINGS = 6


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a sent submission may wait for a worker before it is sent again.

    It doubles with each message, at most 64 times the first: behind a long queue nothing is lost, only waiting, and
    must not be sent over and over.
    """

    first: timedelta

    def after(self, sends: int) -> timedelta:
        """The patience with a submission that has been sent so many times before."""
        return self.first * 2 ** min(sends, DOUBLINGS)
