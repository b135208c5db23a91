"""A zip is built from a rubric, set up as in Gradescope's image, and run on submissions: nothing is stood in for.

Fetching the wheels needs the network, or a pip that is told where else they are; all after it does without.
"""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from fullmarks.cli.gradescope.container import Container
from fullmarks.cli.gradescope.played import hand_in, run_autograder
from fullmarks.cli.gradescope.unpacked import fitting_python, set_up, unpack
from tests.cli.conftest import PROGRAM, RIGHT, RUBRIC
from tests.cli.gradescope.conftest import METADATA, written

RUBRIC_WITH_TESTS = RUBRIC.replace("points: 2\n", "points: 2\n        tests: [{answer: 2nc, verdict: correct}]\n", 1)


def built(folder: Path, name: str, *options: str) -> str:
    """Builds a zip as its users do, with the environment that pip is set up by; what was printed."""
    command = [PROGRAM, "gradescope", "build", folder / "rubric.yaml", "-o", folder / name, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gradescope")
    (folder / "rubric.yaml").write_text(RUBRIC_WITH_TESTS, "utf-8")
    built(folder, "autograder.zip")
    return folder


@pytest.fixture(scope="module")
def image(folder, tmp_path_factory):
    """The zip set up in a folder of its own, by an interpreter without any package of ours."""
    container = Container(tmp_path_factory.mktemp("autograder"))
    unpack(folder / "autograder.zip", container)
    python = fitting_python()
    assert python is not None, "the wheels in the zip are for Python 3.11 on Linux, x86-64"
    set_up(container, python)
    return container


def run(image: Container, folder: Path, name: str, text: str, metadata: dict = METADATA):
    (folder / name).write_text(text, "utf-8")
    (folder / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    hand_in(image, folder / name, folder / "metadata.json")
    ended = run_autograder(image)
    assert ended.in_time
    return ended, written(image)


def test_the_zip_is_what_gradescope_asks_for(folder):
    with zipfile.ZipFile(folder / "autograder.zip") as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
        assert archive.testzip() is None
        assert archive.read("rubric.yaml").decode() == RUBRIC_WITH_TESTS
        assert archive.read("run_autograder").startswith(b"#!")
    assert {name for name in modes if "/" not in name} == {
        *("setup.sh", "run_autograder", "rubric.yaml", "requirements.txt", "lock.txt")
    }
    assert (modes["setup.sh"], modes["run_autograder"], modes["rubric.yaml"]) == (0o100755, 0o100755, 0o100644)
    assert not any("celery" in name or "sqlalchemy" in name for name in modes)


def test_the_zip_is_the_same_each_time(folder):
    built(folder, "again.zip")
    assert (folder / "again.zip").read_bytes() == (folder / "autograder.zip").read_bytes()


def test_a_submission_is_graded_by_what_the_zip_carries(image, folder):
    ended, results = run(image, folder, "answers.md", RIGHT)
    assert (ended.said, results.score, results.output) == ("", 4, "4 of 4 points\n")
    where = subprocess.run(
        [image.root / "venv/bin/python", "-P", "-c", "import fullmarks; print(fullmarks.__file__)"],
        check=True,
        capture_output=True,
        text=True,
        cwd="/",
    )
    assert Path(where.stdout).is_relative_to(image.root)


def test_a_submission_that_cannot_be_graded(image, folder):
    ended, results = run(image, folder, "homework.pdf", "%PDF")
    assert results.output.startswith("A PDF cannot be read: homework.pdf.")
    assert (results.score, ended.said) == (0, f"{results.output}\n")


def test_results_are_there_before_python_starts(image, folder):
    program = image.root / "venv" / "bin" / "fullmarks"
    program.rename(program.with_name("gone"))
    try:
        _, results = run(image, folder, "answers.md", RIGHT)
    finally:
        program.with_name("gone").rename(program)
    assert results.output.startswith("Grading was stopped before it was done.")


def test_an_image_is_not_finished_where_the_rubrics_examples_fail(image):
    """The last step of the setup, where everything else is in place."""
    image.rubric.write_text(RUBRIC_WITH_TESTS.replace("verdict: correct", "verdict: incorrect"), "utf-8")
    try:
        ended = subprocess.run(
            [image.root / "venv/bin/fullmarks", "rubric", "test", image.rubric], capture_output=True, check=False
        )
    finally:
        image.rubric.write_text(RUBRIC_WITH_TESTS, "utf-8")
    assert ended.returncode == 1
