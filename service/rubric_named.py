"""The rubric, and the version of it, that a request names."""

from __future__ import annotations

from fullmarks.errors import SubmissionError
from fullmarks.rubric.model import Rubric
from service.caller import caller
from service.desk import Desk, desk
from service.known_rubrics import unknown_rubric
from store.groups import OfRubric
from store.rubrics import current_rubrics, rubric_text

PATH = "/v1/rubrics/<rubric_id>"
UNKNOWN_RUBRIC = {422: "There is no such rubric."}


def of_rubric(rubric_id: str) -> OfRubric:
    """What was handed in to a rubric of the caller's course.

    Raises ``SubmissionError`` (``unknown_rubric``).
    """
    return _of_version(rubric_id)[0]


def current(rubric_id: str) -> tuple[OfRubric, Rubric]:
    """The same, and the rubric as new submissions are graded by it."""
    of, version = _of_version(rubric_id)
    return of, desk().rubrics.of_version(of.course, rubric_id, version)


def _of_version(rubric_id: str) -> tuple[OfRubric, str]:
    course = caller().course
    return OfRubric(course, rubric_id), rubric_version(desk(), course, rubric_id, None)


def rubric_version(at: Desk, course: str, rubric_id: str, version: str | None) -> str:
    """The version that is meant: the one that is named, or the one that new submissions are graded by.

    Raises ``SubmissionError`` (``unknown_rubric``, ``unknown_version``).
    """
    with at.database.transaction() as connection:
        if version is not None:
            if rubric_text(connection, course, rubric_id, version) is not None:
                return version
            raise SubmissionError(
                "unknown_version", f"The rubric “{rubric_id[:80]}” has no version “{version[:80]}”.", "version"
            )
        names = current_rubrics(connection, course)
    found = next((name.version for name in names if name.id == rubric_id), None)
    if found is None:
        raise unknown_rubric(rubric_id, names)
    return found
