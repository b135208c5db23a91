"""The API and the worker as programs, with their settings handed on by environment."""

from __future__ import annotations

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from service.serve.child import Program
from service.settings import ServiceSettings


def environment(settings: ServiceSettings) -> Mapping[str, str]:
    """The settings as ``FULLMARKS_…`` variables; paths are made absolute."""
    values = {name: getattr(settings, name) for name in ServiceSettings.model_fields}
    return {
        f"FULLMARKS_{name.upper()}": str(value.absolute() if isinstance(value, Path) else value)
        for name, value in values.items()
    }


def api(settings: ServiceSettings, listening: socket.socket) -> Program:
    """gunicorn, behind a socket that is open already."""
    number = listening.fileno()
    command = (
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:service.gunicorn_config",
        "--bind",
        f"fd://{number}",
    )
    return Program(
        "API",
        command,
        stop_s=settings.longest_wait_s + 10,
        environment=environment(settings),
        keep_open=(number,),
    )


def worker(settings: ServiceSettings) -> Program:
    """A Celery worker; what it has begun it finishes within the hard limit."""
    command = (sys.executable, "-P", "-m", "workers")
    return Program("worker", command, stop_s=settings.grading_hard_s + 5, environment=environment(settings))
