"""Answers in a table (CSV): a row for each student with a column for each item, or a row for each answer."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol

from fullmarks.cli.handed_in import Entry, HandedIn, Person, Refused
from fullmarks.cli.intake.opened import cannot_open, opened
from fullmarks.errors import SubmissionError
from fullmarks.find.found import SoughtPart
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.records import frozen

MOST_ANSWERS = 2_000_000
"""Rows of a table with a row for each answer. These are gathered by student, as a student's may stand anywhere."""

_WHO = {
    **dict.fromkeys(("student", "student id", "id", "sid", "user"), "id"),
    **dict.fromkeys(("name", "full name", "student name"), "name"),
    **dict.fromkeys(("email", "email address", "e-mail"), "email"),
}
_LEFT_ASIDE = frozenset(("timestamp", "section", "sections", "group", ""))
_LONG = frozenset(("item", "answer"))


class Rows(Protocol):
    """What Python's reader of CSV gives."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@frozen
class Columns:
    """What each column holds: one of ``id``, ``name``, ``email``, or ``item`` and ``answer``, or the item of that id."""

    who: tuple[tuple[int, str], ...]
    answers: tuple[tuple[int, str], ...]
    long: tuple[int, int] | None
    """Where an answer's item and the answer stand, in a table with a row for each answer."""


class AnswerTable:
    """A file with such a table. The first row names the columns; a cell that is empty answers nothing."""

    def __init__(self, path: Path, parts: Sequence[SoughtPart]) -> None:
        self.path = path
        self._parts = parts

    def __iter__(self) -> Iterator[Entry]:
        try:
            with opened(self.path) as raw, TextIOWrapper(raw, "utf-8-sig", newline="") as file:
                rows = csv.reader(file, delimiter=_delimiter(file))
                yield from self._entries(rows)
        except SubmissionError as error:
            yield Refused(str(self.path), error)
        except UnicodeDecodeError:
            sentence = "This is not UTF-8 text. Save the table as UTF-8."
            yield Refused(str(self.path), SubmissionError("not_text", sentence))
        except csv.Error as error:
            yield Refused(str(self.path), SubmissionError("not_csv", f"This is no CSV: {error}."))
        except OSError as error:
            yield Refused(str(self.path), cannot_open(error))

    def count(self) -> int:
        """Rows; a table with a row for each answer has fewer students."""
        try:
            with opened(self.path) as file:
                return max(1, sum(1 for _ in file) - 1)
        except (OSError, SubmissionError):
            return 1

    def _entries(self, rows: Rows) -> Iterator[Entry]:
        columns = _columns(next(rows, []), self._parts)
        if columns.long is None:
            for row in rows:
                if any(cell.strip() for cell in row):
                    answers = [(item, row[place]) for place, item in columns.answers if place < len(row)]
                    yield self._entry(_person(row, columns), answers, rows.line_num)
            return
        for person, answers in _gathered(rows, columns, columns.long).items():
            yield self._entry(person, answers, 0)

    def _entry(self, person: Person, answers: Sequence[tuple[str, str]], line: int) -> Entry:
        name = person.id or person.email or person.name or f"{self.path}:{line}"
        given = [(item, answer) for item, answer in answers if answer.strip()]
        twice = next((item for place, (item, _) in enumerate(given) if item in {one for one, _ in given[:place]}), None)
        if twice is not None:
            sentence = f"The item “{twice}” is answered twice. Keep one of the two rows."
            return Refused(name, SubmissionError("repeated_name", sentence))
        text = json.dumps({"answers": dict(given)}, ensure_ascii=False)
        if len(text.encode("utf-8", "surrogatepass")) > LONGEST_BYTES:
            return Refused(name, SubmissionError("too_large", f"These answers have more than {LONGEST_BYTES:,} bytes."))
        return HandedIn(name=name, form="json", text=text, people=(person,))


def _gathered(rows: Rows, columns: Columns, long: tuple[int, int]) -> dict[Person, list[tuple[str, str]]]:
    """The answers of each student, the students in the order in which they first come."""
    students: dict[Person, list[tuple[str, str]]] = {}
    item_at, answer_at = long
    for number, row in enumerate(rows):
        if number >= MOST_ANSWERS:
            sentence = f"This table has more than {MOST_ANSWERS:,} answers. Give a row to each student instead."
            raise SubmissionError("too_large", sentence)
        if len(row) > max(long) and row[item_at].strip():
            students.setdefault(_person(row, columns), []).append((row[item_at].strip(), row[answer_at]))
    return students


def _person(row: Sequence[str], columns: Columns) -> Person:
    said = {field: row[place].strip() for place, field in columns.who if place < len(row)}
    return Person(name=said.get("name", ""), id=said.get("id", ""), email=said.get("email", ""))


def _columns(head: Sequence[str], parts: Sequence[SoughtPart]) -> Columns:
    """What the first row says; raises SubmissionError for a name that means nothing here."""
    names = [cell.strip() for cell in head]
    small = [name.casefold() for name in names]
    who = tuple((place, _WHO[name]) for place, name in enumerate(small) if name in _WHO)
    if not who:
        raise SubmissionError("no_student", "The first row names no column “student” (or “email”, or “name”).")
    if set(small) >= _LONG:
        return Columns(who, (), (small.index("item"), small.index("answer")))
    known = {item.item for part in parts for item in part.items} | {part.part for part in parts}
    others = [(place, name) for place, name in enumerate(names) if small[place] not in _WHO]
    answers = tuple((place, name) for place, name in others if name in known)
    strange = [name for place, name in others if name not in known and not _is_left_aside(small[place])]
    if strange:
        listed = ", ".join(f"“{name[:60]}”" for name in strange[:5])
        raise SubmissionError(
            "unknown_column",
            f"The first row names {listed}, which is neither an item of this rubric nor a column about the student. "
            "Take such columns out, or put # before their names.",
        )
    if not answers:
        raise SubmissionError(
            "no_items", "The first row names no item of this rubric, and no columns “item” and “answer”."
        )
    return Columns(who, answers, None)


def _is_left_aside(name: str) -> bool:
    return name in _LEFT_ASIDE or name.startswith("#")


def _delimiter(file: TextIOWrapper) -> str:
    """What stands between the cells, by the first row; the file is then at its beginning again."""
    first = file.readline(LONGEST_BYTES)
    file.seek(0)
    return max(",;\t", key=first.count)
