"""``fullmarks grade``: what it prints where, and what it exits with."""

import json

import pytest

from fullmarks.cli.results import read_results
from fullmarks.report.model import Report


def reports(out):
    return [Report.model_validate_json(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    "paths, status, graded",
    [
        pytest.param(["ann.md"], 0, 1, id="graded"),
        pytest.param(["bob.md"], 0, 1, id="wrong answers are graded"),
        pytest.param(["ann.md", "bob.md"], 0, 2, id="many"),
        pytest.param(["nobody.md"], 4, 0, id="no such file"),
        pytest.param(["broken.json"], 4, 0, id="not JSON"),
        pytest.param(["unknown.json"], 4, 0, id="unknown part"),
        pytest.param(["empty.md"], 4, 0, id="empty"),
        pytest.param(["latin.md"], 4, 0, id="not UTF-8"),
        pytest.param(["scan.pdf"], 4, 0, id="PDF"),
        pytest.param(["folder"], 4, 0, id="empty folder"),
        pytest.param(["class"], 0, 2, id="folder"),
        pytest.param(["ann.md", "broken.json", "bob.md"], 1, 2, id="one bad file never stops the rest"),
        pytest.param(["broken.json", "nobody.md"], 4, 0, id="nothing but bad files"),
    ],
)
def test_exit_status(fullmarks, homework, paths, status, graded):
    (homework / "broken.json").write_text('{"answers": ', "utf-8")
    (homework / "unknown.json").write_text('{"answers": {"9z": "1"}}', "utf-8")
    (homework / "empty.md").write_text(" \n", "utf-8")
    (homework / "latin.md").write_bytes("Größe".encode("latin-1"))
    (homework / "scan.pdf").write_bytes(b"%PDF-1.7 \xff\xfe")
    (homework / "folder").mkdir()
    (homework / "class" / ".hidden").mkdir(parents=True)
    for name in ("ann.md", "bob.md", "notes.pdf", ".hidden/cat.md"):
        (homework / "class" / name).write_bytes((homework / "ann.md").read_bytes())
    ended = fullmarks("grade", "rubric.yaml", *paths, "--format", "json")
    assert ended.status == status
    assert len(reports(ended.out)) == graded
    assert len(ended.err.splitlines()) == (0 if graded >= len(paths) else len(paths) - graded)


@pytest.mark.parametrize(
    "arguments, status",
    [
        pytest.param(["grade", "rubric.yaml", "bob.md", "--format", "json"], 0, id="graded"),
        pytest.param(
            ["grade", "rubric.yaml", "ann.md", "nobody.md", "--format", "json"], 1, id="one of two not graded"
        ),
        pytest.param(["grade", "rubric.yaml", "--format", "json"], 2, id="usage"),
        pytest.param(["grade", "nothing.yaml", "ann.md", "--format", "json"], 3, id="no rubric"),
        pytest.param(["grade", "rubric.yaml", "nobody.md", "--format", "json"], 4, id="no submission"),
    ],
)
def test_a_process_prints_reports_and_nothing_else(process, homework, arguments, status):
    ended = process(*arguments)
    assert ended.status == status
    assert len(reports(ended.out)) == (1 if status < 2 else 0)
    assert bool(ended.err) == (status > 0)


def test_a_bad_file_is_named_with_what_is_wrong(fullmarks, homework):
    (homework / "broken.json").write_text('{"answers": {"1a": }}', "utf-8")
    ended = fullmarks("grade", "rubric.yaml", "broken.json")
    assert ended.out == ""
    assert ended.err == (
        "broken.json: line 1, column 20: This is not valid JSON: a value was expected here: a text in double quotes, "
        "a number, [ or {, in line 1, column 20.\n"
    )


def test_a_bad_rubric(fullmarks, homework):
    (homework / "rubric.yaml").write_text("rubric: demo\nparts: {1a: {items: {x: {symbolic: '2('}}}}\n", "utf-8")
    ended = fullmarks("grade", "rubric.yaml", "ann.md")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("rubric.yaml:2:")


def test_no_rubric(fullmarks, homework):
    ended = fullmarks("grade", "nothing.yaml", "ann.md")
    assert (ended.status, ended.out) == (3, "")
    assert ended.err == "nothing.yaml:1:1: this file cannot be opened: No such file or directory.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["grade"], id="nothing to do"),
        pytest.param(["grade", "rubric.yaml"], id="no submission"),
        pytest.param(["grade", "rubric.yaml", "ann.md", "--format", "xml"], id="unknown format"),
        pytest.param(["grade", "rubric.yaml", "ann.md", "-o", "ann.md"], id="results over a submission"),
        pytest.param(["grade", "rubric.yaml", "ann.md", "-o", "rubric.yaml"], id="results over the rubric"),
        pytest.param(["mark", "rubric.yaml", "ann.md"], id="unknown command"),
    ],
)
def test_wrong_usage(fullmarks, homework, arguments):
    before = {path.name: path.read_bytes() for path in homework.iterdir()}
    ended = fullmarks(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert {path.name: path.read_bytes() for path in homework.iterdir()} == before


def test_the_report_of_one(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "bob.md", "--format", "json")
    (report,) = reports(ended.out)
    assert ended.err == ""
    assert (report.rubric.id, report.score, report.max_score) == ("demo", 2, 4)
    assert [(item.id, item.verdict.value, item.points) for part in report.parts for item in part.attempts[0].items] == [
        ("1a.runtime", "partial", 1),
        ("1b.size", "incorrect", 0),
        ("1b.direction", "correct", 1),
    ]


def test_the_same_bytes_each_time(process, homework):
    first, second = (
        process("grade", "rubric.yaml", "bob.md", "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2")
    )
    assert first.out == second.out != ""


def test_the_name_of_a_file_is_no_part_of_its_report(fullmarks, homework):
    (homework / "copy.md").write_bytes((homework / "bob.md").read_bytes())
    ended = fullmarks("grade", "rubric.yaml", "bob.md", "copy.md", "--format", "json")
    one, other = ended.out.splitlines()
    assert one == other


def test_text_for_people(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "bob.md")
    assert ended.err == ""
    assert [line for line in ended.out.splitlines() if line.startswith("==>")] == ["==> ann.md <==", "==> bob.md <=="]
    assert "4 of 4 points" in ended.out
    assert "Count both products." in ended.out


def test_the_files_of_a_folder_go_by_name(fullmarks, homework):
    (homework / "class").mkdir()
    for name in ("bob.md", "ann.md"):
        (homework / name).rename(homework / "class" / name)
    ended = fullmarks("grade", "rubric.yaml", "class")
    assert [line for line in ended.out.splitlines() if line.startswith("==>")] == [
        "==> class/ann.md <==",
        "==> class/bob.md <==",
    ]


def test_standard_input(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "-", "--format", "json", stdin='{"answers": {"1a.runtime": "n*c*2"}}')
    (report,) = reports(ended.out)
    assert (ended.status, report.score) == (0, 2)


def test_results_keep_what_came_in_with_its_report(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "bob.md", "-o", "results.ndjson", "--format", "json")
    kept = read_results(homework / "results.ndjson")
    assert kept.head.rubric_source == (homework / "rubric.yaml").read_text("utf-8")
    assert [result.handed_in.name for result in kept.results] == ["ann.md", "bob.md"]
    assert [result.handed_in.text for result in kept.results] == [
        (homework / name).read_text("utf-8") for name in ("ann.md", "bob.md")
    ]
    assert [result.report for result in kept.results] == reports(ended.out)


def test_a_chat_in_pieces_and_a_number_as_answers(fullmarks, homework):
    chat = {
        "messages": [
            {"role": "user", "content": "Solve 1a"},
            {"role": "assistant", "content": [{"type": "text", "text": "## 1a\n**Answer:** $2cn$"}]},
        ]
    }
    (homework / "chat.json").write_text(json.dumps(chat), "utf-8")
    (homework / "numbers.json").write_text('{"answers": {"1b": {"size": 42}}}', "utf-8")
    ended = fullmarks("grade", "rubric.yaml", "chat.json", "numbers.json", "--format", "json")
    assert [report.score for report in reports(ended.out)] == [2, 1]
