"""Which attempt counts, and for how much."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.attempts import Try, count, counted_attempt, counts_so_far
from fullmarks.grade.graded import Counted
from fullmarks.grade.points import UNDECIDED
from fullmarks.outcome import Verdict
from fullmarks.rubric.model import AttemptPolicy

RIGHT, HALF, WRONG = (
    Try(Verdict.CORRECT, Fraction(1), "r"),
    Try(Verdict.PARTIAL, Fraction(1, 2), "h"),
    Try(Verdict.INCORRECT, Fraction(0), "w"),
)
UNREADABLE, REVIEW = Try(Verdict.UNREADABLE, Fraction(0), "?"), Try(Verdict.NEEDS_REVIEW, Fraction(0), "!")
SEVERAL, MISSING = Try(Verdict.SEVERAL_ANSWERS, Fraction(0), "a or b"), Try(Verdict.MISSING, Fraction(0))
FREE = {counts: AttemptPolicy(counts) for counts in ("last", "best", "first")}
COSTLY = {counts: AttemptPolicy(counts, Fraction(1, 10), Fraction(1, 20)) for counts in ("last", "best", "first")}


def hinted(one, hints):
    return Try(one.verdict, one.points, one.answer, hints)


def wrong(answer):
    return Try(Verdict.INCORRECT, Fraction(0), answer)


@pytest.mark.parametrize(
    "tries, last, best, first",
    [
        pytest.param([MISSING], (None, 0), (None, 0), (None, 0), id="nothing answered"),
        pytest.param([RIGHT], (1, 1), (1, 1), (1, 1), id="one"),
        pytest.param([WRONG, RIGHT], (2, 1), (2, 1), (1, 0), id="wrong, then right"),
        pytest.param([RIGHT, WRONG], (2, 0), (1, 1), (1, 1), id="right, then wrong"),
        pytest.param([RIGHT, MISSING], (1, 1), (1, 1), (1, 1), id="not answered again"),
        pytest.param(
            [MISSING, HALF], (2, Fraction(1, 2)), (2, Fraction(1, 2)), (2, Fraction(1, 2)), id="answered later"
        ),
        pytest.param([RIGHT, UNREADABLE], (1, 1), (1, 1), (1, 1), id="then unreadable"),
        pytest.param([UNREADABLE, RIGHT], (2, 1), (2, 1), (2, 1), id="unreadable first"),
        pytest.param([WRONG, REVIEW], (1, 0), (1, 0), (1, 0), id="then undecided"),
        pytest.param([UNREADABLE, REVIEW, MISSING], (2, 0), (2, 0), (2, 0), id="nothing decided: the latest answered"),
        pytest.param([SEVERAL, MISSING], (1, 0), (1, 0), (1, 0), id="several answers are decided"),
        pytest.param(
            [HALF, HALF, WRONG], (3, 0), (1, Fraction(1, 2)), (1, Fraction(1, 2)), id="the earliest of equals"
        ),
    ],
)
def test_which_attempt_counts(tries, last, best, first):
    assert {counts: count(tries, policy) for counts, policy in FREE.items()} == {
        "last": Counted(last[0], Fraction(last[1])),
        "best": Counted(best[0], Fraction(best[1])),
        "first": Counted(first[0], Fraction(first[1])),
    }


@pytest.mark.parametrize(
    "tries, attempt, points, cost",
    [
        pytest.param([RIGHT], 1, "1", "0", id="the first is free"),
        pytest.param([hinted(RIGHT, 3)], 1, "1", "0", id="what was said before the first is no hint"),
        pytest.param([WRONG, RIGHT], 2, "9/10", "1/10", id="a second one"),
        pytest.param([WRONG, hinted(RIGHT, 1)], 2, "17/20", "3/20", id="a second one after a hint"),
        pytest.param([wrong("a"), wrong("b"), RIGHT], 3, "4/5", "1/5", id="a third one"),
        pytest.param([WRONG, UNREADABLE, RIGHT], 3, "9/10", "1/10", id="an unreadable one between costs nothing"),
        pytest.param(
            [WRONG, UNREADABLE, hinted(RIGHT, 1)], 3, "9/10", "1/10", id="a request to write again is no hint"
        ),
        pytest.param([WRONG, hinted(UNREADABLE, 1), RIGHT], 3, "17/20", "3/20", id="a hint before an unreadable one"),
        pytest.param([WRONG, hinted(MISSING, 1), RIGHT], 3, "17/20", "3/20", id="a hint before another item's attempt"),
        pytest.param([RIGHT, hinted(RIGHT, 1)], 2, "1", "0", id="the same answer again costs nothing"),
        pytest.param([WRONG, hinted(WRONG, 1), RIGHT], 3, "17/20", "3/20", id="a hint that changed nothing at once"),
        pytest.param([MISSING, hinted(RIGHT, 2)], 2, "1", "0", id="the item's own first answer is free"),
        pytest.param([wrong(str(k)) for k in range(12)] + [RIGHT], 13, "0", "1", id="no more than everything"),
    ],
)
def test_what_further_attempts_cost(tries, attempt, points, cost):
    assert count(tries, COSTLY["last"]) == Counted(attempt, Fraction(points), Fraction(cost))


@pytest.mark.parametrize("cap, cost", [("1", "1"), ("1/2", "1/2"), ("1/20", "1/20"), ("0", "0")])
def test_all_attempts_together_cost_no_more_than_the_cap(cap, cost):
    tries = [*(wrong(str(k)) for k in range(12)), RIGHT]
    policy = AttemptPolicy("last", Fraction(1, 10), cap=Fraction(cap))
    assert count(tries, policy) == Counted(13, 1 - Fraction(cost), Fraction(cost))


def test_the_best_is_the_best_after_costs():
    tries = [HALF, *(wrong(str(k)) for k in range(5)), RIGHT]
    assert count(tries, COSTLY["best"]) == Counted(1, Fraction(1, 2))


@pytest.mark.parametrize(
    "counts, items, attempt",
    [
        pytest.param("last", [[WRONG, RIGHT], [RIGHT, MISSING]], 2, id="last: the latest that an item counts from"),
        pytest.param("first", [[WRONG, RIGHT], [MISSING, RIGHT]], 1, id="first: the earliest"),
        pytest.param("best", [[RIGHT, WRONG], [RIGHT, WRONG], [WRONG, RIGHT]], 1, id="best: the one that brings most"),
        pytest.param("best", [[RIGHT, WRONG], [WRONG, RIGHT]], 1, id="best: the earliest of equals"),
        pytest.param(
            "last", [[RIGHT, UNREADABLE], [RIGHT, UNREADABLE]], 1, id="an unreadable one never counts beside another"
        ),
        pytest.param("last", [[RIGHT, MISSING], [MISSING, UNREADABLE]], 1, id="nor for an item of its own"),
        pytest.param("last", [[UNREADABLE, MISSING], [MISSING, REVIEW]], 2, id="unless there is no other"),
        pytest.param("last", [[MISSING], [MISSING]], None, id="nothing answered"),
    ],
)
def test_the_attempt_that_decides_a_part(counts, items, attempt):
    policy = FREE[counts]
    assert counted_attempt([count(tries, policy) for tries in items], items, policy) == attempt


points = st.integers(1, 11).map(lambda twelfths: Fraction(twelfths, 12))
verdicts = st.one_of(
    st.just((Verdict.CORRECT, Fraction(1))),
    points.map(lambda share: (Verdict.PARTIAL, share)),
    st.sampled_from(sorted(set(Verdict) - {Verdict.CORRECT, Verdict.PARTIAL})).map(
        lambda verdict: (verdict, Fraction(0))
    ),
)
tries_of_an_item = st.builds(
    lambda pair, answer, hints: Try(*pair, None if pair[0] is Verdict.MISSING else answer, hints),
    verdicts,
    st.sampled_from("abcd"),
    st.integers(0, 3),
)
histories = st.lists(tries_of_an_item, min_size=1, max_size=8)
shares = st.integers(0, 10).map(lambda tenths: Fraction(tenths, 10))
policies = st.builds(AttemptPolicy, st.sampled_from(sorted(FREE)), shares, shares, shares)


@given(histories, policies)
def test_points_lie_between_none_and_what_the_answer_earns(tries, policy):
    counted = count(tries, policy)
    earns = tries[counted.attempt - 1].points if counted.attempt else 0
    assert 0 <= counted.points <= earns
    assert counted.points == earns * (1 - counted.cost)


@given(histories, policies, st.integers(0, 8), st.sampled_from([UNREADABLE, REVIEW, MISSING]))
def test_an_undecided_attempt_changes_no_points(tries, policy, place, undecided):
    longer = [*tries[:place], undecided, *tries[place:]]
    # An unreadable answer turns what the user says next into a request, so it can only make things cheaper.
    assert count(longer, policy).points >= count(tries, policy).points
    assert (
        count(longer, replace(policy, hint_cost=Fraction(0))).points
        == count(tries, replace(policy, hint_cost=Fraction(0))).points
    )


@given(histories, policies)
def test_attempts_cost_no_more_than_the_cap(tries, policy):
    assert count(tries, policy).cost <= policy.cap


@given(histories, tries_of_an_item, policies)
def test_under_best_one_attempt_more_never_lowers(tries, more, policy):
    best = replace(policy, counts="best")
    assert count([*tries, more], best).points >= count(tries, best).points


@given(histories, policies)
def test_what_counted_after_each_try_is_what_counts_of_those_so_far(tries, policy):
    so_far = counts_so_far(tries, policy)
    assert list(so_far) == [count(tries[: place + 1], policy) for place in range(len(tries))]


@given(histories, policies)
def test_what_counts_was_decided_where_anything_was(tries, policy):
    counted = count(tries, policy)
    if any(one.verdict not in UNDECIDED for one in tries):
        assert tries[counted.attempt - 1].verdict not in UNDECIDED
    else:
        assert counted.points == 0


@given(histories, shares, shares)
def test_the_best_is_never_less_than_the_first_or_the_last(tries, cost, hint_cost):
    brought = {counts: count(tries, AttemptPolicy(counts, cost, hint_cost)).points for counts in FREE}
    assert brought["best"] >= max(brought["first"], brought["last"])


@given(histories, policies)
def test_costs_only_take(tries, policy):
    assert count(tries, policy).points <= count(tries, AttemptPolicy(policy.counts)).points


@given(histories, policies)
def test_a_further_attempt_never_changes_the_first(tries, policy):
    first = AttemptPolicy("first", policy.cost, policy.hint_cost)
    for end in range(1, len(tries)):
        if any(one.decided for one in tries[:end]):
            assert count(tries[:end], first) == count(tries, first)
            break
