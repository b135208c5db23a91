"""The application as gunicorn loads it: what keeps it from starting is told in a sentence and an exit status."""

from __future__ import annotations

import os
import sys

from flask import Flask

from fullmarks.errors import AuthorError, FullmarksError
from service.app import create_app

BAD_RUBRIC = os.EX_DATAERR
CANNOT_START = os.EX_CONFIG


def application() -> Flask:
    """The application with its settings from the environment; exits with 65 for bad rubrics, 78 for anything else."""
    try:
        return create_app()
    except FullmarksError as error:
        sys.stderr.write(f"{error.sentence}\n")
        sys.exit(BAD_RUBRIC if isinstance(error, AuthorError) else CANNOT_START)
