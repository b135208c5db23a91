"""Asks for a trial: starts the process, waits for it no longer than it may take, and reads what it says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress

from fullmarks.errors import OperatorError
from service.desk import Desk
from service.trial.result import Place, Trial

TRIAL_S = 30
"""Seconds that looking a rubric over and marking its examples may take."""
MEGABYTES = 1024


def try_rubric(at: Desk, text: str) -> Trial:
    """What is wrong with a rubric.

    Raises ``OperatorError`` (``busy``) if too many are being tried already.
    """
    if not at.trials.acquire(blocking=False):
        raise OperatorError("busy", "Other rubrics are being tried just now. Try again in a moment.")
    try:
        return _tried(text)
    finally:
        at.trials.release()


def _tried(text: str) -> Trial:
    command = (sys.executable, "-P", "-m", "service.trial", str(TRIAL_S), str(MEGABYTES))
    # It needs no database and no broker, and is not told where they are.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FULLMARKS_")}
    # A group of its own, so that what it starts (the prover) ends with it.
    with subprocess.Popen(  # noqa: S603  # our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0, env=environment
    ) as process:
        try:
            said, _ = process.communicate(text.encode(), timeout=TRIAL_S)
        except subprocess.TimeoutExpired:
            return _without_result(f"Looking this rubric over and marking its examples takes more than {TRIAL_S} s.")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode != 0:
        return _without_result(f"This rubric cannot be looked over within {TRIAL_S} s and {MEGABYTES} MB of memory.")
    return Trial.model_validate_json(said)


def _without_result(sentence: str) -> Trial:
    return Trial(mistakes=(Place(line=1, column=1, what=sentence),))
