"""Submissions as lines of JSON, one a line (NDJSON)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fullmarks.cli.handed_in import Entry, HandedIn, Person, Refused, too_large
from fullmarks.cli.intake.opened import cannot_open, opened
from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES, Json, read_json

LONGEST_NAME = 200


class JsonLines:
    """A file of them. A line is called by its ``student`` or its ``external_id``, else by its number."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Entry]:
        try:
            with opened(self.path) as file:
                for number, line in _lines(file):
                    yield self._entry(number, line)
        except SubmissionError as error:
            yield Refused(str(self.path), error)
        except OSError as error:
            yield Refused(str(self.path), cannot_open(error))

    def count(self) -> int:
        try:
            with opened(self.path) as file:
                return sum(1 for _ in _lines(file))
        except (OSError, SubmissionError):
            return 1

    def _entry(self, number: int, line: bytes) -> Entry:
        name = f"{self.path}:{number}"
        if len(line) > LONGEST_BYTES:
            return Refused(name, too_large())
        try:
            text = line.decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            sentence = f"This is not UTF-8 text: byte {error.start:,} of the line belongs to no character."
            return Refused(name, SubmissionError("not_text", sentence))
        try:
            said = read_json(text)
        except SubmissionError:  # said again, with its place, when the submission is read
            said = None
        if isinstance(said, dict) and "schema" in said and "rubric_source" in said:
            sentence = "This is a results file. Grade what is in it again with “fullmarks regrade”."
            return Refused(name, SubmissionError("results", sentence))
        return _named(name, text, said)


def _named(name: str, text: str, said: Json) -> HandedIn:
    student = external = ""
    if isinstance(said, dict):
        student, external = _text(said.get("student")), _text(said.get("external_id"))
    people = (Person(id=student),) if student else ()
    return HandedIn(name=student or external or name, form="json", text=text, people=people)


def _text(said: Json) -> str:
    return said.strip() if isinstance(said, str) and len(said) <= LONGEST_NAME else ""


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each line that holds anything, with its number; of one that is too long only as much as tells that."""
    number = 0
    while line := file.readline(LONGEST_BYTES + 2):
        number += 1
        rest = line
        while len(rest) == LONGEST_BYTES + 2 and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_BYTES + 2)
        if line.strip():
            yield number, line
