"""One submission in the folders of an autograder's container."""

import json

import pytest

from fullmarks import load_rubric
from fullmarks.cli.gradescope.grading import Bounds, Grading
from fullmarks.cli.gradescope.metadata import Metadata
from fullmarks.cli.gradescope.results_file import ResultsFile
from fullmarks.cli.handed_in import read_handed_in
from tests.cli.gradescope.conftest import ADVICE, METADATA, hand_in, tell

RIGHT_1A = "## 1a\n**Answer:** $2cn$\n"


def add_to_rubric(container, line):
    container.rubric.write_text(f"{line}\n{container.rubric.read_text('utf-8')}", "utf-8")


def hand_in_for(person, container):
    hand_in(container, "answers.md", (container.root / f"{person}.md").read_text("utf-8"))


def test_a_graded_submission(container, graded):
    hand_in_for("bob", container)
    ended = graded()
    results = ended.results
    assert (ended.status, ended.err) == (0, "")
    assert (results.score, results.visibility, results.stdout_visibility) == (2, "visible", "hidden")
    assert [(test.number, test.name, test.score, test.max_score, test.visibility) for test in results.tests] == [
        ("1a", "1a Cost", 1, 2, "visible"),
        ("1b", "1b Size and direction", 1, 2, "visible"),
    ]
    assert [(test.status, test.tags) for test in results.tests] == [
        ("failed", ("partial",)),
        ("failed", ("incorrect", "correct")),
    ]
    assert "Count both products." in results.tests[0].output
    assert results.output == "2 of 4 points\n"


def test_a_part_with_all_its_points_is_passed(container, graded):
    hand_in_for("ann", container)
    assert [test.status for test in graded().results.tests] == ["passed", "passed"]


def test_what_staff_can_look_up(container, graded):
    hand_in_for("ann", container)
    extra = graded().results.extra_data
    assert (extra.rubric, extra.created_at) == ("demo", METADATA["created_at"])
    assert extra.earlier_submissions == 1  # the one whose grading failed is not held against the student
    assert extra.engine.startswith("fullmarks ")


def test_a_group_hands_in_together(container, graded):
    tell(
        container, METADATA | {"users": [{"email": f"{one}@example.org", "id": one, "name": "A"} for one in (1, 2, 3)]}
    )
    hand_in_for("ann", container)
    ended = graded()
    assert (ended.err, ended.results.score, ended.results.extra_data.handed_in_by) == ("", 4, 3)


def test_the_same_submission_gives_the_same_bytes(container, graded):
    hand_in_for("ann", container)
    graded()
    first = container.results.read_bytes()
    graded()
    assert container.results.read_bytes() == first


@pytest.mark.parametrize(
    "said, visibility",
    [
        pytest.param("at once", "visible", id="at once"),
        pytest.param("after due", "after_due_date", id="after the due date"),
        pytest.param("never", "hidden", id="never"),
    ],
)
def test_verdicts_are_shown_when_the_rubric_says(container, graded, said, visibility):
    add_to_rubric(container, f"release: {{verdicts: {said}}}")
    hand_in_for("ann", container)
    results = graded().results
    assert {results.visibility, *(test.visibility for test in results.tests)} == {visibility}


@pytest.mark.parametrize(
    "metadata, message",
    [
        pytest.param(None, "submission_metadata.json cannot be opened: No such file or directory.", id="missing"),
        pytest.param("[1", "submission_metadata.json is not what Gradescope writes: Invalid JSON", id="broken"),
        pytest.param('{"created_at": "soon"}', "submission_metadata.json is not what Gradescope writes", id="no date"),
    ],
)
def test_without_metadata_it_is_graded_all_the_same(container, graded, metadata, message):
    container.metadata.unlink() if metadata is None else container.metadata.write_text(metadata, "utf-8")
    hand_in_for("ann", container)
    ended = graded()
    assert (ended.status, ended.results.score) == (0, 4)
    assert ended.err.startswith(message)


def test_a_bad_rubric_is_not_the_students_fault(container, graded):
    container.rubric.write_text("rubric: [", "utf-8")
    hand_in(container, "answers.md", RIGHT_1A)
    ended = graded()
    assert ended.status == 3
    assert ended.results.output == (
        "The autograder of this homework is not set up right. This is not your fault: please tell the course staff."
    )


def test_what_cannot_be_graded_is_told_to_the_student(container, graded):
    ended = graded()
    assert (ended.status, ended.results.score, ended.results.tests) == (4, 0, ())
    assert ended.results.output == f"No file was handed in that could be opened. {ADVICE}"


def test_a_part_of_no_homework_is_told_to_the_student(container, graded):
    hand_in(container, "answers.json", '{"answers": {"9z": "1"}}')
    ended = graded()
    assert ended.status == 4
    assert ended.results.output == (
        "answers.json, answers.9z: “9z” is not a part of this homework. Its parts are 1a, 1b. Put that right, and hand in again."
    )


@pytest.mark.parametrize(
    "name, content, told",
    [
        pytest.param("md", "", "There is nothing to mark: the submission is empty.", id="0 bytes"),
        pytest.param("md", " \r\n ", "There is nothing to mark: the submission is empty.", id="white space"),
        pytest.param(
            "md",
            "## 1a\n$2\0c$",
            "The text holds U+0000 (the null character) in line 2, column 3. Remove it: it does not show, and may make the text "
            "look other than it is.",
            id="a NUL",
        ),
        pytest.param(
            "md",
            "## 1a\n$2\u202ec$",
            "The text holds U+202E (right-to-left override) in line 2, column 3. Remove it: it does not show, and may make the "
            "text look other than it is.",
            id="a right-to-left mark",
        ),
        pytest.param(
            "json",
            '{"cells": [], "nbformat": 4}',
            "There is nothing to mark: a submission needs “answers”, “document” or “messages”.",
            id="a notebook by another name",
        ),
        pytest.param(
            "json",
            "5",
            "A submission is an object with “answers”, “document” or “messages”, not a number.",
            id="a number alone",
        ),
        pytest.param(
            "json",
            '{"answers": ["2x"]}',
            "“answers” must be an object with an answer by item, not a list.",
            id="a list of answers",
        ),
        pytest.param(
            "json",
            '{"answers": {"1a": "x", "1a": "y"}}',
            "“1a” is given twice in one object. Keep one of them.",
            id="a name twice",
        ),
        pytest.param(
            "json",
            '{"answers": {"1a": NaN}}',
            "NaN is not a number in JSON. Write it as a text in double quotes.",
            id="NaN",
        ),
        pytest.param(
            "json",
            '{"answers": {"1a": %s}}' % ("9" * 10_000),
            "The number that starts with 999999999999 has 10,000 characters; a number may have 400. Write it as a text in double "
            "quotes.",
            id="a huge integer",
        ),
        pytest.param(
            "json",
            f'{{"answers": {{"1a": {"[" * 9_999}1{"]" * 9_999}}}}}',
            "Brackets may be nested 64 deep; in line 1, column 82 there is one more.",
            id="deep lists",
        ),
        pytest.param(
            "json",
            "{'answers': {}}",
            "This is not valid JSON: a name in double quotes was expected here, in line 1, column 2.",
            id="single quotes",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_what_to_do(container, graded, name, content, told):
    hand_in(container, f"answers.{name}", content)
    ended = graded()
    assert ended.status == 4
    output = ended.results.output
    assert output.startswith(f"answers.{name}")
    assert output.endswith(f": {told} Put that right, and hand in again.")


def test_nothing_else_is_left_in_the_results_folder(container, graded):
    hand_in_for("ann", container)
    graded()
    assert [path.name for path in container.results.parent.iterdir()] == ["results.json"]


def test_what_being_late_costs_is_told_by_gradescopes_times_alone(container, graded):
    add_to_rubric(container, "late: {cost: 50% a day}")
    answers = {"document": (container.root / "bob.md").read_text("utf-8"), "submitted_at": "2026-01-01T00:00:00Z"}
    hand_in(container, "answers.json", json.dumps(answers))
    tell(container, METADATA | {"created_at": "2026-03-02T11:00:00-08:00"})
    late = graded().results
    tell(container, METADATA)
    in_time = graded().results
    assert (in_time.score, late.score) == (2, 1)


def test_an_item_that_is_left_open_goes_to_a_person(container, graded):
    hand_in_for("ann", container)
    results = graded("1a.runtime").results
    assert [(test.score, test.tags) for test in results.tests] == [(0, ("needs review",)), (2, ("correct",))]
    assert results.output == "2 of 4 points; 2 more may be given by a person\n"
    assert results.extra_data.pending_points == 2


def test_what_the_file_holds_stays_while_all_is_begun_again(container, graded):
    """The process ended at the second part; the first one stands in the file, and is not taken out of it again."""
    hand_in_for("ann", container)
    graded()
    before = container.results.read_bytes()
    states = []

    class Watched(ResultsFile):
        def write(self, text):
            states.append(text)
            ResultsFile.write(self, text)

    rubric = load_rubric(container.rubric)
    again = Grading(rubric, Metadata(), Watched(container.results), Bounds(40, frozenset({"1b.direction"})))
    again.here(read_handed_in(container.submission / "answers.md"))
    assert len(states) == 1
    assert container.results.read_bytes() != before
    assert [test["score"] for test in json.loads(states[0])["tests"]] == [2, 1]


# What earlier submissions cost: only where the rubric says so, item by item, for answers that are new.


def submissions(container, graded, *documents, failed=()):
    """Hands in one document after the other, each told of those before it as Gradescope tells it; the results."""
    previous, all_results = [], []
    for day, document in enumerate(documents, 1):
        told = [{**one, "results": None} for one in previous[:-1]] + previous[-1:]
        tell(container, METADATA | {"created_at": f"2026-03-{day:02}T10:00:00Z", "previous_submissions": told})
        hand_in(container, "answers.md", document)
        all_results.append(graded().results)
        previous.append(
            {
                "submission_time": f"2026-03-{day:02}T10:00:00Z",
                "score": all_results[-1].score,
                "autograder_error": day in failed,
                "results": json.loads(container.results.read_text("utf-8")),
            }
        )
    return all_results


def document(runtime, size=42):
    return f"## 1a\n**Answer:** ${runtime}$\n\n## 1b\nSize: {size}\n\nDirection: up\n"


@pytest.mark.parametrize(
    "documents, scores",
    [
        pytest.param([document("3cn"), document("2cn")], [2, 3.8], id="a second answer costs its item alone"),
        pytest.param([document("2cn"), document("2cn")], [4, 4], id="the same again costs nothing"),
        pytest.param([document("3cn"), document("4cn"), document("2cn")], [2, 2, 3.6], id="two before"),
        pytest.param([document("3cn"), document("2cn"), document("2cn")], [2, 3.8, 3.8], id="the last one kept"),
        pytest.param([document("2 c n )("), document("2cn")], [2, 4], id="what was unreadable cost nothing"),
        pytest.param(["nothing", document("2cn")], [0, 4], id="what was missing cost nothing"),
        pytest.param([document("3cn"), "nothing", document("2cn")], [2, 0, 3.8], id="what was left out is remembered"),
        pytest.param([document(f"{n}cn") for n in range(3, 11)] + [document("2cn")], [2] * 8 + [3.4], id="capped"),
    ],
)
def test_what_an_earlier_submission_costs(container, graded, documents, scores):
    add_to_rubric(container, "attempts: {submissions: 10%, cap: 30%}")
    assert [results.score for results in submissions(container, graded, *documents)] == scores


def test_an_earlier_submission_costs_nothing_unless_the_rubric_says_so(container, graded):
    assert [one.score for one in submissions(container, graded, document("3cn"), document("2cn"))] == [2, 4]


def test_a_run_that_failed_costs_nothing(container, graded):
    add_to_rubric(container, "attempts: {submissions: 10%}")
    results = submissions(container, graded, document("3cn"), document("2cn"), failed={1})
    assert [one.score for one in results] == [2, 4]


def test_a_submission_that_came_later_does_not_count(container, graded):
    add_to_rubric(container, "attempts: {submissions: 10%}")
    submissions(container, graded, document("3cn"))
    later = {"submission_time": "2026-03-09T10:00:00Z", "results": json.loads(container.results.read_text("utf-8"))}
    tell(container, METADATA | {"previous_submissions": [later]})
    hand_in(container, "answers.md", document("2cn"))
    assert graded().results.score == 4


@pytest.mark.parametrize(
    "results",
    [
        pytest.param({"score": 1, "extra_data": {"tried": "yes"}}, id="another program's"),
        pytest.param({"score": 1}, id="no extra data"),
        pytest.param([], id="no results"),
        pytest.param({"extra_data": {"tried": {"1a.runtime": {"submissions": -1, "last": ""}}}}, id="a bad number"),
    ],
)
def test_earlier_results_that_are_not_ours_cost_nothing(container, graded, results):
    add_to_rubric(container, "attempts: {submissions: 10%}")
    earlier = {"submission_time": "2026-02-28T10:00:00Z", "score": 1, "autograder_error": False, "results": results}
    tell(container, METADATA | {"previous_submissions": [earlier]})
    hand_in(container, "answers.md", document("2cn"))
    ended = graded()
    assert (ended.err, ended.results.score) == ("", 4)
