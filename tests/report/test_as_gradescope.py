"""A report as results for Gradescope: whole, and while there are parts to come."""

from fullmarks.report.as_gradescope import UNFINISHED, ExtraData, as_gradescope, remark
from fullmarks.report.grade_submission import grade_submission
from fullmarks.rubric.load import load_rubric_text

RUBRIC = load_rubric_text(
    "rubric: r\nparts:\n  1:\n    items:\n      a: {numeric: 1, points: 3}\n  2:\n    items:\n      b: {numeric: 2}\n"
    "      c: {numeric: 3, optional: yes}\n"
)
EXTRA = ExtraData(rubric="r")


def report_of(answers):
    return grade_submission(RUBRIC, {"answers": answers})


def test_while_there_are_parts_to_come():
    report = report_of({"1.a": "1", "2.b": "2"})
    so_far = report.model_copy(update={"parts": report.parts[:1], "score": 3})
    results = as_gradescope(so_far, RUBRIC, EXTRA)
    assert (results.score, results.output) == (3, f"{UNFINISHED}\n")
    assert [(test.number, test.score, test.max_score, test.status) for test in results.tests] == [
        ("1", 3, 3, "passed"),
        ("2", 0, 1, "failed"),
    ]
    assert results.tests[1].output == "Not graded yet."


def test_tests_that_were_made_are_kept():
    report = report_of({"1.a": "1", "2.b": "2"})
    whole = as_gradescope(report, RUBRIC, EXTRA)
    assert as_gradescope(report, RUBRIC, EXTRA, before=whole.tests[:1]) == whole
    assert whole.output == "4 of 4 points\n"


def test_a_remark_is_all_there_is():
    assert remark("Nothing.", EXTRA).model_dump()["tests"] == ()


def test_verdicts_are_tags_each_once():
    (_, part) = as_gradescope(report_of({"2.b": "4", "2.c": "4"}), RUBRIC, EXTRA).tests
    assert part.tags == ("incorrect",)
