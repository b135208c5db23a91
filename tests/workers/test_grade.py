import json

import pytest

import fullmarks
from fullmarks.report.model import Report
from store.state import State
from workers.grade import Grader
from workers.shelf import Shelf


@pytest.fixture
def grade(world):
    """Grade a submission as a worker does, within these settings; where it stands then."""

    def graded(*submissions: str, delivery: str = "message 1", **settings: float):
        grader = Grader(world.settings.model_copy(update=settings), world.database, Shelf())
        grader.grade(submissions, delivery)
        return world.standing(submissions[-1])

    return graded


@pytest.mark.parametrize(
    "answers, score",
    [
        pytest.param({"1a": "x^2 - 1", "1b": {"sum": "2x", "difference": 0}}, 3, id="all right"),
        pytest.param({"1a.product": "x^2 + 1", "1b.sum": "x + x"}, 1, id="one right, one wrong, one missing"),
    ],
)
def test_a_submission_is_graded_and_its_report_kept(world, grade, answers, score):
    submission = world.receive(answers=answers)
    found = grade(submission)
    report = Report.model_validate_json(world.report(submission))
    assert (found.state, found.score, found.max_score) == (State.GRADED, score, 3)
    assert (report.submission, report.score, report.rubric.version) == (submission, score, world.rubric.version)


def test_the_report_is_what_the_engine_says(world, grade):
    body = {"rubric": "algebra", "answers": {"1a.product": "x^2 - 1"}}
    submission = world.receive(**body)
    grade(submission)
    expected = json.loads(fullmarks.grade(world.rubric, body).model_dump_json())
    assert json.loads(world.report(submission)) == expected | {"submission": submission}


def test_one_message_carries_many(world, grade):
    submissions = [world.receive(answers={"1a": "x^2 - 1"}) for _ in range(5)]
    grade(*submissions)
    assert {world.standing(submission).state for submission in submissions} == {State.GRADED}


def test_a_second_delivery_finds_it_done(world, grade):
    submission = world.receive(answers={"1a": "x^2 - 1"})
    grade(submission)
    first = world.report(submission)
    assert grade(submission, delivery="message 1").state is State.GRADED
    assert grade(submission, submission, delivery="message 2").state is State.GRADED
    assert world.report(submission) == first


def test_an_earlier_version_of_the_rubric_still_grades(world, grade):
    submission = world.receive(answers={"1a": "x^2 - 1"})
    world.publish("later", "rubric: algebra")
    assert grade(submission).score == 1


@pytest.mark.parametrize(
    "body, settings, cause",
    [
        pytest.param(
            b'{"rubric": "algebra", "answers": {"7": "x"}}',
            {},
            "“7” is not a part of this homework. Its parts are 1a, 1b.",
            id="no submission any more",
        ),
        pytest.param(
            b'{"rubric": "algebra", "document": "' + b"1a. $x$\\n" * 20_000 + b'"}',
            {"grading_soft_s": 0.001},
            "Its grading took longer than 0.001 s.",
            id="too slow",
        ),
    ],
)
def test_what_cannot_be_graded_fails_with_its_cause(world, grade, body, settings, cause):
    found = grade(world.receive_bytes(body), **settings)
    assert (found.state, found.cause) == (State.FAILED, cause)


def test_a_version_that_this_engine_cannot_read_fails_with_its_mistake(world, grade):
    world.publish("broken", "rubric: algebra\nparts: 3")
    found = grade(world.receive_bytes(b'{"rubric": "algebra", "answers": {"1a": "x"}}', version="broken"))
    assert found.state is State.FAILED
    assert found.cause.startswith("algebra:2:8: ")


def test_a_defect_of_the_engine_costs_one_submission(world, grade, monkeypatch, caplog):
    def defect(marking, submission):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("workers.marking.Marking.__call__", defect)
    found = grade(world.receive(answers={"1a": "x"}))
    assert (found.state, found.cause) == (State.FAILED, "The engine failed: ZeroDivisionError: division by zero")
    assert "The engine failed on submission" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_too_little_memory_is_said_so(world, grade, monkeypatch):
    def greedy(marking, submission):
        return bytearray(1 << 62)

    monkeypatch.setattr("workers.marking.Marking.__call__", greedy)
    assert grade(world.receive(answers={"1a": "x"})).cause == "Its grading needed more than 2048 MB of memory."
