"""What a student may see of a report."""

import pytest

from fullmarks.report.as_gradescope import ExtraData, as_gradescope
from fullmarks.report.as_json import as_json
from fullmarks.report.grade_submission import grade_submission
from fullmarks.report.model import Report
from fullmarks.report.released_keys import released_keys
from fullmarks.report.student_view import student_view
from fullmarks.rubric.load import load_rubric_text


def items(report):
    return [item for part in report.parts for attempt in part.attempts for item in attempt.items]


def test_nothing_for_staff_is_left(report):
    for item in items(student_view(report)):
        assert item.staff_note is None
        assert item.evidence.values is None
        assert item.evidence.note is None
        assert not (item.diagnosis and item.diagnosis.detail)


def test_no_word_for_staff_is_left_anywhere(report):
    shown = as_json(student_view(report))
    for word in ("Half of the key", "By its coefficients", "factor\\", '"1/2"', '"4"]'):
        assert word not in shown


def test_all_else_is_kept(report):
    for seen, whole in zip(items(student_view(report)), items(report), strict=True):
        kept = {"staff_note", "evidence", "diagnosis"}
        assert seen.model_dump(exclude=kept) == whole.model_dump(exclude=kept)
        assert seen.evidence.at == whole.evidence.at
        assert (seen.diagnosis and seen.diagnosis.code) == (whole.diagnosis and whole.diagnosis.code)


def test_the_view_is_a_report_like_any_other(report):
    assert Report.model_validate_json(as_json(student_view(report))) == student_view(report)


KEYED = """\
rubric: keyed
symbols: {{c: positive}}
release: {{verdicts: {verdicts}, keys: {keys}}}
parts:
  1:
    items:
      cost: {{symbolic: 2 c}}
      words: {{choice: [up, down], key: up}}
      why: {{text: [{{any of: [because]}}], points: 0}}
      gone: {{symbolic: c, void: yes}}
"""
ALL = {"1.cost": "2 c", "1.words": "up"}


@pytest.mark.parametrize(
    "keys, due_passed, released",
    [
        pytest.param("never", True, {}, id="never"),
        pytest.param("after due", False, {}, id="not yet"),
        pytest.param("after due", True, ALL, id="now"),
        pytest.param("at once", False, ALL, id="at once"),
    ],
)
def test_which_keys_are_released(keys, due_passed, released):
    rubric = load_rubric_text(KEYED.format(verdicts="at once", keys=keys))
    assert released_keys(rubric, due_passed=due_passed) == released


@pytest.mark.parametrize(
    "verdicts, keys, told",
    [
        pytest.param("at once", "never", False, id="never"),
        pytest.param("at once", "after due", False, id="verdicts before the due date, keys after it"),
        pytest.param("after due", "after due", True, id="both after it"),
        pytest.param("never", "after due", True, id="nothing is shown"),
        pytest.param("at once", "at once", True, id="both at once"),
        pytest.param("after due", "never", False, id="verdicts alone"),
    ],
)
def test_what_gradescope_is_given(verdicts, keys, told):
    rubric = load_rubric_text(KEYED.format(verdicts=verdicts, keys=keys))
    report = grade_submission(rubric, {"answers": {"1.cost": "3 c", "1.words": "up"}})
    (part,) = as_gradescope(report, rubric, ExtraData(rubric="keyed")).tests
    assert ("The key is: 2 c" in part.output) is told
    assert "The key is: up" not in part.output


def test_a_right_answer_is_not_told_the_key_but_one_that_follows_is(report):
    keys = {item.id: "KEY" for item in items(report)}
    for seen in items(student_view(report, keys)):
        told = seen.feedback.endswith(" The key is: KEY")
        assert told is (seen.verdict != "correct" or seen.diagnosis is not None)
