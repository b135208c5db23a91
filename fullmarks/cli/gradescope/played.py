"""One submission in an autograder's container that is played in a folder."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from fullmarks.cli.gradescope.container import Container
from fullmarks.cli.gradescope.unpacked import environment
from fullmarks.errors import OperatorError
from fullmarks.records import frozen

MOST_SECONDS = 600
"""After which Gradescope ends a run, unless told otherwise."""
MOST_MEGABYTES = 768
"""What it gives to one."""
_PAUSE_S = 0.01


@frozen
class Run:
    """One run of the autograder; ``megabytes`` are its largest process'. It is not ``in_time`` where it had to be ended."""

    in_time: bool
    seconds: float
    megabytes: float
    said: str


def hand_in(container: Container, submission: Path, metadata: Path | None) -> None:
    """Puts a submission in its place; without metadata it is a first one, handed in now. Raises OperatorError."""
    for folder in (container.submission, container.results.parent):
        shutil.rmtree(folder, ignore_errors=True)
    container.results.parent.mkdir()
    try:
        if submission.is_dir():
            shutil.copytree(submission, container.submission, symlinks=True)
        else:
            container.submission.mkdir()
            shutil.copy(submission, container.submission / submission.name)
        told = metadata.read_text("utf-8") if metadata else json.dumps(_first_submission(datetime.now(UTC)), indent=2)
        container.metadata.write_text(told, "utf-8")
    except (OSError, shutil.Error) as error:
        raise OperatorError("cannot_open", f"{submission}: cannot be handed in: {error}") from error


def run_autograder(container: Container) -> Run:
    """Runs it as Gradescope does, and ends it when Gradescope would."""
    began = time.monotonic()
    with (container.results.parent / "stdout").open("w+b") as said:
        process = subprocess.Popen(  # noqa: S603 - the same zip's program
            [str(container.root / "run_autograder")],
            cwd=container.root,
            env=environment(container),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        in_time, megabytes = _waited(process, began)
        seconds = time.monotonic() - began
        said.seek(0)
        return Run(in_time, seconds, megabytes, said.read().decode("utf-8", "replace"))


def _waited(process: subprocess.Popen[bytes], began: float) -> tuple[bool, float]:
    """Whether it ended by itself in time, and the memory that it took at most."""
    in_time = True
    while True:
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = os.waitstatus_to_exitcode(status)
            return in_time, used.ru_maxrss / 1024
        if in_time and time.monotonic() - began > MOST_SECONDS:
            os.killpg(process.pid, signal.SIGKILL)
            in_time = False
        time.sleep(_PAUSE_S)


def _first_submission(now: datetime) -> dict[str, object]:
    """What Gradescope tells of a student's first submission to an assignment that is never due."""
    return {
        "id": 1,
        "created_at": now.isoformat(),
        "assignment": {"due_date": None, "late_due_date": None, "title": "Tried", "total_points": "0.0"},
        "submission_method": "upload",
        "users": [{"email": "student@example.org", "id": 1, "name": "Student"}],
        "previous_submissions": [],
    }
