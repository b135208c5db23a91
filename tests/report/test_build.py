"""From exact records to numbers and texts that every reader of the report can take."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.grade.grade import mark
from fullmarks.report.as_json import as_json
from fullmarks.report.build import build, shown_points
from fullmarks.report.encodable import encodable
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
