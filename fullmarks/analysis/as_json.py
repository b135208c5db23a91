"""Statistics as one line of JSON, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from fullmarks.analysis.statistics import ClassStatistics
from fullmarks.analysis.suspicion import Suspicion
from fullmarks.records import frozen


@frozen
class _Told:
    statistics: ClassStatistics
    suspicious: tuple[Suspicion, ...]


_TOLD = TypeAdapter(_Told)


def as_json(statistics: ClassStatistics, suspicious: Sequence[Suspicion]) -> str:
    """One line without its end."""
    return _TOLD.dump_json(_Told(statistics, tuple(suspicious))).decode()
