"""A submission against its rubric."""

from fractions import Fraction

import pytest

from fullmarks.errors import Span
from fullmarks.find.found import Answer, Attempt, Found
from fullmarks.grade.grade import graded_parts, mark
from fullmarks.outcome import Verdict
from fullmarks.submission import Chat, Message, StructuredAnswers, Submission

NOTHING = Submission("s", StructuredAnswers({}))
"""What is found in it is given beside it."""


def attempt(turn, hints=0, part="1", **answers):
    found = tuple(Answer(f"{part}.{name}", text, Span(0, len(text)), "written so") for name, text in answers.items())
    return Attempt(part, turn, hints, found)


def graded(rubric, *attempts):
    return next(graded_parts(rubric, NOTHING, Found(attempts, ())))


def verdicts(part):
    return [[item.outcome.verdict.value for item in one.items] for one in part.attempts]


@pytest.mark.parametrize(
    "attempts, counted, score",
    [
        pytest.param([], None, "0", id="nothing answered"),
        pytest.param([attempt(None, cost="2cd", size="42")], 1, "3", id="all right"),
        pytest.param([attempt(1, cost="cd", size="42")], 1, "2", id="a known mistake"),
        pytest.param(
            [attempt(1, cost="cd"), attempt(3, cost="2cd")], 2, "9/5", id="right at the second try, at its cost"
        ),
        pytest.param(
            [attempt(1, cost="2cd", size="41"), attempt(3, size="42")], 2, "29/10", id="an item is not answered again"
        ),
        pytest.param([attempt(1, cost="2cd"), attempt(3, cost="2cd(")], 1, "2", id="the second try cannot be read"),
        pytest.param([attempt(1, cost="2cd("), attempt(3, cost="2cd")], 2, "2", id="the first try could not be read"),
        pytest.param([attempt(1, cost="2cd("), attempt(3, size="((")], 2, "0", id="nothing could be read"),
        pytest.param([attempt(1, cost="2cd"), attempt(3, cost="2cd", size="42")], 2, "3", id="said again for free"),
    ],
)
def test_what_a_part_brings(rubric, attempts, counted, score):
    part = graded(rubric, *attempts)
    assert (part.counted_attempt, part.score, part.max_score) == (counted, Fraction(score), 3)


def test_a_part_that_nothing_answers_has_one_attempt_of_missing_items(rubric):
    part = graded(rubric)
    assert verdicts(part) == [["missing", "missing"]]
    assert [(one.number, one.turn) for one in part.attempts] == [(1, None)]


def test_earlier_attempts_keep_their_own_verdicts(rubric):
    part = graded(rubric, attempt(1, cost="cd", size="41"), attempt(3, cost="2cd"))
    assert verdicts(part) == [["partial", "incorrect"], ["correct", "missing"]]
    assert [one.items[0].points for one in part.attempts] == [1, 2]


def test_further_answers_beside_one_make_several(rubric):
    two = Attempt("1", None, 0, (Answer("1.size", "42", None, "", ("43",)),))
    assert verdicts(graded(rubric, two)) == [["missing", "several_answers"]]


def test_what_names_mean_is_handed_on(rubric):
    with_name = Attempt("1", None, 0, (Answer("1.cost", "k c", None, "", (), ("k = 2 d",)),))
    assert verdicts(graded(rubric, with_name)) == [["correct", "missing"]]


def test_open_points_are_the_whole_of_an_item(rubric):
    part = graded(rubric, attempt(None, cost="2cd(", size="42"))
    assert [item.pending for item in part.attempts[0].items] == [2, 0]
    assert [item.points for item in part.attempts[0].items] == [0, 1]


def test_void_and_optional_items(rubric):
    _, nothing = graded_parts(rubric, NOTHING, Found((), ()))
    assert (nothing.score, nothing.max_score) == (1, 1)
    _, more = graded_parts(rubric, NOTHING, Found((attempt(None, part="2", free="7", extra="d"),), ()))
    assert (more.score, more.max_score) == (2, 1)


def test_structured_answers(rubric):
    submission = Submission("s", StructuredAnswers({"1.cost": "2*c*d", "1.size": 42}))
    marked = mark(rubric, submission)
    assert (marked.submission, marked.score, marked.max_score) == ("s", 4, 4)
    assert [part.part.id for part in marked.parts] == ["1", "2"]
    assert {item.outcome.verdict for item in marked.parts[0].attempts[0].items} == {Verdict.CORRECT}


def test_a_chat(rubric):
    turns = [
        "Solve 1",
        "## 1\nCost: $c d$\n\nSize: $42$",
        "Solve 1",
        "## 1\nCost: $2 c d$\n\nSize: $42$",
    ]
    messages = tuple(Message("assistant" if turn % 2 else "user", content, turn) for turn, content in enumerate(turns))
    part = mark(rubric, Submission("s", Chat(messages))).parts[0]
    assert [one.turn for one in part.attempts] == [1, 3]
    assert verdicts(part) == [["partial", "correct"], ["correct", "correct"]]
    # The second cost answer is a second try; the size is said again, which costs nothing.
    assert part.score == Fraction(9, 10) * 2 + 1
