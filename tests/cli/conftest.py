"""The program, called and as a process of its own, and a small homework to start it on."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from fullmarks.cli.main import main

PROGRAM = Path(sys.executable).with_name("fullmarks")

RUBRIC = """\
rubric: demo
title: A small homework
symbols: {n: positive integer, c: positive}
parts:
  1a:
    title: Cost
    items:
      runtime:
        symbolic: 2 c n
        points: 2
        known:
          - {answer: c n, points: 1, say: Count both products.}
  1b:
    title: Size and direction
    items:
      size: {numeric: 42}
      direction: {choice: [up, down], key: up}
"""

RIGHT = """\
## 1a
The cost is

**Answer:** $2cn$

## 1b
Size: 42

Direction: up
"""

HALF = """\
## 1a
**Answer:** $c n$

## 1b
Size: 41

Direction: up
"""


@dataclass(frozen=True)
class Ended:
    """A run that ended: its status, standard output and standard error."""

    status: int
    out: str
    err: str


@pytest.fixture
def program():
    """The installed command."""
    return PROGRAM


@pytest.fixture
def fullmarks(tmp_path, monkeypatch):
    """Calls ``fullmarks`` with these arguments in the test's own folder: all but the start of a process."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=""):
        ended = CliRunner().invoke(main, list(map(str, arguments)), input=stdin)
        return Ended(int(ended.exit_code), ended.stdout, ended.stderr)

    return run


@pytest.fixture
def process(tmp_path):
    """Runs ``fullmarks`` as its users do, in the test's own folder."""

    def run(*arguments, stdin="", **environment):
        ended = subprocess.run(
            [PROGRAM, *map(str, arguments)],
            cwd=tmp_path,
            input=stdin.encode(),
            capture_output=True,
            check=False,
            env={"PATH": "/usr/bin:/bin", **environment},
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture
def homework(tmp_path):
    """The folder with a rubric, a right submission and a half right one."""
    for name, text in (("rubric.yaml", RUBRIC), ("ann.md", RIGHT), ("bob.md", HALF)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path
