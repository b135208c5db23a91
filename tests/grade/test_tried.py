"""What earlier submissions cost an item: a pure function of what was tried in them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.find.find import find
from fullmarks.grade.attempts import Try, count
from fullmarks.grade.grade import graded_parts
from fullmarks.grade.tried import UNTRIED, spent, tried_so_far
from fullmarks.outcome import Verdict
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import AttemptPolicy
from fullmarks.submission import Chat, Message, StructuredAnswers, Submission, Tried, answer_hash

POLICY = AttemptPolicy(submission_cost=Fraction(1, 10), cost=Fraction(1, 5), cap=Fraction(1, 2))
ONE, NOTHING, UNREADABLE = (
    Try(Verdict.CORRECT, Fraction(1), "x"),
    Try(Verdict.MISSING, Fraction(0)),
    Try(Verdict.UNREADABLE, Fraction(0), ")("),
)


def tried(submissions, last="y"):
    return Tried(submissions, answer_hash(last))


@pytest.mark.parametrize(
    "tries, before, cost",
    [
        pytest.param([ONE], UNTRIED, "0", id="nothing before"),
        pytest.param([ONE], tried(1), "1/10", id="another answer before"),
        pytest.param([ONE], tried(1, "x"), "0", id="the same answer before"),
        pytest.param([ONE], tried(3, "x"), "1/5", id="two others before the same"),
        pytest.param([ONE], tried(9), "1/2", id="capped"),
        pytest.param([NOTHING, ONE], tried(1), "1/10", id="after an attempt that left it out"),
        pytest.param([UNREADABLE, ONE], tried(1, ")("), "1/10", id="what nobody could read is no answer given again"),
        pytest.param([ONE, Try(Verdict.CORRECT, Fraction(1), "z")], tried(1), "3/10", id="and a second attempt now"),
        pytest.param([Try(Verdict.CORRECT, Fraction(1), "z"), ONE], tried(9), "1/2", id="all together capped"),
    ],
)
def test_what_earlier_submissions_cost(tries, before, cost):
    assert count(tries, POLICY, lambda answer: spent(answer, POLICY, before)).cost == Fraction(cost)


@given(st.integers(0, 50), st.fractions(0, 1), st.fractions(0, 1))
def test_the_cost_is_a_share_and_never_above_the_cap(submissions, cost, cap):
    policy = AttemptPolicy(submission_cost=cost, cap=cap)
    counted = count([ONE], policy, lambda answer: spent(answer, policy, tried(submissions)))
    assert 0 <= counted.cost <= cap
    assert counted.points == 1 - counted.cost


RUBRIC = load_rubric_text("rubric: r\nparts:\n  1:\n    items:\n      a: {numeric: 1}\n      b: {numeric: 2}\n")


def after(answers, before=None):
    submission = Submission("s", StructuredAnswers(answers), tried=before or {})
    return tried_so_far(submission, graded_parts(RUBRIC, submission, find(submission, RUBRIC.sought)))


@pytest.mark.parametrize(
    "answers, before, now",
    [
        pytest.param({"1.a": "3"}, {}, {"1.a": tried(1, "3")}, id="a first answer"),
        pytest.param({"1.a": "3"}, {"1.a": tried(2, "4")}, {"1.a": tried(3, "3")}, id="another one"),
        pytest.param({"1.a": "3"}, {"1.a": tried(2, "3")}, {"1.a": tried(2, "3")}, id="the same"),
        pytest.param({"1.b": "3"}, {"1.a": tried(2)}, {"1.a": tried(2), "1.b": tried(1, "3")}, id="left out"),
        pytest.param({"1.a": ")("}, {"1.a": tried(2)}, {"1.a": tried(2)}, id="unreadable"),
        pytest.param({}, {"gone.x": tried(2)}, {"gone.x": tried(2)}, id="of an item that is no more"),
    ],
)
def test_what_was_tried_up_to_now(answers, before, now):
    assert after(answers, before) == now


def test_several_attempts_in_one_submission_are_one():
    turns = tuple(Message("assistant", f"## 1\na: {number}", turn) for turn, number in enumerate((3, 4)))
    submission = Submission("s", Chat(turns), tried={"1.a": tried(1)})
    found = find(submission, RUBRIC.sought)
    assert tried_so_far(submission, graded_parts(RUBRIC, submission, found))["1.a"] == tried(2, "4")
