"""The rubric, and the version of it, that a request names."""

from __future__ import annotations

from fullmarks.errors import SubmissionError
from service.caller import caller
from service.desk import Desk, desk
from store.groups import OfRubric
from store.rubrics import current_rubrics, rubric_text

PATH = "/v1/rubrics/<rubric_id>"
UNKNOWN_RUBRIC = {422: "There is no such rubric."}


def of_rubric(rubric_id: str) -> OfRubric:
    """What was handed in to a rubric of the caller's course.

    Raises ``SubmissionError`` (``unknown_rubric``).
    """
    course = caller().course
    rubric_version(desk(), course, rubric_id, None)
    return OfRubric(course, rubric_id)


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
        known = ", ".join(name.id for name in names)
        raise SubmissionError("unknown_rubric", f"There is no rubric “{rubric_id[:80]}”. There is: {known}.", "rubric")
    return found
