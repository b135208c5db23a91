"""Completion in a shell: commands, options and their values, as click tells them."""

import subprocess

import pytest


@pytest.fixture
def completed(program, tmp_path):
    """What is offered for the last word of a line."""

    def run(line):
        words = line.split(" ")
        environment = {
            "PATH": "/usr/bin:/bin",
            "_FULLMARKS_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        ended = subprocess.run([program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        return [offer.partition(",")[2] for offer in ended.stdout.splitlines()]

    return run


@pytest.mark.parametrize(
    "line, offered",
    [
        pytest.param("fullmarks gra", ["grade", "gradescope"], id="a command"),
        pytest.param("fullmarks --v", ["--version"], id="an option of the program"),
        pytest.param("fullmarks regrade --un", ["--undo"], id="an option"),
        pytest.param("fullmarks marks --format g", ["gradescope-csv"], id="a value"),
        pytest.param("fullmarks rubric di", ["diff"], id="a command within one"),
    ],
)
def test_offers(completed, line, offered):
    assert completed(line) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(program, tmp_path, shell):
    environment = {"PATH": "/usr/bin:/bin", "_FULLMARKS_COMPLETE": f"{shell}_source"}
    ended = subprocess.run([program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "_FULLMARKS_COMPLETE" in ended.stdout
