"""The program as a whole: its commands, how it starts, how it is stopped."""

import os
import pty
import signal
import subprocess
import sys
from importlib import import_module

import click
import pytest

from fullmarks.cli.main import COMMANDS
from fullmarks.cli.results import read_results
from fullmarks.cli.status import Status, status_of
from fullmarks.errors import OperatorError, RubricError, SubmissionError, UnusableKeyError

LOADED = """
import sys
from fullmarks.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as ended:
    print(ended.code, *sorted({name.split(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_table_says(name):
    module, attribute = COMMANDS[name][0].split(":")
    assert isinstance(getattr(import_module(module), attribute), click.Command)


def test_help_lists_every_command_with_what_it_does(fullmarks):
    ended = fullmarks("--help")
    assert (ended.status, ended.err) == (0, "")
    listed = ended.out.partition("Commands:\n")[2].splitlines()
    assert [line.split(maxsplit=1) for line in listed] == [[name, sentence] for name, (_, sentence) in COMMANDS.items()]


def test_the_version(fullmarks):
    assert fullmarks("--version").out == "fullmarks 0.1.0\n"


@pytest.mark.parametrize("command", [["check", "2x", "x+x"], ["grade", "rubric.yaml", "ann.md"], ["--help"]])
def test_grading_loads_no_service(homework, command):
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *command], cwd=homework, check=True, capture_output=True, text=True
    )
    status, *packages = ended.stdout.splitlines()[-1].split()
    assert status in ("0", "Status.DONE")
    assert {"flask", "celery", "sqlalchemy", "sympy", "redis", "kombu"} & set(packages) == set()


@pytest.mark.parametrize(
    "error, status",
    [
        pytest.param(RubricError("r.yaml", ()), Status.BAD_RUBRIC, id="rubric"),
        pytest.param(UnusableKeyError("unreadable_key", "The key."), Status.BAD_RUBRIC, id="key"),
        pytest.param(SubmissionError("empty", "Nothing."), Status.BAD_INPUT, id="submission"),
        pytest.param(OperatorError("cannot_write", "Here."), Status.FAILED, id="machine"),
    ],
)
def test_the_status_says_who_must_act(error, status):
    assert status_of(error) == status


def test_stopped_from_the_keyboard(program, homework):
    command = [program, "grade", "rubric.yaml", "ann.md", "-", "--format", "json", "-o", "results.ndjson"]
    with subprocess.Popen(
        command, cwd=homework, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        # The first report is out; the second submission is awaited from standard input.
        assert process.stdout.readline().startswith('{"schema":')
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out) == (130, "")
    assert [line for line in err.splitlines() if line] == [
        "What was graded is kept in results.ndjson.part. The same command goes on from there.",
        "Interrupted.",
    ]
    assert [one.handed_in.name for one in read_results(homework / "results.ndjson.part").results] == ["ann.md"]


def test_progress_is_shown_only_where_somebody_watches(program, homework):
    watcher, terminal = pty.openpty()
    command = [program, "grade", "rubric.yaml", "ann.md", "bob.md", "--format", "json"]
    with os.fdopen(watcher, "rb", buffering=0) as seen:
        ended = subprocess.run(command, cwd=homework, check=True, stdout=subprocess.PIPE, stderr=terminal)
        os.close(terminal)
        shown = seen.read(65_536).decode()
    assert "Grading" in shown
    assert [line[:9] for line in ended.stdout.decode().splitlines()] == ['{"schema"', '{"schema"']


def test_a_reader_that_goes_away_is_no_crash(program, homework):
    command = f"'{program}' grade rubric.yaml ann.md bob.md | head -c 1"
    ended = subprocess.run(["bash", "-c", command], cwd=homework, check=True, capture_output=True, text=True)
    assert "Traceback" not in ended.stderr


def test_the_language_of_the_machine_changes_nothing(process, homework):
    plain = process("grade", "rubric.yaml", "bob.md", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert plain.out == process("grade", "rubric.yaml", "bob.md").out
    assert "✗" in plain.out
