"""``fullmarks gradescope build``: what it refuses, and what its wheel of this program holds."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from fullmarks.cli.gradescope.autograder import entries
from fullmarks.cli.gradescope.build import write
from fullmarks.cli.gradescope.own_wheel import own_wheel
from fullmarks.cli.gradescope.pinned import PYTHON, lock_file
from fullmarks.cli.gradescope.remote import Settings
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.errors import OperatorError

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "options, status, told",
    [
        pytest.param(
            ["--key-env", "KEY"], 2, "--key-env names the key to a server: it needs --remote.", id="a key alone"
        ),
        pytest.param(
            ["--remote", "example.org"],
            1,
            "“example.org” is no address of a service, such as http://HOST:8000",
            id="no address",
        ),
        pytest.param(
            ["--remote", "http://localhost:1", "--key-env", "NO_SUCH_KEY"],
            2,
            "The environment variable NO_SUCH_KEY is not set.",
            id="no key",
        ),
    ],
)
def test_what_is_refused(homework, fullmarks, options, status, told):
    ended = fullmarks("gradescope", "build", "rubric.yaml", *options)
    assert ended.status == status
    assert told in ended.err
    assert not (homework / "autograder.zip").exists()


def test_a_server_knows_nothing_of_earlier_submissions(homework, fullmarks):
    rubric = homework / "rubric.yaml"
    rubric.write_text(f"attempts: {{submissions: 5%}}\n{rubric.read_text('utf-8')}", "utf-8")
    ended = fullmarks("gradescope", "build", "rubric.yaml", "--remote", "http://localhost:1")
    assert ended.status == 2
    assert "By this rubric earlier submissions cost points" in ended.err


def test_a_rubric_whose_examples_fail(homework, fullmarks):
    rubric = homework / "rubric.yaml"
    text = rubric.read_text("utf-8").replace("numeric: 42", "numeric: 42, tests: [{answer: 41, verdict: correct}]")
    rubric.write_text(text, "utf-8")
    ended = fullmarks("gradescope", "build", "rubric.yaml")
    assert (ended.status, ended.err.splitlines()) == (
        1,
        [
            "rubric.yaml: an example does not come out as it says, in 1b.size.",
            "Look at it before anybody is graded: fullmarks rubric test rubric.yaml",
        ],
    )


def test_a_bad_rubric(homework, fullmarks):
    (homework / "rubric.yaml").write_text("rubric: [", "utf-8")
    assert fullmarks("gradescope", "build", "rubric.yaml").status == 3


def test_without_a_network(homework, process):
    ended = process("gradescope", "build", "rubric.yaml", PIP_NO_INDEX="1", PIP_CONFIG_FILE="/dev/null")
    assert ended.status == 1
    assert ended.err.startswith("pip could not fetch the packages that go into the zip. Is there a network? ")
    assert "No matching distribution found for annotated-types" in ended.err


def test_a_zip_that_asks_a_server(homework):
    """Its key is in the zip, which is then for its owner alone."""
    settings = Settings(server="https://grading.example.org", key="fm_1")
    held = {
        one.name: one.content for one in entries(read_rubric(homework / "rubric.yaml"), settings, b"", own_wheel(), ())
    }
    assert Settings.model_validate_json(held["autograder.json"]) == settings
    write(homework / "a.zip", b"", secret=True)
    write(homework / "b.zip", b"", secret=False)
    assert (homework / "a.zip").stat().st_mode & 0o777 == 0o600
    assert (homework / "b.zip").stat().st_mode & 0o044 == 0o044


def test_where_the_zip_cannot_be_written(homework):
    with pytest.raises(OperatorError, match=r"a\.zip: cannot be written: No such file or directory\.$"):
        write(homework / "gone" / "a.zip", b"", secret=False)


@pytest.fixture(scope="module")
def wheel():
    return own_wheel()


def test_the_wheel_is_this_program_and_nothing_of_the_service(wheel):
    with zipfile.ZipFile(io.BytesIO(wheel.content)) as archive:
        names = archive.namelist()
        assert {name.split("/")[0] for name in names} == {"fullmarks", "fullmarks-0.1.0.dist-info"}
        assert archive.read("fullmarks/cli/main.py") == (ROOT / "fullmarks/cli/main.py").read_bytes()
        modules = {f"fullmarks/{one.relative_to(ROOT / 'fullmarks')}" for one in (ROOT / "fullmarks").rglob("*.py")}
        assert {name for name in names if name.endswith(".py")} == modules
        assert not any(name.endswith((".pyc", ".so")) for name in names)


def test_every_file_of_the_wheel_is_recorded(wheel):
    with zipfile.ZipFile(io.BytesIO(wheel.content)) as archive:
        record = archive.read("fullmarks-0.1.0.dist-info/RECORD").decode().splitlines()
        assert [line.split(",")[0] for line in record] == archive.namelist()


def test_the_wheel_is_the_same_each_time(wheel):
    assert own_wheel() == wheel
    assert wheel.requirement == f"fullmarks==0.1.0 --hash=sha256:{hashlib.sha256(wheel.content).hexdigest()}\n"


def test_the_locks_are_found_in_a_checkout():
    assert lock_file("engine.txt") == (ROOT / "requirements" / "engine.txt").read_bytes()


def test_the_setup_looks_for_the_python_that_the_wheels_are_for():
    setup = (ROOT / "fullmarks/cli/gradescope/image/setup.sh").read_text("utf-8")
    assert f"\nversion={PYTHON}\n" in setup
