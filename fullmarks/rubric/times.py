"""Times and spans of time as authors write them: when an assignment is due, how long it may be late, what a day costs."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from fullmarks.records import frozen
from fullmarks.regex import regex
from fullmarks.rubric.amounts import parse_share, quoted

UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_UNIT = "|".join(UNITS)
_SPAN = regex(rf"([0-9]{{1,4}}) ?({_UNIT})s?")
_RATE = regex(rf"(?P<share>\S+(?: ?%)?)(?: (?:an?|per|every|each) (?P<unit>{_UNIT}))?")


@frozen
class Rate:
    """A share of the points for each ``unit`` of time that has begun; without a unit once, however long it is."""

    share: Fraction
    unit: str | None = None

    def over(self, span: timedelta) -> Fraction:
        """What it comes to over a span of time."""
        return self.share if self.unit is None else self.share * -(-span // UNITS[self.unit])

    def __str__(self) -> str:
        return str(self.share) if self.unit is None else f"{self.share} a {self.unit}"


def parse_span(written: object) -> timedelta:
    """``15 minutes``, ``2 days``; raises ValueError with a sentence."""
    if isinstance(written, timedelta):
        return written
    match = _SPAN.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(f"{quoted(written)} is not a span of time. Write 15 minutes, 1 hour, 2 days or 1 week.")
    return int(match[1]) * UNITS[match[2]]


def parse_rate(written: object) -> Rate:
    """``10% a day``, or ``25%`` for once; raises ValueError with a sentence."""
    if isinstance(written, Rate):
        return written
    match = _RATE.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(f"{quoted(written)} is not a cost. Write 10% a day, 1% an hour, or 25% for being late at all.")
    return Rate(parse_share(match["share"]), match["unit"])


def parse_time(written: object) -> datetime:
    """A moment with its zone; raises ValueError with a sentence."""
    moment = written if isinstance(written, datetime) else None
    if isinstance(written, str):
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError(f"{quoted(written)} is not a time with its zone. Write 2026-11-20T23:59:00-08:00.")
    return moment


Span = Annotated[
    timedelta,
    BeforeValidator(parse_span),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{_SPAN.pattern}$"}),
]
"""A span of time."""

Cost = Annotated[
    Rate,
    BeforeValidator(parse_rate),
    PlainSerializer(str),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string"}]}),
]
"""What lateness costs."""

Time = Annotated[
    datetime,
    BeforeValidator(parse_time),
    PlainSerializer(datetime.isoformat),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A moment with its zone."""
