"""Rubrics that this process has read, by version."""

from __future__ import annotations

from fullmarks.errors import OperatorError
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric
from store.database import Database
from store.rubrics import current_rubrics, rubric_text

MOST_RUBRICS = 500
"""Of more, the one that was read first is forgotten, and read again when it is asked for."""


class Shelf:
    """Reads each version of a rubric once, since a version never changes; safe from several threads."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str, str], Rubric] = {}

    def rubric(self, database: Database, course: str, rubric_id: str, version: str) -> Rubric:
        """A course's rubric in this version.

        Raises ``RubricError`` if this engine can't read it, ``OperatorError`` (``no_such_rubric``) if it is not there.
        """
        name = (course, rubric_id, version)
        rubric = self._read.get(name)
        if rubric is None:
            with database.look() as connection:
                text = rubric_text(connection, *name)
            if text is None:
                raise OperatorError("no_such_rubric", f"The store has no rubric {rubric_id} in version {version}.")
            rubric = load_rubric_text(text, file=rubric_id)
            if len(self._read) >= MOST_RUBRICS:
                self._read.pop(next(iter(self._read)), None)
            self._read[name] = rubric
        return rubric

    def fill(self, database: Database) -> None:
        """Read the rubrics that new submissions are graded by, before the first of them comes."""
        with database.look() as connection:
            names = current_rubrics(connection)
        for name in names:
            self.rubric(database, name.course, name.id, name.version)
