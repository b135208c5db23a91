"""`fullmarks grade --server`: a running service grades a batch, and the results are those of grading here."""

import json
import subprocess

import pytest

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


def test_no_service(grade, rubrics):
    status, _, err = grade(rubrics / "algebra.yaml", "--server", "http://127.0.0.1:9")
    assert status == 1
    assert err.startswith("The service at http://127.0.0.1:9 cannot be reached: ")
