"""Batches as their users run them: stopped, killed, with what hangs and what eats memory, and gone on with."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from benchmarks.processes import command_of
from fullmarks.cli.results import read_results
from tests.cli.conftest import PROGRAM, RUBRIC

NUMBER = 60


ANSWERS = ["2cn", "c n", "2 n c", "c^2", "2c n +", "n"]
CLASS = "\n".join(
    json.dumps({"student": f"s{number:02}", "answers": {"1a": ANSWERS[number % 6], "1b.size": str(40 + number % 4)}})
    for number in range(NUMBER)
)


@pytest.fixture
def many(homework):
    """A class of 60 in lines of JSON."""
    (homework / "class.ndjson").write_text(CLASS, "utf-8")
    return homework


def names(path):
    return [one.handed_in.name for one in read_results(path).results]


def test_several_processes_give_what_one_gives_in_the_same_order(process, many):
    alone = process(
        "grade", "rubric.yaml", "class.ndjson", "--format", "json", "--no-memo", "-j", "1", "-o", "one.ndjson"
    )
    both = process("grade", "rubric.yaml", "class.ndjson", "--format", "json", "-j", "3", "-o", "three.ndjson")
    assert (alone.status, both.status, both.err) == (0, 0, "")
    assert alone.out == both.out
    assert (many / "one.ndjson").read_bytes() == (many / "three.ndjson").read_bytes()
    assert names(many / "one.ndjson") == [f"s{number:02}" for number in range(NUMBER)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The results file of the class, graded in one go."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "rubric.yaml").write_text(RUBRIC, "utf-8")
    (folder / "class.ndjson").write_text(CLASS, "utf-8")
    command = [PROGRAM, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "1", "-o", "whole.ndjson"]
    subprocess.run(command, cwd=folder, check=True)
    return (folder / "whole.ndjson").read_bytes()


def test_a_run_goes_on_after_each_kill(process, program, many, whole):
    command = [program, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "1", "-o", "results.ndjson"]
    journal = many / "results.ndjson.part"
    kept = 0
    for _ in range(3):
        with subprocess.Popen(command, cwd=many, stderr=subprocess.DEVNULL, start_new_session=True) as run:
            while run.poll() is None:
                if journal.exists() and journal.read_bytes().count(b"\n") > kept + 4:
                    run.send_signal(signal.SIGKILL)
                    break
                time.sleep(0.005)
        if not journal.exists():
            break
        kept = journal.read_bytes().count(b"\n")
        with journal.open("ab") as torn:  # as a line looks that a crash has cut off
            torn.write(b'{"handed_in":{"name":"s')
    ended = process("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert ended.status == 0
    assert kept > 4
    assert (many / "results.ndjson").read_bytes() == whole
    assert not journal.exists()


def test_nothing_is_left_running(program, many):
    command = [program, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "2", "-o", "results.ndjson"]
    with subprocess.Popen(command, cwd=many, stderr=subprocess.DEVNULL) as run:
        while not (children := children_of(run.pid)):
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
    last = time.monotonic() + 10
    while any(map(is_running, children)) and time.monotonic() < last:
        time.sleep(0.05)
    assert [child for child in children if is_running(child)] == []


def test_nothing_that_is_finished_is_lost_behind_what_is_slow(process, program, many, whole):
    command = [program, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "2", "-o", "results.ndjson"]
    journal = many / "results.ndjson.part"
    with subprocess.Popen(command, cwd=many, stderr=subprocess.DEVNULL) as run:
        # Not before it is a program of its own: until then whoever starts it waits for it.
        while not (
            children := [child for child in children_of(run.pid) if "fullmarks.pool.child" in command_of(child)]
        ):
            time.sleep(0.005)
        os.kill(children[0], signal.SIGSTOP)  # with the first submission, which is never graded
        last = time.monotonic() + 60
        while lines_in(journal) < NUMBER and time.monotonic() < last:
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        os.kill(children[0], signal.SIGKILL)
    assert lines_in(journal) == NUMBER  # the head, and all results but one
    ended = process("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert ended.err == "59 results are there already; what was handed in the same is not graded again.\n"
    assert (many / "results.ndjson").read_bytes() == whole


def lines_in(path):
    return path.read_bytes().count(b"\n") if path.exists() else 0


def test_stopped_from_the_keyboard(program, many, process, whole):
    command = [program, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "2", "-o", "results.ndjson"]
    journal = many / "results.ndjson.part"
    with subprocess.Popen(command, cwd=many, stderr=subprocess.PIPE, text=True) as run:
        while not (journal.exists() and journal.read_bytes().count(b"\n") > 3):
            time.sleep(0.005)
        children = children_of(run.pid)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=10)
    assert (run.returncode, [line for line in err.splitlines() if line]) == (
        130,
        ["What was graded is kept in results.ndjson.part. The same command goes on from there.", "Interrupted."],
    )
    assert [child for child in children if is_running(child)] == []
    assert process("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson").status == 0
    assert (many / "results.ndjson").read_bytes() == whole


def children_of(pid):
    try:
        listed = [file.read_text("ascii") for file in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return sorted({int(one) for text in listed for one in text.split()})


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_process_that_is_killed_costs_nothing(program, many, process, whole):
    command = [program, "grade", "rubric.yaml", "class.ndjson", "-q", "-j", "2", "-o", "results.ndjson"]
    journal = many / "results.ndjson.part"
    with subprocess.Popen(command, cwd=many, stderr=subprocess.PIPE, text=True) as run:
        killed = 0
        while run.poll() is None and killed < 2:
            lines = lines_in(journal)
            if lines > 3 + killed * 5 and (children := children_of(run.pid)):
                os.kill(children[0], signal.SIGKILL)
                killed += 1
            time.sleep(0.005)
        _, err = run.communicate()
    assert (run.returncode, err) == (0, "")
    assert killed > 0
    assert (many / "results.ndjson").read_bytes() == whole


def test_what_takes_too_long_costs_itself_only(process, homework):
    ended = process(
        "grade", "rubric.yaml", "ann.md", "no.md", "-q", "-j", "1", "--timeout", "0.000001", "-o", "r.ndjson"
    )
    assert ended.status == 1
    assert ended.err.splitlines() == [
        "ann.md: It was not graded within 1e-06 seconds.",
        "no.md: This file cannot be opened: No such file or directory.",
    ]


@pytest.fixture
def few(homework):
    """Four of the class: so few are graded without another process."""
    (homework / "class.ndjson").write_text("\n".join(CLASS.splitlines()[:4]), "utf-8")
    return homework


def test_results_that_are_there_are_not_graded_again(fullmarks, few):
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    before = (few / "results.ndjson").read_bytes()
    ended = fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert ended.err == "4 results are there already; what was handed in the same is not graded again.\n"
    assert (few / "results.ndjson").read_bytes() == before


def test_only_what_changed(fullmarks, few):
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    text = (few / "class.ndjson").read_text("utf-8").splitlines()
    (few / "class.ndjson").write_text("\n".join([text[2], text[3].replace("c^2", "2 c n"), text[0]]), "utf-8")
    arguments = ["grade", "rubric.yaml", "class.ndjson", "-o", "results.ndjson", "--changed", "--format", "csv"]
    ended = fullmarks(*arguments)
    assert ended.status == 0
    assert {line.split(",")[0] for line in ended.out.splitlines()[1:]} == {'"s03"'}
    assert names(few / "results.ndjson") == ["s02", "s03", "s00"]
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "fresh.ndjson")
    assert (few / "results.ndjson").read_bytes() == (few / "fresh.ndjson").read_bytes()


@pytest.mark.parametrize(
    "change, arguments, told",
    [
        pytest.param(
            ("points: 2", "points: 3"),
            [],
            "The former results are in results.ndjson.before-1.\n",
            id="another version of the rubric",
        ),
        pytest.param(("points: 2", "points: 2"), ["--fresh"], "", id="asked for"),
    ],
)
def test_results_that_do_not_count(fullmarks, few, change, arguments, told):
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    text = (few / "rubric.yaml").read_text("utf-8")
    (few / "rubric.yaml").write_text(text.replace(*change), "utf-8")
    before = (few / "results.ndjson").read_bytes()
    ended = fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson", *arguments)
    assert (ended.status, ended.err) == (0, told)
    assert len(names(few / "results.ndjson")) == 4
    if told:
        assert (few / "results.ndjson.before-1").read_bytes() == before


def test_results_that_a_run_leaves_out_stay_beside_the_new_ones(fullmarks, few):
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    before = (few / "results.ndjson").read_bytes()
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "-q", "--changed", "-o", "results.ndjson")
    assert (ended.status, ended.err) == (0, "The former results are in results.ndjson.before-1.\n")
    assert names(few / "results.ndjson") == ["ann.md"]
    assert (few / "results.ndjson.before-1").read_bytes() == before


@pytest.mark.parametrize(
    "rubric, kept, told",
    [
        pytest.param(
            "other.yaml",
            None,
            "results.ndjson: this file holds results of the rubric “demo”, and these are of “other”. Name another file after -o, or "
            "say --fresh to give those up.\n",
            id="results of another rubric",
        ),
        pytest.param(
            "rubric.yaml",
            "My notes\n",
            "results.ndjson: this file is there already, and holds no results. Name another file after -o.\n",
            id="no results",
        ),
    ],
)
def test_a_file_that_holds_something_else_is_not_written_over(fullmarks, few, rubric, kept, told):
    fullmarks("grade", "rubric.yaml", "ann.md", "-q", "-o", "results.ndjson")
    if kept:
        (few / "results.ndjson").write_text(kept, "utf-8")
    text = (few / "rubric.yaml").read_text("utf-8")
    (few / "other.yaml").write_text(text.replace("rubric: demo", "rubric: other"), "utf-8")
    before = (few / "results.ndjson").read_bytes()
    ended = fullmarks("grade", rubric, "ann.md", "-q", "-o", "results.ndjson")
    assert (ended.status, ended.err) == (1, told)
    assert (few / "results.ndjson").read_bytes() == before


def test_one_bad_line_never_stops_the_rest(process, many):
    lines = (many / "class.ndjson").read_text("utf-8").splitlines()
    (many / "class.ndjson").write_text("\n".join([*lines[:7], '{"answers": {"9": 1}}', "{", *lines[7:]]), "utf-8")
    ended = process("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert ended.status == 1
    first, second = ended.err.splitlines()
    assert first == "class.ndjson:8: answers.9: “9” is not a part of this homework. Its parts are 1a, 1b."
    assert second.startswith("class.ndjson:9: line 1, column 2: This is not valid JSON")
    assert len(names(many / "results.ndjson")) == NUMBER


def test_a_page_for_each_and_an_index(fullmarks, homework):
    (homework / "<b>.md").write_text("## 1a\n$2cn$", "utf-8")
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "<b>.md", "nobody.md", "-q", "--pages", "pages")
    assert (ended.status, ended.out) == (1, "")
    assert sorted(path.name for path in (homework / "pages").iterdir()) == [
        "00001-ann-md.html",
        "00002-b-md.html",
        "index.html",
    ]
    index = (homework / "pages" / "index.html").read_text("utf-8")
    assert '<a href="00002-b-md.html">&lt;b&gt;.md</a>' in index
    assert "This file cannot be opened: No such file or directory." in index
    assert "<b>" not in index


def test_one_part_alone(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "bob.md", "--only", "1b", "--format", "json")
    report = json.loads(ended.out)
    assert ([part["id"] for part in report["parts"]], report["score"], report["max_score"]) == (["1b"], 1, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--only", "9"], id="no such part"),
        pytest.param(["--only", "1a", "-o", "results.ndjson"], id="results of some parts"),
        pytest.param(["--changed"], id="changed since when"),
        pytest.param(["--jobs", "0"], id="no processes"),
    ],
)
def test_wrong_usage(fullmarks, homework, arguments):
    ended = fullmarks("grade", "rubric.yaml", "ann.md", *arguments)
    assert (ended.status, ended.out) == (2, "")
