"""What a student is told, and what staff are told besides."""

from datetime import timedelta
from fractions import Fraction

import pytest

from fullmarks.find.found import Answer
from fullmarks.grade.graded import Counted, GradedItem
from fullmarks.grade.judge import judge
from fullmarks.grade.points import earned, pending
from fullmarks.report.messages import cost_sentences, feedback, staff_note
from fullmarks.rubric.load import load_rubric_text

RUBRIC = """\
rubric: demo
symbols: {c d: positive}
parts:
  1:
    items:
      plain: {symbolic: 2 c d}
      known:
        symbolic: 2 c d
        points: 2
        note: Half a page is enough.
        known:
          - {answer: c d, points: 1, say: Count both products., note: The usual slip.}
          - {answer: d, points: 0}
      said:
        symbolic: 2 c d
        say: {correct: Well done., incorrect: Look at the sizes again., missing: You left this out.}
      also: {symbolic: 2 c d, also: [{answer: 4 c, share: 50%, say: That holds for d = 2 alone.}]}
      void: {symbolic: c, void: true}
"""


@pytest.fixture(scope="module")
def items():
    return {item.name: item for item in load_rubric_text(RUBRIC).items()}


@pytest.fixture
def graded(items):
    def judged(name, text, *others):
        item = items[name]
        result = judge(text, item, others)
        outcome = result.outcome
        answer = Answer(item.id, text, None, "", others) if text else None
        return GradedItem(item, answer, outcome, result.reading, earned(outcome, item), pending(outcome, item))

    return judged


@pytest.mark.parametrize(
    "name, answer, sentence",
    [
        pytest.param("plain", "2cd", "Right.", id="right"),
        pytest.param("plain", "sin(c)", "This is not equal to what is expected.", id="the checker's sentence"),
        pytest.param("plain", "", "No answer was found.", id="missing"),
        pytest.param("known", "c d", "Count both products.", id="a known mistake's own words"),
        pytest.param("said", "2cd", "Well done.", id="the author's words for right"),
        pytest.param("said", "sin(c)", "Look at the sizes again.", id="the author's words for wrong"),
        pytest.param("said", "", "You left this out.", id="the author's words for missing"),
        pytest.param("also", "4c", "That holds for d = 2 alone.", id="another key's own words"),
        pytest.param("void", "7", "This is not marked: everybody gets all its points.", id="void"),
        pytest.param("void", "", "This is not marked: everybody gets all its points.", id="void and missing"),
    ],
)
def test_feedback(graded, name, answer, sentence):
    assert feedback(graded(name, answer)) == sentence


def test_the_authors_words_go_before_what_the_diagnosis_found(graded):
    first, found = feedback(graded("said", "c d")), feedback(graded("plain", "c d"))
    assert first == f"Look at the sizes again. {found}"


def test_a_known_mistake_without_words_gets_the_checkers(graded):
    assert feedback(graded("known", "d")) == "This is not equal to what is expected."


def test_an_unreadable_answer_is_shown_its_place(graded):
    told = feedback(graded("plain", "2c(d"))
    *sentences, line, caret = told.splitlines()
    assert sentences
    assert line.startswith("2c(d")
    assert caret.strip("^ ") == ""


def test_several_answers_are_listed(graded):
    told = feedback(graded("plain", "2cd", "3cd"))
    assert told == "There are several different answers here (2*c*d; 3*c*d). Give one."


def test_what_was_set_aside_in_a_wrong_answer_is_said(graded):
    assert "“apples”" in feedback(graded("plain", "3 apples"))


def test_nothing_that_a_student_is_told_holds_the_key(graded):
    for name in ("plain", "known", "said", "also"):
        for answer in ("c d", "-2cd", "1/(2cd)", "2c", "2cd + 1", "sin(c)", "2c(", "3cd", ""):
            assert "2*c*d" not in feedback(graded(name, answer)).replace(" ", "")
            assert "2cd" not in feedback(graded(name, answer)).replace(" ", "")


@pytest.mark.parametrize(
    "name, answer, note",
    [
        pytest.param("plain", "2cd", None, id="nothing to say"),
        pytest.param("known", "2cd", "Half a page is enough.", id="the author's note"),
    ],
)
def test_staff_notes(graded, name, answer, note):
    assert staff_note(graded(name, answer)) == note


def test_staff_are_told_which_known_mistake_it_is_with_its_note(graded):
    note = staff_note(graded("known", "c d"))
    assert note == "Known mistake 1: c d. The usual slip. Half a page is enough."


ATTEMPTS = "of its points are taken off for the attempts and hints before it."
LATE = "of its points are taken off because it was handed in"


@pytest.mark.parametrize(
    "points, cost, late, by, sentences",
    [
        pytest.param("1", "0", "0", {}, [], id="free"),
        pytest.param("0", "1/10", "1/10", {"days": 1}, [], id="nothing to take"),
        pytest.param("1", "1/10", "0", {}, [f"10% {ATTEMPTS}"], id="percent"),
        pytest.param("1", "1/8", "0", {}, [f"12.5% {ATTEMPTS}"], id="half"),
        pytest.param("2", "1", "1/2", {"days": 1}, [f"100% {ATTEMPTS}"], id="all, and nothing is left for lateness"),
        pytest.param("2", "0", "1/5", {"days": 2}, [f"20% {LATE} 2 days late."], id="late by days"),
        pytest.param(
            "2", "0", "1/5", {"days": 1, "hours": 1, "minutes": 7}, [f"20% {LATE} 1 day and 1 hour late."], id="late"
        ),
        pytest.param(
            "2", "0", "1/5", {"hours": 3, "minutes": 1}, [f"20% {LATE} 3 hours and 1 minute late."], id="by hours"
        ),
        pytest.param("2", "0", "1/5", {"seconds": 59}, [f"20% {LATE} less than a minute late."], id="by a little"),
        pytest.param(
            "2", "0", "1/5", {"days": 1, "minutes": 5}, [f"20% {LATE} 1 day and 5 minutes late."], id="no hours"
        ),
        pytest.param(
            "2",
            "1/10",
            "1/5",
            {"days": 2},
            [f"10% {ATTEMPTS}", "20% of the rest of its points are taken off because it was handed in 2 days late."],
            id="both",
        ),
    ],
)
def test_what_is_taken_off_is_said(points, cost, late, by, sentences):
    counted = Counted(1, Fraction(0), Fraction(cost), Fraction(late))
    assert list(cost_sentences(Fraction(points), counted, timedelta(**by))) == sentences
