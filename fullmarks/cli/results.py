"""Results kept in a file: one JSON value a line, the rubric first, then what was handed in with its report.

With both a regrade needs nothing else: it shows the stored marks, and grades what came in, not what was made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fullmarks.cli.handed_in import HandedIn
from fullmarks.errors import OperatorError, SubmissionError
from fullmarks.report.model import Report


class ResultsModel(BaseModel):
    """Base of the lines."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, defer_build=True)


class ResultsHead(ResultsModel):
    """The first line: the rubric that was applied, whole."""

    schema_: Literal["fullmarks/results@1"] = Field("fullmarks/results@1", alias="schema")
    rubric_file: str
    rubric_source: str


class Result(ResultsModel):
    """Every further line."""

    handed_in: HandedIn
    report: Report


Line = TypeVar("Line", ResultsHead, Result)


@dataclass(frozen=True, slots=True)
class Results:
    """A whole file."""

    head: ResultsHead
    results: tuple[Result, ...]


def read_results(path: Path) -> Results:
    """Raises SubmissionError, with the line, for a file that is none of ours."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SubmissionError("cannot_open", f"{path}: these results cannot be read: {_reason(error)}.") from error
    if not lines:
        raise SubmissionError("no_results", f"{path}: this file is empty. Make one with “fullmarks grade -o”.")
    head = _line(path, 1, lines[0], ResultsHead)
    return Results(head, tuple(_line(path, number, line, Result) for number, line in enumerate(lines[1:], 2)))


def lines_of(head: ResultsHead, results: Iterable[Result]) -> Iterator[str]:
    """The file's lines, each with its end."""
    yield f"{head.model_dump_json()}\n"
    yield from (f"{result.model_dump_json()}\n" for result in results)


@contextmanager
def kept(path: Path | None, head: ResultsHead) -> Iterator[Callable[[Result], None]]:
    """A function that keeps one result: at once, so that a stopped run loses none. Without a path nothing is kept."""
    if path is None:
        yield lambda _: None
        return
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: results cannot be kept here: {error.strerror}.") from error
    with file:
        file.write(f"{head.model_dump_json()}\n")

        def keep(result: Result) -> None:
            file.write(f"{result.model_dump_json()}\n")
            file.flush()

        yield keep


def _line(path: Path, number: int, line: str, model: type[Line]) -> Line:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise SubmissionError("bad_results", f"{path}:{number}: this line is no result of Fullmarks: {what}") from error


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or "no reason is known" if isinstance(error, OSError) else "it is not UTF-8 text"
