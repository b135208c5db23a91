"""Times, spans of time and what a day costs, as authors write them."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from fullmarks.rubric.times import Rate, parse_rate, parse_span, parse_time

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.mark.parametrize(
    "written, span",
    [
        pytest.param("15 minutes", timedelta(minutes=15), id="minutes"),
        pytest.param("1 hour", HOUR, id="one"),
        pytest.param("2days", 2 * DAY, id="without a space"),
        pytest.param("0 days", timedelta(0), id="none"),
        pytest.param("1 week", 7 * DAY, id="a week"),
    ],
)
def test_spans(written, span):
    assert parse_span(written) == span


@pytest.mark.parametrize(
    "written, rate",
    [
        pytest.param("10% a day", Rate(Fraction(1, 10), "day"), id="a day"),
        pytest.param("1 % per hour", Rate(Fraction(1, 100), "hour"), id="per hour"),
        pytest.param("0.05 an hour", Rate(Fraction(1, 20), "hour"), id="a decimal"),
        pytest.param("1/3 every week", Rate(Fraction(1, 3), "week"), id="a fraction"),
        pytest.param("25%", Rate(Fraction(1, 4)), id="once"),
        pytest.param("0.25", Rate(Fraction(1, 4)), id="once, as a number"),
    ],
)
def test_rates(written, rate):
    assert parse_rate(written) == rate


@pytest.mark.parametrize(
    "rate, span, cost",
    [
        pytest.param("10% a day", timedelta(seconds=1), "1/10", id="a day begun is a day"),
        pytest.param("10% a day", DAY, "1/10", id="a whole day is one"),
        pytest.param("10% a day", DAY + timedelta(microseconds=1), "1/5", id="the next one has begun"),
        pytest.param("1% an hour", 2 * DAY, "12/25", id="hours"),
        pytest.param("25%", 30 * DAY, "1/4", id="once"),
    ],
)
def test_what_a_span_costs(rate, span, cost):
    assert parse_rate(rate).over(span) == Fraction(cost)


@pytest.mark.parametrize(
    "written, time",
    [
        pytest.param("2026-11-20T23:59:00-08:00", datetime(2026, 11, 21, 7, 59, tzinfo=UTC), id="an offset"),
        pytest.param("2026-11-20 23:59Z", datetime(2026, 11, 20, 23, 59, tzinfo=UTC), id="universal time"),
    ],
)
def test_times(written, time):
    assert parse_time(written) == time


SPAN = "is not a span of time. Write 15 minutes, 1 hour, 2 days or 1 week."
RATE = "is not a cost. Write 10% a day, 1% an hour, or 25% for being late at all."
TIME = "is not a time with its zone. Write 2026-11-20T23:59:00-08:00."


@pytest.mark.parametrize(
    "parse, written, sentence",
    [
        pytest.param(parse_span, "soon", f"“soon” {SPAN}", id="words"),
        pytest.param(parse_span, "15", f"“15” {SPAN}", id="no unit"),
        pytest.param(parse_span, "-1 day", f"“-1 day” {SPAN}", id="negative"),
        pytest.param(parse_span, ["1 day"], f"A list {SPAN}", id="a list"),
        pytest.param(parse_rate, "10% a fortnight", f"“10% a fortnight” {RATE}", id="an unknown unit"),
        pytest.param(parse_rate, {"day": "1"}, f"A mapping {RATE}", id="a mapping"),
        pytest.param(
            parse_rate, "ten a day", "“ten” is not a share of the points. Write 50%, 0.5 or 1/2.", id="no number"
        ),
        pytest.param(
            parse_rate,
            "110% a day",
            "“110%” is more than all the points. Write a share from 0% to 100%.",
            id="more than everything",
        ),
        pytest.param(parse_time, "2026-11-20", f"“2026-11-20” {TIME}", id="a day alone"),
        pytest.param(parse_time, "2026-11-20T23:59:00", f"“2026-11-20T23:59:00” {TIME}", id="no zone"),
        pytest.param(parse_time, "2026-02-30T00:00Z", f"“2026-02-30T00:00Z” {TIME}", id="no such day"),
        pytest.param(parse_time, ["now"], f"A list {TIME}", id="a list of times"),
    ],
)
def test_what_says_nothing(parse, written, sentence):
    with pytest.raises(ValueError) as caught:
        parse(written)
    assert str(caught.value) == sentence
