"""``fullmarks gradescope run`` as a process: what it leaves when the process that grades is ended."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.gradescope.conftest import hand_in, written

UNFINISHED = "Grading was stopped before it was done. This is not your fault: please tell the course staff."


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


def test_a_graded_submission(container, process):
    hand_in(container, "answers.md", (container.root / "bob.md").read_text("utf-8"))
    ended = process("gradescope", "run", "--root", container.root)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert written(container).score == 2


def test_the_root_may_be_named_by_the_environment(container, process):
    hand_in(container, "answers.py", "2")
    ended = process("gradescope", "run", AUTOGRADER_ROOT=str(container.root))
    assert ended.status == 4
    assert ended.err == f"{written(container).output}\n"


def test_answers_that_end_the_process_go_to_a_person(container, process):
    hand_in(container, "answers.md", (container.root / "ann.md").read_text("utf-8"))
    ended = process("gradescope", "run", "--root", container.root, "--seconds-each", "0.000001")
    assert ended.status == 0
    assert ended.err.splitlines() == [
        f"Grading was ended at {item} by signal {signal.SIGALRM}." for item in ("1a.runtime", "1b.size", "1b.direction")
    ]
    results = written(container)
    assert results.output == "0 of 4 points; 4 more may be given by a person\n"
    assert [test.tags for test in results.tests] == [("needs review",)] * 2


def test_the_time_of_the_whole_run_is_up(container, process):
    hand_in(container, "answers.md", (container.root / "ann.md").read_text("utf-8"))
    ended = process("gradescope", "run", "--root", container.root, "--seconds", "0")
    assert (ended.status, ended.err) == (1, "Grading was stopped before the first item: its time was up.\n")
    assert written(container).output == UNFINISHED


@pytest.mark.parametrize("whom", [pytest.param("the grading", id="the grading"), pytest.param("both", id="all")])
def test_the_process_is_killed_in_the_middle(container, program, wait_until, is_running, whom):
    hand_in(container, "answers.md", (container.root / "ann.md").read_text("utf-8"))
    with subprocess.Popen([program, "gradescope", "run", "--root", container.root], stderr=subprocess.PIPE) as running:
        wait_until(lambda: children(running.pid))
        (grading,) = children(running.pid)
        wait_until(container.results.exists)
        for one in [grading, running.pid][: 1 if whom == "the grading" else 2]:
            subprocess.run(["kill", "-KILL", str(one)], check=True)
        running.wait()
    assert written(container).score in {0, 4}
    if whom == "the grading":
        assert running.returncode == 1
        assert written(container).output.startswith(UNFINISHED)


def test_where_nothing_can_be_written(container, process):
    container.results.parent.write_text("a file in the folder's place")
    ended = process("gradescope", "run", "--root", container.root)
    assert (ended.status, ended.err) == (1, f"{container.results}: cannot be written: File exists.\n")
