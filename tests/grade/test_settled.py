"""What counts in the end: attempts, lateness and rounding together, over whole submissions."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.find.found import Answer, Attempt, Found
from fullmarks.grade.grade import graded_parts, graded_so_far, mark
from fullmarks.grade.rounding import rounded
from fullmarks.rubric.load import load_rubric_text
from fullmarks.submission import StructuredAnswers, Submission

PARTS = """\
parts:
  1:
    items:
      cost: {symbolic: 2 c, points: 2, known: [{answer: c, points: 1}]}
      list: {matrix: [[1, 2, 3]], credit: each entry}
  2:
    items:
      free: {numeric: 1, void: yes}
      third: {numeric: 5, points: 1/3}
      extra: {numeric: 7, points: 2, optional: yes}
"""
DUE = datetime(2026, 11, 20, tzinfo=UTC)
SAID = {
    "1.cost": ["2c", "c", "3c", "2c("],
    "1.list": ["[1, 2, 3]", "[1, 2, 4]", "[0, 0, 3]", "[["],
    "2.free": ["1", "2"],
    "2.third": ["5", "6", "5 or 6"],
    "2.extra": ["7", "8"],
}


@lru_cache
def rubric(policies):
    return load_rubric_text(f"rubric: demo\nsymbols: {{c: positive}}\n{policies}\n{PARTS}")


def handed_in(days):
    return Submission("s", StructuredAnswers({}), submitted_at=DUE + timedelta(days=days), due=DUE)


def scores(policies, answers, days=0):
    submission = Submission("s", StructuredAnswers(answers), submitted_at=DUE + timedelta(days=days), due=DUE)
    marked = mark(rubric(policies), submission)
    return [part.score for part in marked.parts], marked.score


ALL = {"1.cost": "2c", "1.list": [1, 2, 3], "2.third": "5", "2.extra": "7"}


@pytest.mark.parametrize(
    "policies, answers, days, parts, total",
    [
        pytest.param("", ALL, 0, ["3", "10/3"], "19/3", id="all right, in time"),
        pytest.param("", ALL, 9, ["3", "10/3"], "19/3", id="late costs nothing unless said"),
        pytest.param("late: {cost: 10% a day}", ALL, 2, ["12/5", "43/15"], "79/15", id="late; what is void is not"),
        pytest.param("late: {cost: 10% a day, cap: 15%}", ALL, 2, ["51/20", "179/60"], "83/15", id="late, at most"),
        pytest.param("late: {cost: 100%}", ALL, 1, ["0", "1"], "1", id="all of it"),
        pytest.param(
            "rounding: {item: 0.5}", ALL, 0, ["3", "10/3"], "19/3", id="items rounded, to no more than they are worth"
        ),
        pytest.param("rounding: {item: 0.5}", {"1.list": [1, 2, 4]}, 0, ["1/2", "1"], "3/2", id="an item rounded"),
        pytest.param("rounding: {part: 1}", ALL, 0, ["3", "3"], "6", id="parts rounded"),
        pytest.param("rounding: {total: 1}", ALL, 0, ["3", "10/3"], "6", id="the total rounded"),
        pytest.param("rounding: {total: 2}", ALL, 0, ["3", "10/3"], "6", id="the total rounded to an even number"),
        pytest.param("rounding: {item: 1}", {"1.list": [1, 2, 4]}, 0, ["1", "1"], "2", id="two thirds of a point up"),
        pytest.param("rounding: {item: 1}", {"1.list": [0, 0, 3]}, 0, ["0", "1"], "1", id="a third of a point down"),
        pytest.param(
            "rounding: {item: 0.5, part: 1}\nlate: {cost: 25%}",
            {"1.cost": "c", "1.list": [1, 2, 3]},
            1,
            ["2", "1"],
            "3",
            id="late first, then items, then parts, half up",
        ),
    ],
)
def test_what_counts(policies, answers, days, parts, total):
    assert scores(policies, answers, days) == ([Fraction(part) for part in parts], Fraction(total))


def test_an_item_shows_what_its_answer_is_worth_by_itself():
    submission = Submission(
        "s", StructuredAnswers({"1.list": [1, 2, 4]}), submitted_at=DUE + timedelta(days=1), due=DUE
    )
    part = mark(rubric("late: {cost: 50%}\nrounding: {item: 1}"), submission).parts[0]
    assert part.attempts[0].items[1].points == Fraction(2, 3)
    assert part.counted[1].points == 0


shares = st.sampled_from(["0", "10%", "1/3", "100%"])
steps = st.sampled_from(["1/4", "0.5", "1", "2/3"])
policies = st.builds(
    lambda counts, cost, hints, cap, late, step, part, total: (
        f"attempts: {{counts: {counts}, cost: {cost}, hints: {hints}, cap: {cap}}}\n"
        f"late: {{cost: {late} a day, cap: {cap}}}\nrounding: {{item: {step}, part: {part}, total: {total}}}"
    ),
    st.sampled_from(["last", "best", "first"]),
    shares,
    shares,
    shares,
    shares,
    steps,
    steps,
    steps,
)


@st.composite
def attempts(draw):
    found = []
    for turn in range(draw(st.integers(0, 4))):
        part = draw(st.sampled_from(["1", "2"]))
        names = draw(st.sets(st.sampled_from([name for name in SAID if name.startswith(part)]), min_size=1))
        answers = tuple(Answer(name, draw(st.sampled_from(SAID[name])), None, "") for name in sorted(names))
        found.append(Attempt(part, 2 * turn + 1, draw(st.integers(0, 2)), answers))
    return tuple(found)


def marked(given_rubric, tries, days):
    submission, found = handed_in(days), Found(tries, ())
    return graded_so_far(given_rubric, submission, found, tuple(graded_parts(given_rubric, submission, found)))


@given(policies, attempts(), st.integers(0, 3))
def test_points_add_up_exactly_and_lie_between_nothing_and_what_was_earned(policies, tries, days):
    given_rubric = rubric(policies)
    graded = marked(given_rubric, tries, days)
    for part in graded.parts:
        assert part.score == rounded(sum(one.points for one in part.counted), given_rubric.rounding.part, part.worth)
        for column, counted in enumerate(part.counted):
            item = part.part.items[column]
            earned = part.attempts[counted.attempt - 1].items[column].points if counted.attempt else Fraction(0)
            most = item.points if item.void else rounded(earned, given_rubric.rounding.item, item.points)
            assert 0 <= counted.points <= most
            assert counted.cost <= given_rubric.attempts.cap
            assert counted.late <= given_rubric.late.cap
    worth = sum(part.worth for part in graded.parts)
    assert graded.score == rounded(sum(part.score for part in graded.parts), given_rubric.rounding.total, worth)
    assert graded.score <= worth


@given(policies, attempts(), st.integers(0, 3))
def test_marking_again_gives_the_same(policies, tries, days):
    assert marked(rubric(policies), tries, days) == marked(rubric(policies), tries, days)


@given(policies.map(lambda text: text.replace("last", "best").replace("first", "best")), attempts(), attempts())
def test_under_best_a_further_attempt_never_lowers(policies, tries, more):
    later = tuple(Attempt(one.part, one.turn + 100, one.hints, one.answers) for one in more)
    given_rubric = rubric(policies)
    before, after = marked(given_rubric, tries, 1), marked(given_rubric, (*tries, *later), 1)
    assert all(one.score <= other.score for one, other in zip(before.parts, after.parts, strict=True))


@given(policies, attempts(), st.sampled_from([("1.cost", "2c("), ("1.list", "[[")]))
def test_an_unreadable_attempt_at_the_end_changes_nothing(policies, tries, unreadable):
    name, text = unreadable
    later = Attempt("1", 99, 1, (Answer(name, text, None, ""),))
    given_rubric = rubric(policies)
    assert [part.score for part in marked(given_rubric, (*tries, later), 1).parts] == [
        part.score for part in marked(given_rubric, tries, 1).parts
    ]


@given(policies, attempts(), st.integers(0, 3))
def test_later_is_never_worth_more(policies, tries, days):
    given_rubric = rubric(policies)
    assert marked(given_rubric, tries, days + 1).score <= marked(given_rubric, tries, days).score
