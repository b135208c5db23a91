"""The wheel, which is what the container image installs, holds everything that a running service needs."""

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("fullmarks", "service", "workers", "store")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as the Dockerfile builds it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("fullmarks-*-py3-none-any.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_every_file_of_its_packages(wheel: zipfile.ZipFile):
    listed = subprocess.run(
        ["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    tracked = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    assert tracked
    assert tracked - set(wheel.namelist()) == set()


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile):
    roots = {name.split("/")[0] for name in wheel.namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_brings_the_command_and_the_types(wheel: zipfile.ZipFile):
    (entry_points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    scripts = configparser.ConfigParser()
    scripts.read_string(wheel.read(entry_points).decode())
    assert dict(scripts["console_scripts"]) == {"fullmarks": "fullmarks.cli.main:main"}
    assert "fullmarks/py.typed" in wheel.namelist()


def test_the_command_runs_from_the_wheel_alone(wheel: zipfile.ZipFile, tmp_path: Path):
    wheel.extractall(tmp_path / "site")
    program = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from fullmarks.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "--help"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.startswith("Usage: fullmarks [OPTIONS] COMMAND [ARGS]...\n")
