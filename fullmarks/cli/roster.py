"""The people of a Canvas course, as Canvas itself exports its gradebook: whom it knows by which id."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from fullmarks.cli.handed_in import Person
from fullmarks.cli.intake.opened import cannot_open, opened
from fullmarks.errors import SubmissionError
from fullmarks.report.marks import CanvasPerson

MOST_PEOPLE = 100_000
_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_NEEDED = ("Student", "ID")


class Roster:
    """Finds people by what the course knows of them; what fits two people is nobody's."""

    def __init__(self, people: Iterator[CanvasPerson]) -> None:
        self._found: dict[str, CanvasPerson | None] = {}
        for one in people:
            for name in {key for key in map(_plain, (one.id, one.sis_id, one.login, one.student)) if key}:
                self._found[name] = None if name in self._found else one

    def person(self, person: Person) -> CanvasPerson | None:
        """By the id, else the address, the part of it before the @, or the name; None where Canvas knows nobody such."""
        said = (person.id, person.email, person.email.partition("@")[0], person.name)
        return next((one for name in map(_plain, said) if name and (one := self._found.get(name))), None)


def read_roster(path: Path) -> Roster:
    """An exported gradebook; raises SubmissionError for what is none."""
    try:
        with opened(path) as raw, TextIOWrapper(raw, "utf-8-sig", newline="") as file:
            return Roster(_people(path, csv.reader(file)))
    except OSError as error:
        raise cannot_open(error) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SubmissionError("not_csv", f"{path}: this is no table (CSV, in UTF-8).") from error


def _people(path: Path, rows: Iterator[list[str]]) -> Iterator[CanvasPerson]:
    head = [cell.strip() for cell in next(rows, [])]
    if missing := [name for name in _NEEDED if name not in head]:
        listed = " and ".join(f"“{name}”" for name in missing)
        sentence = f"{path}: the first row names no column {listed}. Take what Canvas gives under Grades, Export."
        raise SubmissionError("no_roster", sentence)
    places = [head.index(name) if name in head else -1 for name in _COLUMNS]
    for number, row in enumerate(rows):
        if number >= MOST_PEOPLE:
            raise SubmissionError("too_large", f"{path}: this table names more than {MOST_PEOPLE:,} people.")
        cells = [row[place].strip() if 0 <= place < len(row) else "" for place in places]
        if cells[1]:  # the rows above the people have no id
            yield CanvasPerson(*cells)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
