"""How API and workers write down what happens: a line an event on standard error, in JSON or for people.

No line holds an answer, a key or what a statement was given. So of an exception the places and the classes are written,
and not its message, which may quote what was handed in: for a submission that failed, the row's cause keeps it.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal

from fullmarks.report.shown import shown
from workers.settings import WorkerSettings

Value = str | int | float | None
Fields = Mapping[str, Value | list[str]]

OURS = ("fullmarks", "service", "store", "workers")
"""The packages whose lines are written from the level of the settings on; of all others warnings are."""
ABOUT: ContextVar[Fields] = ContextVar("about")
"""What is being done: its fields are in every line that is written meanwhile."""


def event(log: logging.Logger, level: int, what: str, fields: Fields) -> None:
    """Write a line that says what happened, with these fields."""
    log.log(level, what, extra={"fields": fields})


class Lines(logging.Formatter):
    """Makes a line of a record; ``form`` is ``json``, or ``text`` for people."""

    def __init__(self, form: Literal["json", "text"]) -> None:
        super().__init__()
        self._is_json = form == "json"

    def format(self, record: logging.LogRecord) -> str:
        fields = _fields(record)
        if self._is_json:
            return json.dumps(fields, ensure_ascii=False)
        time, level, _, message = (str(fields.pop(name)) for name in ("time", "level", "logger", "message"))
        frames = str(fields.pop("exception", ""))
        rest = "".join(f" {name}={value}" for name, value in fields.items() if value is not None)
        line = shown(f"{time} {level:7} {message}{rest}").replace("\n", "\\n")
        return f"{line}\n{shown(frames)}" if frames else line


def _fields(record: logging.LogRecord) -> dict[str, Value | list[str]]:
    moment = datetime.fromtimestamp(record.created, UTC)
    fields: dict[str, Value | list[str]] = {
        "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "message": record.getMessage(),
        **ABOUT.get({}),
        **getattr(record, "fields", {}),
    }
    if record.exc_info and record.exc_info[1] is not None:
        fields["exception"] = _places(record.exc_info[1])
    return fields


def _places(error: BaseException) -> str:
    """Where an exception was raised, and in whose course; without its message."""
    told: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(told) < 10:
        frames = "".join(traceback.format_tb(seen.__traceback__))
        told.append(f"{frames}{type(seen).__module__}.{type(seen).__qualname__}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n\n".join(reversed(told))


def log_config(settings: WorkerSettings) -> dict[str, object]:
    """The settings of Python's ``logging`` for a process of ours, as ``dictConfig`` takes them."""
    form = ("text" if sys.stderr.isatty() else "json") if settings.log == "auto" else settings.log
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": Lines, "form": form}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stderr"}},
        "root": {"level": "WARNING", "handlers": ["lines"]},
        "loggers": {name: {"level": settings.log_level.upper()} for name in OURS}
        # gunicorn puts a handler of its own there.
        | {
            name: {"level": "WARNING", "handlers": [], "propagate": True}
            for name in ("gunicorn.error", "gunicorn.access")
        },
    }
