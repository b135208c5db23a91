"""Rubrics that this process has read, by version."""

from __future__ import annotations

from fullmarks.errors import OperatorError
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric
from store.database import Database
from store.rubrics import current_rubrics, rubric_text


class Shelf:
    """Reads each version of a rubric once, since a version never changes; safe from several threads."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str, str], Rubric] = {}

    def rubric(self, database: Database, course: str, rubric_id: str, version: str) -> Rubric:
        """A course's rubric in this version.

        Raises ``RubricError`` if this engine can't read it, ``OperatorError`` (``no_such_rubric``) if it is not there.
        """
        name = (course, rubric_id, version)
        if name not in self._read:
            with database.look() as connection:
                text = rubric_text(connection, *name)
            if text is None:
                raise OperatorError("no_such_rubric", f"The store has no rubric {rubric_id} in version {version}.")
            self._read[name] = load_rubric_text(text, file=rubric_id)
        return self._read[name]

    def fill(self, database: Database) -> None:
        """Read the rubrics that new submissions are graded by, before the first of them comes."""
        with database.look() as connection:
            names = current_rubrics(connection)
        for name in names:
            self.rubric(database, name.course, name.id, name.version)
