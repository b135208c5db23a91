"""What a submission costs by its own times."""

from datetime import datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.lateness import IN_TIME, Lateness, lateness
from fullmarks.rubric.model import LatePolicy
from fullmarks.rubric.times import Rate
from fullmarks.submission import StructuredAnswers, Submission

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=timezone(timedelta(hours=-8)))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
DAILY = LatePolicy(Rate(Fraction(1, 10), "day"), DUE, 15 * timedelta(minutes=1), Fraction(1, 2))
ONCE = LatePolicy(Rate(Fraction(1, 4)), DUE)


def handed_in(by, due=None):
    return Submission("s", StructuredAnswers({}), submitted_at=None if by is None else DUE + by, due=due)


@pytest.mark.parametrize(
    "policy, submission, expected",
    [
        pytest.param(None, handed_in(DAY), IN_TIME, id="no policy"),
        pytest.param(DAILY, handed_in(-DAY), IN_TIME, id="a day early"),
        pytest.param(DAILY, handed_in(timedelta(0)), IN_TIME, id="at the moment"),
        pytest.param(DAILY, handed_in(timedelta(minutes=15)), IN_TIME, id="within the grace"),
        pytest.param(
            DAILY, handed_in(timedelta(minutes=16)), Lateness(timedelta(minutes=16), Fraction(1, 10)), id="a day begun"
        ),
        pytest.param(DAILY, handed_in(DAY), Lateness(DAY, Fraction(1, 10)), id="a day, counted from when it was due"),
        pytest.param(DAILY, handed_in(DAY + HOUR), Lateness(DAY + HOUR, Fraction(1, 5)), id="two days begun"),
        pytest.param(DAILY, handed_in(30 * DAY), Lateness(30 * DAY, Fraction(1, 2)), id="no more than the cap"),
        pytest.param(ONCE, handed_in(timedelta(seconds=1)), Lateness(timedelta(seconds=1), Fraction(1, 4)), id="once"),
        pytest.param(ONCE, handed_in(9 * DAY), Lateness(9 * DAY, Fraction(1, 4)), id="once, however late"),
        pytest.param(DAILY, handed_in(None), IN_TIME, id="nobody knows when it came"),
        pytest.param(DAILY, handed_in(DAY, DUE + 2 * DAY), IN_TIME, id="due later for this student"),
        pytest.param(
            DAILY, handed_in(DAY, DUE - DAY), Lateness(2 * DAY, Fraction(1, 5)), id="due earlier for this student"
        ),
        pytest.param(LatePolicy(Rate(Fraction(1, 4))), handed_in(DAY), IN_TIME, id="nobody knows when it was due"),
        pytest.param(
            LatePolicy(Rate(Fraction(1, 4))),
            handed_in(DAY, DUE),
            Lateness(DAY, Fraction(1, 4)),
            id="only the submission knows",
        ),
    ],
)
def test_lateness(policy, submission, expected):
    assert lateness(submission, policy) == expected


def test_zones_do_not_count():
    in_berlin = Submission(
        "s", StructuredAnswers({}), submitted_at=DUE.astimezone(timezone(timedelta(hours=1))) + HOUR, due=DUE
    )
    assert lateness(in_berlin, ONCE).by == HOUR


spans = st.timedeltas(timedelta(days=-10), timedelta(days=400))
shares = st.fractions(0, 1)
rates = st.builds(Rate, shares, st.sampled_from([None, "minute", "hour", "day", "week"]))
policies = st.builds(LatePolicy, rates, st.just(DUE), st.timedeltas(timedelta(0), timedelta(days=9)), shares)


@given(spans, policies)
def test_it_costs_no_more_than_the_cap(by, policy):
    assert 0 <= lateness(handed_in(by), policy).cost <= policy.cap


@given(spans, st.timedeltas(timedelta(0), timedelta(days=9)), policies)
def test_later_is_never_cheaper(by, more, policy):
    assert lateness(handed_in(by), policy).cost <= lateness(handed_in(by + more), policy).cost
