"""`fullmarks submit`, against a running service."""

import json
import subprocess

import pytest


@pytest.fixture
def submit(tmp_path, fullmarks, service):
    """Hand in files with these texts, by name; the command's status, output and errors."""

    def run(*options: str, url: str = service.url, rubric: str = "algebra", **texts: str) -> tuple[int, str, str]:
        names = [name.replace("__", ".") for name in texts]
        for name, text in zip(names, texts.values(), strict=True):
            (tmp_path / name).write_text(text, "utf-8")
        command = [fullmarks, "submit", url, rubric, *names, *options]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        return ran.returncode, ran.stdout, ran.stderr

    return run


def test_without_waiting_the_ids_are_printed(submit, service):
    status, out, err = submit(a__json='{"answers": {"1a": "x"}}', b__md="1a. $x$")
    assert (status, err) == (0, "")
    assert [service.get(f"/v1/submissions/{line}").status for line in out.splitlines()] == [200, 200]


def test_waiting_the_reports_are_printed_in_the_order_of_the_files(submit):
    status, out, err = submit(
        "--wait",
        "--format",
        "json",
        a__json='{"answers": {"1a": "x^2 - 1"}}',
        b__json='{"answers": {"1a": "x"}}',
        c__json='[{"role": "assistant", "content": "1a. $x^2 - 1$"}]',
    )
    assert (status, err) == (0, "")
    assert [json.loads(line)["score"] for line in out.splitlines()] == [1, 0, 1]


def test_a_folder_is_handed_in_file_by_file(submit, tmp_path):
    (tmp_path / "sheets").mkdir()
    for name, answer in {"b": "x", "a": "x^2 - 1"}.items():
        (tmp_path / "sheets" / f"{name}.json").write_text(json.dumps({"answers": {"1a": answer}}))
    status, out, err = submit("--wait", "--format", "json", "sheets")
    assert (status, err) == (0, "")
    assert [json.loads(line)["score"] for line in out.splitlines()] == [1, 0]


def test_one_report_is_printed_for_people(submit):
    status, out, err = submit("--wait", a__json='{"answers": {"1a": "x^2 - 1"}}')
    assert (status, err) == (0, "")
    assert "1 of 3 points" in out


def test_digits_are_handed_in_as_they_were_written(submit, service):
    _, out, _ = submit("--wait", "--format", "json", a__json='{"answers": {"1a": 0.1000}}')
    assert json.loads(out)["parts"][0]["attempts"][0]["items"][0]["answer"] == "0.1000"


@pytest.mark.parametrize(
    "texts, status, says",
    [
        pytest.param(
            {"a__json": '{"answers": {"7": "x"}}'},
            4,
            "a.json: answers.7: “7” is not a part of this homework. Its parts are 1a, 1b.\n",
            id="refused by the service",
        ),
        pytest.param(
            {"a__json": '{"answers": {"1a": 3 4}}'},
            4,
            "a.json: line 1, column 22: This is not valid JSON: a comma or the closing bracket was expected here, in line 1, column 22.\n",
            id="no JSON",
        ),
        pytest.param(
            {"a__json": "3"},
            4,
            "a.json: This file holds no submission: an object, or a list of messages.\n",
            id="JSON, and no submission",
        ),
        pytest.param(
            {"a__json": '{"answers": {"7": "x"}}', "b__json": '{"answers": {"1a": "x"}}'},
            1,
            "a.json: answers.7: “7” is not a part of this homework. Its parts are 1a, 1b.\n",
            id="one of two",
        ),
    ],
)
def test_what_is_refused_is_named(submit, texts, status, says):
    returned, _, err = submit(**texts)
    assert (returned, err) == (status, says)


@pytest.mark.parametrize(
    "url, says",
    [
        pytest.param(
            "localhost:8000", "“localhost:8000” is no address of a service, such as http://HOST:8000\n", id="no address"
        ),
        pytest.param(
            "http://127.0.0.1:1",
            "The service at http://127.0.0.1:1 cannot be reached: [Errno 111] Connection refused\n",
            id="nobody there",
        ),
    ],
)
def test_a_service_that_cannot_be_reached_is_named(submit, url, says):
    assert submit(url=url, a__md="1a. $x$") == (1, "", says)
