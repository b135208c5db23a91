"""Grading again only what a change touches gives what grading all of it again gives, byte for byte."""

import random

import pytest

from fullmarks.find.submissions import parse_submission
from fullmarks.report.as_json import as_json
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.grader import Memory
from fullmarks.report.regrader import Regrader
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.same_items import same_items

RUBRIC = """\
rubric: again
symbols: {x: real, a: positive}
attempts: {counts: last, cost: 1/3}
parts:
  1:
    items:
      mass: {numeric: 3, points: 1/3}
  2:
    items:
      force: {symbolic: m a, follows: {m: 1.mass}, points: 2, near: {sign: 1/3}}
      way: {choice: [up, down], key: up}
  3:
    title: Slope
    items:
      slope: {symbolic: 2x - 2, points: 1/7, known: [{answer: 2x - 5, points: 1/21, say: Constant?}]}
"""
ANSWERS = {
    "1.mass": ["3", "4", "2(", "3 or 5"],
    "2.force": ["3a", "4a", "-3a", "a^2"],
    "2.way": ["up", "down", "sideways"],
    "3.slope": ["2x - 2", "2(x-1)", "2x-5", "2x + 2", "x^"],
}


def changed(*replacements):
    text = RUBRIC
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return load_rubric_text(text)


def submissions():
    drawn = random.Random(11)
    for _ in range(25):
        yield {"answers": {item: drawn.choice(known) for item, known in ANSWERS.items() if drawn.random() < 0.9}}
    for _ in range(10):
        said = [f"## 3\nThe slope is ${drawn.choice(ANSWERS['3.slope'][:4])}$." for _ in range(2)]
        turns = [{"role": role, "content": text} for one in said for role, text in (("user", "3?"), ("assistant", one))]
        yield {"messages": turns}


CHANGES = [
    pytest.param((), {"1.mass", "2.force", "2.way", "3.slope"}, id="nothing"),
    pytest.param((("key: up", "key: down"),), {"1.mass", "2.force", "3.slope"}, id="a key"),
    pytest.param((("numeric: 3", "numeric: 4"),), {"2.way", "3.slope"}, id="a key that another item follows"),
    pytest.param((("points: 2,", "points: 5,"),), {"1.mass", "2.way", "3.slope"}, id="points"),
    pytest.param((("Constant?", "Think."),), {"1.mass", "2.force", "2.way"}, id="words alone"),
    pytest.param((("title: Slope", "title: The slope"),), set(), id="what is sought"),
    pytest.param((("cost: 1/3", "cost: 1/4"),), set(), id="what attempts cost"),
    pytest.param(
        (("x: real", "x: positive"),),
        set(),
        id="symbols",
    ),
]


@pytest.mark.parametrize("change, same", CHANGES)
def test_the_same_bytes(change, same):
    old, new = changed(), changed(*change)
    assert same_items(old, new) == same
    regrader = Regrader(old, new, Memory())
    for body in submissions():
        submission = parse_submission(body, old.sought)
        before = grade_submission(old, submission)
        assert as_json(regrader(submission, before)) == as_json(grade_submission(new, submission))


def test_tests_and_comments_change_no_item():
    text = RUBRIC.replace("key: up}", "key: up, tests: [{answer: up, verdict: correct}]}").replace(
        "parts:", "\n# all:\nparts:"
    )
    assert same_items(changed(), load_rubric_text(text)) == {"1.mass", "2.force", "2.way", "3.slope"}


def test_a_stored_report_that_does_not_add_up_counts_for_nothing():
    rubric = changed()
    submission = parse_submission({"answers": {"2.way": "down"}}, rubric.sought)
    before = grade_submission(rubric, submission)
    tampered = before.model_validate_json(
        before.model_dump_json().replace('"incorrect","points":0', '"correct","points":1')
    )
    assert tampered != before
    assert Regrader(rubric, rubric, Memory())(submission, tampered) == before


@pytest.mark.parametrize("field", ["engine", "submission"])
def test_another_engine_or_submission_is_graded_anew(field):
    old, new = changed(), changed(("key: up", "key: down"))
    submission = parse_submission({"answers": {"2.way": "down", "3.slope": "2x"}}, old.sought)
    before = grade_submission(old, submission).model_copy(update={field: "other"})
    assert Regrader(old, new, Memory())(submission, before) == grade_submission(new, submission)
