"""Files that are read piece by piece, and what is said where that cannot be done."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from fullmarks.errors import SubmissionError


def opened(path: Path) -> BinaryIO:
    """A regular file, open for reading; raises SubmissionError for anything else."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SubmissionError("not_a_file", "This is not a file. Name the files that hold the submissions.")
        return path.open("rb")
    except OSError as error:
        raise cannot_open(error) from error


def cannot_open(error: OSError) -> SubmissionError:
    """Why a file cannot be opened, or read on."""
    return SubmissionError("cannot_open", f"This file cannot be opened: {error.strerror}.")
