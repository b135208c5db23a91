"""What the pages have their readers do comes out as they say."""

import json
import subprocess
import sys

import pytest

from tests.docs.pages import DOCS, Block, blocks, commands, matches, play, rows, run


@pytest.mark.parametrize(
    "quoted, printed, is_so",
    [
        pytest.param("a\nb\n", "a\nb\n", True, id="the same"),
        pytest.param("a\n", "a\n\n", True, id="an empty line at the end"),
        pytest.param("a\n", "a\nb\n", False, id="a line more"),
        pytest.param("a\nb\n", "a\n\nb\n", False, id="an empty line more"),
        pytest.param("a\n", "b\n", False, id="another line"),
        pytest.param("a\n…\nd\n", "a\nb\nc\nd\n", True, id="lines left out"),
        pytest.param("a\n…\n", "b\nc\n", False, id="lines left out behind another"),
        pytest.param("ab…d\n", "abccd\n", True, id="the middle of a line left out"),
        pytest.param("version 0123456789ab\n", "version ba9876543210\n", True, id="another hash"),
        pytest.param("version 0123456789ab\n", "version ba987654321\n", False, id="something that is no such hash"),
        pytest.param("01m867nzt7a8jydb4pcd7qh9t5\n", "01aaaaaaaaaaaaaaaaaaaaaaaa\n", True, id="another id"),
        pytest.param("", "a\n", False, id="nothing quoted"),
        pytest.param("", "", True, id="nothing printed"),
    ],
)
def test_what_is_quoted_is_what_was_printed(quoted, printed, is_so):
    assert matches(quoted, printed) is is_so


def test_the_commands_of_a_block():
    told = [
        (one.line, one.printed, one.status) for one in commands(Block("console", "exits 3", "$ a \\\n   b\nc\n$ d\n"))
    ]
    assert told == [("a b", "c\n", 0), ("d", "", 3)]


def test_the_rows_of_a_table():
    assert rows("| head |\n|---|\n| `a\\|b` | c |\n\n| x |\n|:-:|\n| `` ` `` and d |\n") == [
        ["a|b", "c"],
        ["`` ` `` and d"],
    ]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("tutorial.md", id="tutorial"),
        pytest.param("ten-minutes.md", id="ten minutes"),
        pytest.param("how-to/grade-a-class.md", id="grade a class"),
        pytest.param("how-to/evaluate-models.md", id="evaluate models"),
        pytest.param("how-to/regrade.md", id="regrade"),
        pytest.param("how-to/read-a-report.md", id="read a report"),
        pytest.param("how-to/gradescope.md", id="gradescope"),
        pytest.param("how-to/begin-with-keys.md", id="begin with keys"),
        pytest.param("how-to/compare-rubrics.md", id="compare rubrics"),
    ],
)
def test_a_page_says_what_happens(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert play(DOCS / page, tmp_path) == ""


def test_the_tutorial_about_a_class(tmp_path, monkeypatch):
    def run_with_python(command):
        words = command.line.split()
        if words[0] != "python":
            return run(command)
        ended = subprocess.run([sys.executable, *words[1:]], cwd=tmp_path, check=True, capture_output=True, text=True)
        return ended.returncode, ended.stdout

    page = DOCS / "tutorial-class.md"
    monkeypatch.chdir(tmp_path)
    assert play(page, tmp_path, run_with_python) == ""
    (rows_shown,) = [block.text for block in blocks(page) if block.language == "text"]
    assert (tmp_path / "class.csv").read_text("utf-8").startswith(rows_shown)
    assert len(list((tmp_path / "pages").iterdir())) == 301


def test_the_students_view_that_is_shown(tmp_path, monkeypatch):
    page = DOCS / "how-to" / "read-a-report.md"
    monkeypatch.chdir(tmp_path)
    play(page, tmp_path)
    results = json.loads((tmp_path / "auto" / "results" / "results.json").read_text("utf-8"))
    assert [results["tests"][0]["output"]] == [block.text for block in blocks(page) if block.language == "text"]
