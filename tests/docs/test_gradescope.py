"""What the page on Gradescope says of uploads that cannot be graded, and its two scripts."""

import json
import subprocess

import pytest

from tests.docs.pages import DOCS, Command, blocks, play, rows, run, section

PAGE = DOCS / "how-to" / "gradescope.md"
UPLOADS = {"only a PDF": ("homework.pdf",), "two documents of other names": ("a.md", "b.md")}


@pytest.fixture
def container(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    play(PAGE, tmp_path)
    (tmp_path / "try" / "submission" / "answers.md").unlink()
    return tmp_path / "try"


@pytest.mark.parametrize("upload, told", rows(section(PAGE, "## What students hand in")))
def test_a_student_reads_what_to_do(upload, told, container):
    for name in UPLOADS[upload]:
        (container / "submission" / name).write_text("2", "utf-8")
    status, _ = run(Command("fullmarks gradescope run --root try", "", 4))
    results = json.loads((container / "results" / "results.json").read_text("utf-8"))
    assert (status, results["score"], results["output"]) == (4, 0, told)


@pytest.mark.parametrize(
    "script", [block for block in blocks(PAGE) if block.language == "bash"], ids=lambda one: one.info
)
def test_a_script_is_one(script):
    assert subprocess.run(["bash", "-n"], input=script.text, text=True, check=False).returncode == 0
