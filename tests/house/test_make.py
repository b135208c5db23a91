"""`make` does what people and machines rely on. Nothing is run here but make itself, dry."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def dry_run(target: str) -> str:
    # The tests themselves run under make, whose flags must not reach this one.
    environment = {
        name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "MAKELEVEL"}
    }
    command = ["make", "--dry-run", "--always-make", target]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    "target, runs",
    [
        pytest.param("demo", "python demo/run.py", id="demo"),
        pytest.param("test", "python -m pytest", id="test runs the tests"),
        pytest.param("test", "bootstrap/servers.sh", id="test finds its servers"),
        pytest.param("test", "mypy", id="test includes check"),
        pytest.param("check", "ruff check", id="check lints"),
        pytest.param("check", "ruff format --check", id="check wants the format"),
        pytest.param("check", "lint-imports --no-logo --no-cache", id="check follows the imports"),
        pytest.param("bench", "python -m benchmarks", id="bench"),
        pytest.param("bench", "requirements/bench.txt", id="bench installs its yardstick"),
        pytest.param("run", "fullmarks serve", id="run"),
        pytest.param("lock", "pip compile", id="lock"),
        pytest.param("clean", "rm -rf .venv", id="clean"),
    ],
)
def test_a_target_runs(target: str, runs: str):
    assert runs in dry_run(target)


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "run"])
def test_a_target_sets_up_what_it_needs(target: str):
    commands = dry_run(target)
    assert "bootstrap/python.sh .venv" in commands
    assert "--require-hashes --no-warn-script-location --no-compile --requirement requirements/dev.txt" in commands


def test_help_lists_every_public_target():
    shown = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [line.split()[1] for line in shown.splitlines() if line.startswith("make ")] == [
        *("demo", "test", "check", "bench", "run", "setup", "lock", "clean")
    ]


@pytest.mark.parametrize("script", [".ci/run", "bootstrap/apt.sh", "bootstrap/python.sh", "bootstrap/servers.sh"])
def test_a_script_can_be_run(script: str):
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash", "-n", script], cwd=ROOT, check=True)


def test_changes_are_judged_by_the_whole_suite():
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "make test"
