"""`fullmarks grade --server`: a running service grades a batch, and the results are those of grading here."""

import json
import os
import subprocess
import time

import pytest

from fullmarks.cli.results import read_results
from tests.service.conftest import running

RUBRIC = "rubric: algebra\nparts: {1a: {items: {x: {numeric: 1}}}}\n"


@pytest.fixture
def grade(tmp_path, fullmarks, service):
    """Grade a class of twelve by a rubric; the command's status, output and errors."""

    def run(rubric, *options):
        answers = ["x^2 - 1", "x", "(x-1)(x+1)", "x^"]
        lines = [json.dumps({"answers": {"1a": answers[number % 4]}}) for number in range(12)]
        (tmp_path / "class.ndjson").write_text("\n".join([*lines, '{"answers": {"9z": 1}}']), "utf-8")
        command = [fullmarks, "grade", rubric, "class.ndjson", "--format", "json", *options]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        return ran.returncode, ran.stdout, ran.stderr

    return run


def test_a_service_gives_the_same_results(grade, service, rubrics):
    here = grade(rubrics / "algebra.yaml")
    there = grade(rubrics / "algebra.yaml", "--server", service.url)
    assert (here[0], there[0]) == (1, 1)
    assert here[2] == there[2]
    reports = [[{**json.loads(line), "submission": ""} for line in out.splitlines()] for _, out, _ in (here, there)]
    assert reports[0] == reports[1]
    assert len(reports[0]) == 12


def test_a_batch_that_is_graded_again_hands_in_nothing_twice(grade, service, rubrics):
    def handed_in():
        return {one["id"] for one in service.get("/v1/submissions?limit=200&order=newest").data["submissions"]}

    first = grade(rubrics / "algebra.yaml", "--server", service.url)
    before = handed_in()
    assert grade(rubrics / "algebra.yaml", "--server", service.url) == first
    assert handed_in() == before


def test_a_service_with_another_version_of_the_rubric_is_not_believed(grade, service, tmp_path):
    (tmp_path / "algebra.yaml").write_text(RUBRIC, "utf-8")
    status, out, err = grade(tmp_path / "algebra.yaml", "--server", service.url)
    assert (status, out) == (1, "")
    assert "grades “algebra” by another version of it" in err


@pytest.fixture
def grade_many(tmp_path, fullmarks, rubrics):
    """Begin to grade a class of three hundred by a service, with a key; how it ends."""

    def begin(service, key):
        lines = [json.dumps({"student": f"s{number:03}", "answers": {"1a": f"x + {number}"}}) for number in range(300)]
        (tmp_path / "class.ndjson").write_text("\n".join(lines), "utf-8")
        command = [fullmarks, "grade", rubrics / "algebra.yaml", "class.ndjson", "-q", "-o", "results.ndjson"]
        return subprocess.Popen(
            [*command, "--server", service.url],
            cwd=tmp_path,
            env={**os.environ, "FULLMARKS_KEY": key},
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin


def whole(tmp_path):
    """Whether each of the class has one result, in order."""
    names = [one.handed_in.name for one in read_results(tmp_path / "results.ndjson").results]
    return names == [f"s{number:03}" for number in range(300)]


def handed_in_at(service):
    ((count,),) = service.rows("SELECT count(*) FROM submissions")
    return count


def test_a_service_that_has_too_much_to_do_is_waited_for(tmp_path, fullmarks, grade_many):
    """It asks for a key, takes few requests a second (429), and few submissions at a time (503, and refused rows)."""
    few = {"FULLMARKS_ACCESS": "keys", "FULLMARKS_RATE": "40/second", "FULLMARKS_LONGEST_QUEUE": "20"}
    with running(tmp_path / "data", few) as service:
        add = [fullmarks, "keys", "add", "--scope", "staff", "--data", tmp_path / "data"]
        key = subprocess.run(add, capture_output=True, text=True, check=True).stdout.split()[-1]
        with grade_many(service, "fm_wrong") as refused:
            assert refused.wait(60) == 1
            assert "key" in refused.stderr.read()
        with grade_many(service, key) as graded:
            assert (graded.wait(120), graded.stderr.read()) == (0, "")
        assert handed_in_at(service) == 300
    assert whole(tmp_path)


def test_a_service_that_is_started_again_meanwhile_loses_nothing(tmp_path, grade_many):
    with running(tmp_path / "data", {}) as service:
        with grade_many(service, "") as graded:
            while handed_in_at(service) < 64:
                time.sleep(0.02)
            service.kill_whole("API")
            assert (graded.wait(120), graded.stderr.read()) == (0, "")
        assert handed_in_at(service) == 300
    assert whole(tmp_path)


def test_no_service(grade, rubrics):
    status, _, err = grade(rubrics / "algebra.yaml", "--server", "http://127.0.0.1:9")
    assert status == 1
    assert err.startswith("The service at http://127.0.0.1:9 cannot be reached: ")
