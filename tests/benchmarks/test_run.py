"""The runner itself, on a few rows and without the yardstick."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.graders.choice import OURS, create
from benchmarks.graders.grader import Said
from benchmarks.measuring import Plan, measure
from benchmarks.page import PAGE, kept
from benchmarks.questions import KINDS, read_questions
from benchmarks.service import measure_workers

ROOT = Path(__file__).parents[2]


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments], cwd=ROOT, check=False, capture_output=True, text=True
    )


def test_accuracy_and_speed_of_a_few_rows(tmp_path):
    page = PAGE.read_bytes()
    few = ("--kinds", "set", "homework", "--most", "4", "--without", "Math-Verify", "--results", str(tmp_path))
    for what in ("accuracy", "speed"):
        done = run(what, *few)
        assert done.returncode == 0, done.stderr
        assert "set: Fullmarks, 4 questions" in done.stderr
        assert "Math-Verify" not in done.stderr
    results = kept(tmp_path)
    assert [(kind.kind, kind.ours.asked) for kind in results["accuracy"].kinds] == [("set", 4), ("homework", 4)]
    assert [kind.kind for kind in results["speed"].kinds] == ["set", "homework", "all"]
    assert {path.name for path in tmp_path.iterdir()} == {"accuracy.json", "accuracy.svg", "speed.json", "speed.svg"}
    assert PAGE.read_bytes() == page


def test_a_run_that_leaves_something_out_does_not_touch_the_projects_results():
    done = run("accuracy", "--most", "1")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "python -m benchmarks: error: this would leave out questions or Math-Verify (`make bench` installs it): "
        "say --results FOLDER"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_measured(kind):
    found = measure(Plan(OURS, kind, prepared=2, others=1, most=2))
    assert [row.id for row in found.rows] == [question.id for question in read_questions(kind, 2)]
    assert len(found.passes) == 2
    assert all(row.explained for row in found.rows)
    assert all((row.fresh is None) == (kind == "homework") for row in found.rows)
    assert found.peak_mb >= found.ready_mb > 10


def test_a_prepared_key_gives_the_same_judgement_each_time():
    grader = create(OURS)
    for question in read_questions("number", 20):
        check = grader.prepare(question)
        explaining = grader.explaining(question)
        assert check() == check() == explaining() == grader.check(question)


def test_forgetting_makes_the_engine_read_the_key_again():
    from benchmarks.graders.ours import PREPARED  # noqa: PLC0415 - it loads the engine

    grader = create(OURS)
    grader.check(read_questions("number", 1)[0])
    grader.forget()
    assert [kept_.cache_info().currsize for kept_ in PREPARED] == [0] * len(PREPARED)


def test_a_key_that_cannot_be_used_is_no_verdict(question):
    asked = question("q", checker="no such kind")
    assert create(OURS).check(asked).said is Said.KEY_REFUSED


def test_the_service_is_measured_and_stopped():
    figures = measure_workers(1, singly=3, answers=5, homeworks=2, tasks=20, engine_s=0.1)
    assert (figures.workers, figures.answers.submissions, figures.homeworks.submissions) == (1, 5, 2)
    assert figures.first_report_s >= figures.first_answer_s > 0
    assert min(figures.noop_per_s, figures.backlog_per_s, figures.engine_per_s) > 0
    assert figures.memory_mb.keys() == {"supervisor", "API", "worker", "broker"}
    assert all(1 < megabytes < 1000 for megabytes in figures.memory_mb.values())
