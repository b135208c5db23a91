"""Which rubric a submission names, in the version that new submissions are graded by."""

from __future__ import annotations

from collections.abc import Iterable

from fullmarks.errors import SubmissionError
from fullmarks.rubric.model import Rubric
from store.database import Database
from store.rubrics import RubricName, current_rubrics
from workers.shelf import Shelf


class KnownRubrics:
    """What this process knows of current versions. It may be outdated: the store finds that out, and then it is forgotten."""

    def __init__(self, database: Database, shelf: Shelf) -> None:
        self._database = database
        self._shelf = shelf
        self._known: dict[tuple[str, str], RubricName] = {}

    def current(self, course: str, rubric_id: str) -> Rubric:
        """A course's rubric of this id; raises ``SubmissionError`` (``unknown_rubric``), which says which there are."""
        name = self._known.get((course, rubric_id)) or self._look_up(course, rubric_id)
        return self._shelf.rubric(self._database, name.course, name.id, name.version)

    def of_version(self, course: str, rubric_id: str, version: str) -> Rubric:
        """A rubric in one of its versions; raises ``OperatorError`` (``no_such_rubric``) if the store has none."""
        return self._shelf.rubric(self._database, course, rubric_id, version)

    def forget(self, course: str, rubric_id: str) -> None:
        """Look this one up when it is next asked for."""
        self._known.pop((course, rubric_id), None)

    def _look_up(self, course: str, rubric_id: str) -> RubricName:
        with self._database.look() as connection:
            names = current_rubrics(connection, course)
        for name in names:
            if name.id == rubric_id:
                self._known[course, rubric_id] = name
                return name
        raise unknown_rubric(rubric_id, names)


def unknown_rubric(rubric_id: str, names: Iterable[RubricName]) -> SubmissionError:
    """The refusal of a rubric that a course has not, which says which it has."""
    known = ", ".join(name.id for name in names)
    return SubmissionError("unknown_rubric", f"There is no rubric “{rubric_id[:80]}”. There is: {known}.", "rubric")
