"""Rubrics that this process has read, by version."""

from __future__ import annotations

from sqlalchemy import Connection

from fullmarks.errors import OperatorError
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric
from store.rubrics import current_rubrics, rubric_text


class Shelf:
    """Reads each version of a rubric once, since a version never changes; safe from several threads."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], Rubric] = {}

    def rubric(self, connection: Connection, rubric_id: str, version: str) -> Rubric:
        """The rubric in this version.

        Raises ``RubricError`` if this engine can't read it, ``OperatorError`` (``no_such_rubric``) if it is not there.
        """
        if (rubric_id, version) not in self._read:
            text = rubric_text(connection, rubric_id, version)
            if text is None:
                raise OperatorError("no_such_rubric", f"The store has no rubric {rubric_id} in version {version}.")
            self._read[rubric_id, version] = load_rubric_text(text, file=rubric_id)
        return self._read[rubric_id, version]

    def fill(self, connection: Connection) -> None:
        """Read the rubrics that new submissions are graded by, before the first of them comes."""
        for name in current_rubrics(connection):
            self.rubric(connection, name.id, name.version)
