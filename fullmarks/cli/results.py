"""Results kept in a file: one JSON value a line, the rubric first, then what was handed in with its report.

With both a regrade needs nothing else: it shows the stored marks, and grades what came in, not what was made of it. A file is read
line by line, so that its size does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fullmarks.cli.handed_in import HandedIn
from fullmarks.errors import SubmissionError
from fullmarks.records import frozen
from fullmarks.report.model import Report


class ResultsModel(BaseModel):
    """Base of the lines."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, defer_build=True)


class ResultsHead(ResultsModel):
    """The first line: the rubric that was applied, whole, and the engine; older files do not tell the engine."""

    schema_: Literal["fullmarks/results@1"] = Field("fullmarks/results@1", alias="schema")
    rubric_file: str
    rubric_source: str
    engine: str = ""


class Result(ResultsModel):
    """Every further line."""

    handed_in: HandedIn
    report: Report


Line = TypeVar("Line", ResultsHead, Result)
_BEFORE_HANDED_IN = '{"handed_in":'


@frozen
class ResultLine:
    """A line of a results file with its place there; ``text`` is without its end."""

    path: Path
    number: int
    text: str

    def result(self) -> Result:
        """What it says; raises SubmissionError, with the line, for what is none of ours."""
        return _parsed(self, Result)


@frozen
class OpenResults:
    """A file that is open; ``lines`` are read as they are asked for, once."""

    head: ResultsHead
    lines: Iterator[ResultLine]


@frozen
class Results:
    """A whole file in memory."""

    head: ResultsHead
    results: tuple[Result, ...]


@contextmanager
def opened_results(path: Path) -> Iterator[OpenResults]:
    """A results file, open; raises SubmissionError, with the line, for a file that is none of ours."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error
    with file:
        lines = _lines(path, file)
        first = next(lines, None)
        if first is None:
            raise SubmissionError("no_results", f"{path}: this file is empty. Make one with “fullmarks grade -o”.")
        yield OpenResults(_parsed(first, ResultsHead), lines)


def read_results(path: Path) -> Results:
    """A file of a few results; raises SubmissionError."""
    with opened_results(path) as found:
        return Results(found.head, tuple(line.result() for line in found.lines))


def count_results(path: Path) -> int:
    """About how many results a file holds: for whoever waits."""
    try:
        with path.open("rb") as file:
            return max(0, sum(1 for _ in file) - 1)
    except OSError:
        return 0


def handed_in_text(line: str) -> str | None:
    """What was handed in, as a result's line has it; None for any other line. Nothing but that is looked at."""
    if not line.startswith(_BEFORE_HANDED_IN):
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(line, len(_BEFORE_HANDED_IN))
    except ValueError:
        return None
    return line[len(_BEFORE_HANDED_IN) : end]


def _lines(path: Path, file: BinaryIO) -> Iterator[ResultLine]:
    try:
        for number, line in enumerate(file, 1):
            yield ResultLine(path, number, line.decode("utf-8").rstrip("\r\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _parsed(line: ResultLine, model: type[Line]) -> Line:
    try:
        return model.model_validate_json(line.text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        what = f"{place}: {first['msg']}" if place else first["msg"]
        sentence = f"{line.path}:{line.number}: this line is no result of Fullmarks: {what}."
        if line.number == 1:
            sentence = f"{line.path}: this is no results file. “fullmarks grade RUBRIC PATH… -o RESULTS” makes one."
        raise SubmissionError("bad_results", sentence) from error


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> SubmissionError:
    why = (error.strerror or "no reason is known") if isinstance(error, OSError) else "it is not UTF-8 text"
    return SubmissionError("cannot_open", f"{path}: these results cannot be read: {why}.")
