"""From exact records to numbers and texts that every reader of the report can take."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.grade import mark
from fullmarks.report.as_json import as_json
from fullmarks.report.build import build, shown_points
from fullmarks.report.encodable import encodable
from fullmarks.report.grade_submission import grade_submission
from fullmarks.rubric.load import load_rubric_text
from fullmarks.submission import StructuredAnswers, Submission

RUBRIC = """\
rubric: demo
attempts: {cost: 10%}
parts:
  1:
    items:
      thirds: {numeric: 1/3, points: 1/3}
      list: {matrix: [[1, 2, 3]], credit: each entry}
"""


@pytest.mark.parametrize(
    "points, shown",
    [
        pytest.param("0", 0, id="nothing"),
        pytest.param("2", 2, id="whole"),
        pytest.param("1/2", 0.5, id="half"),
        pytest.param("1/3", 0.3333, id="a third"),
        pytest.param("2/3", 0.6667, id="two thirds"),
        pytest.param("99999/100000", 1, id="rounded to a whole one"),
        pytest.param("1/80000", 0, id="a tie goes to the even digit"),
    ],
)
def test_points_as_shown(points, shown):
    assert (shown_points(Fraction(points)), type(shown_points(Fraction(points)))) == (shown, type(shown))


@given(st.fractions(0, 1_000))
def test_shown_points_are_never_further_off_than_half_a_place(points):
    assert abs(Fraction(str(shown_points(points))) - points) <= Fraction(1, 20_000)


@given(st.text(st.characters()))
def test_every_text_can_be_written_and_keeps_its_length(text):
    assert len(encodable(text)) == len(text)
    encodable(text).encode("utf-8")


def report(**answers):
    rubric = load_rubric_text(RUBRIC)
    submission = Submission("s", StructuredAnswers({f"1.{name}": value for name, value in answers.items()}))
    return build(mark(rubric, submission), rubric)


def test_thirds_add_up_before_they_are_rounded():
    found = report(thirds="1/3", list="[[1, 2, 4]]")
    assert [item.points for item in found.parts[0].attempts[0].items] == [0.3333, 0.6667]
    assert (found.score, found.max_score) == (1, 1.3333)


def test_an_answer_of_half_a_character_can_be_sent_on():
    item = report(thirds="\ud800").parts[0].attempts[0].items[0]
    assert (item.verdict, item.answer) == ("unreadable", "\ufffd")
    as_json(report(thirds="\ud800")).encode("utf-8")


LATE = """\
rubric: demo
symbols: {m: positive}
attempts: {cost: 10%}
late: {cost: 10% a day}
rounding: {part: 0.1}
parts:
  1:
    items:
      mass: {numeric: 2}
      double: {numeric: 2 m, follows: {m: 1.mass}}
"""


def test_what_is_taken_off_and_what_is_followed_is_said_and_counted():
    times = {"submitted_at": "2026-11-22T13:00:00Z", "due": "2026-11-20T12:00:00Z"}
    found = grade_submission(load_rubric_text(LATE), {"answers": {"1.mass": "3", "1.double": "6"}, **times})
    (mass, double) = found.parts[0].attempts[0].items
    assert (mass.verdict, mass.points, double.verdict, double.points) == ("incorrect", 0, "correct", 1)
    assert (found.score, found.parts[0].score) == (0.7, 0.7)
    assert double.diagnosis.model_dump() == {"code": "follow_through", "detail": {"items": "1.mass"}}
    assert double.feedback == (
        "This goes on rightly from your answer to 1.mass. "
        "30% of its points are taken off because it was handed in 2 days and 1 hour late."
    )
    assert double.staff_note == "Marked with earlier answers put in: m = 3."
