"""What a line of the log says, and what it keeps to itself."""

import json
import logging
import sys
from logging.config import dictConfig

import pytest

from workers.log import ABOUT, Lines, event, log_config
from workers.settings import WorkerSettings

SECRET = "104729 q"


def record(message: str, *values: object, error: BaseException | None = None, **fields: object) -> logging.LogRecord:
    raised = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("service.some", logging.WARNING, "some.py", 1, message, values, raised)
    made.created = 0.25
    made.fields = fields
    return made


def test_a_line_in_json():
    line = Lines("json").format(record("Queued %d\nagain", 3, submission="01", key_id=None))
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "1970-01-01T00:00:00.250Z",
        "level": "warning",
        "logger": "service.some",
        "message": "Queued 3\nagain",
        "submission": "01",
        "key_id": None,
    }


@pytest.mark.parametrize(
    "message, line",
    [
        pytest.param("Done", "Done", id="plain"),
        pytest.param("a\nb\x1b[31m", r"a\nb\u{1b}[31m", id="what a terminal would obey"),
    ],
)
def test_a_line_for_people(message, line):
    made = Lines("text").format(record(message, ms=1.5, key_id=None))
    assert made == f"1970-01-01T00:00:00.250Z warning {line} ms=1.5"


def failed() -> BaseException:
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        return error


@pytest.mark.parametrize("form", ["json", "text"])
def test_of_an_exception_the_place_is_told_and_not_the_message(form):
    line = Lines(form).format(record("It failed", error=failed()))
    assert SECRET not in line
    assert "builtins.ValueError" in line
    assert "builtins.RuntimeError" in line
    assert "in failed" in line


def test_what_is_being_done_is_in_every_line():
    token = ABOUT.set({"request_id": "a1"})
    try:
        assert json.loads(Lines("json").format(record("Done")))["request_id"] == "a1"
    finally:
        ABOUT.reset(token)


@pytest.fixture
def logged(capsys):
    """Configure the log as a process does, and read what it writes; all is as before at the end."""
    before = (logging.root.handlers[:], logging.root.level)
    names = log_config(WorkerSettings())["loggers"]
    levels = {name: logging.getLogger(name).level for name in names}

    def write(**settings: str) -> str:
        dictConfig(log_config(WorkerSettings(**settings)))
        for name, level in (("workers.some", logging.DEBUG), ("service.some", logging.INFO), ("other", logging.INFO)):
            event(logging.getLogger(name), level, name, {})
        return capsys.readouterr().err

    yield write
    logging.root.handlers[:], level = before[0], before[1]
    logging.root.setLevel(level)
    for name, old in levels.items():
        logging.getLogger(name).setLevel(old)


@pytest.mark.parametrize(
    "level, names",
    [
        pytest.param("debug", ["workers.some", "service.some"], id="all of ours"),
        pytest.param("info", ["service.some"], id="by default"),
        pytest.param("warning", [], id="what went wrong"),
    ],
)
def test_from_which_level_on(logged, level, names):
    lines = logged(log_level=level).splitlines()
    assert not sys.stderr.isatty()
    assert [json.loads(line)["message"] for line in lines] == names


def test_for_people_where_that_is_asked_for(logged):
    assert logged(log="text").endswith(" info    service.some\n")
