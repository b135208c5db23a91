"""A grader finds what grading one by one finds, byte for byte, whatever it remembers."""

import json
import random
from dataclasses import replace

import pytest

from fullmarks.find.submissions import parse_submission
from fullmarks.report.as_json import as_json
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.grader import Grader, Memory
from fullmarks.rubric.load import load_rubric_text
from fullmarks.submission import Tried

RUBRIC = """\
rubric: memo
symbols: {x n: real, a: positive}
attempts: {counts: best, cost: 10%, hints: 5%}
late: {cost: 10% a day, after: 2026-11-20T12:00:00+00:00}
parts:
  1:
    items:
      mass: {numeric: 3, points: 1/3}
      twin: {numeric: 3, points: 1/3}
  2:
    items:
      force: {symbolic: m a, follows: {m: 1.mass}, points: 2, near: {sign: 50%}}
      work: {symbolic: F x, follows: {F: 2.force}}
  3:
    items:
      slope:
        symbolic: 2x - 2
        known: [{answer: 2x - 5, points: 1/2, say: What is the slope of a constant?}]
      way: {choice: [up, down], key: up}
"""
ANSWERS = {
    "1.mass": ["3", "4", " 4 ", "2(", "3 or 5", ""],
    "1.twin": ["3", "4", 4, "2("],
    "2.force": ["3a", "4 a", "-3a", "4*a", "a"],
    "2.work": ["3 a x", "4 a x", "-3 a x", "a x"],
    "3.slope": ["2x - 2", "2(x-1)", "2x-5", "2x + 2", "1/2x", "The slope is 2x - 2.", "x^"],
    "3.way": ["up", "Up", "down", "sideways"],
}


@pytest.fixture(scope="module")
def rubric():
    return load_rubric_text(RUBRIC)


def submissions(rubric, sought):
    """A class of structured answers, some late, and a few chats with several attempts."""
    drawn = random.Random(7)
    for number in range(80):
        answers = {item: drawn.choice(known) for item, known in ANSWERS.items() if drawn.random() < 0.9}
        times = {"submitted_at": f"2026-11-{drawn.choice([19, 21, 23])}T10:00:00+00:00"} if number % 3 == 0 else {}
        yield parse_submission({"answers": answers, **times}, sought)
    for _ in range(20):
        said = [f"## 3\nThe slope is ${drawn.choice(ANSWERS['3.slope'][:4])}$. way: up" for _ in range(3)]
        turns = [{"role": role, "content": text} for one in said for role, text in (("user", "3?"), ("assistant", one))]
        yield parse_submission({"messages": turns}, sought)


def remembering_all():
    return Memory(parts={}, shown_parts={})


@pytest.mark.parametrize(
    "memory", [pytest.param(Memory, id="of answers"), pytest.param(remembering_all, id="of whole parts too")]
)
def test_a_memory_changes_no_byte(rubric, memory):
    grader = Grader(rubric, memory())
    for submission in submissions(rubric, grader.rubric.sought):
        assert as_json(grader(submission)) == as_json(grade_submission(rubric, submission))


def test_nor_what_was_tried_before(rubric):
    grader = Grader(rubric, remembering_all())
    drawn = random.Random(11)
    for submission in submissions(rubric, grader.rubric.sought):
        tried = {"3.slope": Tried(drawn.randrange(3), "2x + 2")} if drawn.random() < 0.5 else {}
        again = replace(submission, tried=tried)
        assert as_json(grader(again)) == as_json(grade_submission(rubric, again))


def test_it_does_not_matter_what_is_remembered_first(rubric):
    forward, backward = Grader(rubric, remembering_all()), Grader(rubric, remembering_all())
    every = list(submissions(rubric, forward.rubric.sought))
    assert [forward(one) for one in every] == [backward(one) for one in every[::-1]][::-1]


class Forgetful(dict):
    """A mapping that keeps three things."""

    def __setitem__(self, key, value):
        if len(self) > 2:
            self.pop(next(iter(self)))
        super().__setitem__(key, value)


def test_nor_how_much_of_it_is_kept(rubric):
    grader = Grader(rubric, Memory(Forgetful(), Forgetful(), Forgetful(), Forgetful()))
    for submission in submissions(rubric, grader.rubric.sought):
        assert grader(submission) == grade_submission(rubric, submission)


def test_what_is_given_again_is_judged_once(rubric):
    memory = remembering_all()
    grader = Grader(rubric, memory)
    submission = parse_submission(
        {"answers": {item: known[0] for item, known in ANSWERS.items()}}, grader.rubric.sought
    )
    grader(submission)
    kept = [len(memory.judged), len(memory.shown), len(memory.parts), len(memory.shown_parts)]
    grader(submission)
    assert [len(memory.judged), len(memory.shown), len(memory.parts), len(memory.shown_parts)] == kept == [8, 6, 2, 2]


def test_some_parts_alone_with_what_they_follow(rubric):
    grader = Grader(rubric, only=["2"])
    submission = parse_submission({"answers": {"1.mass": "4", "2.force": "4 a", "3.way": "up"}}, grader.rubric.sought)
    whole = json.loads(as_json(grade_submission(rubric, submission)))
    some = json.loads(as_json(grader(submission)))
    assert some["parts"] == [part for part in whole["parts"] if part["id"] == "2"]
    assert (some["score"], some["max_score"]) == (2, 3)
