"""The body of a submission as it was posted, and the submission that the engine makes of it.

The service reads it at the door and the worker again from the store, both by this: what was let in can be graded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fullmarks.errors import SubmissionError
from fullmarks.find.characters import refuse_hidden_characters
from fullmarks.find.json_text import Json, read_json
from fullmarks.find.submissions import parse_submission
from fullmarks.report.shown import shown
from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission

NAMES = ("rubric", "answers", "document", "messages", "student", "external_id", "submitted_at", "due")


@dataclass(frozen=True, slots=True)
class Body:
    """A JSON object that names a rubric; the rest of it is still to be read."""

    rubric_id: str
    data: Mapping[str, Json]

    def submission(self, rubric: Rubric, submission_id: str) -> Submission:
        """What it hands in under this rubric; raises ``SubmissionError``, with the place."""
        return replace(parse_submission(self.data, rubric.sought), id=submission_id)


def text_of(body: bytes) -> str:
    """The text of a body; raises ``SubmissionError`` (``not_text``)."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        raise SubmissionError(
            "not_text", f"The body is not text in UTF-8: byte {mistake.start} cannot be read."
        ) from None


def read_body(body: bytes) -> Body:
    """The body of a POST; raises ``SubmissionError``, with the place."""
    data = read_json(text_of(body))
    if not isinstance(data, dict):
        raise SubmissionError("wrong_type", f"The body must be a JSON object with {_quoted(NAMES)}.")
    for name in data:
        if name not in NAMES:
            raise SubmissionError(
                "unknown_name", f"“{shown(name[:80])}” is not known here. Known are {_quoted(NAMES)}.", shown(name[:80])
            )
    return Body(_rubric_id(data), data)


def _rubric_id(data: Mapping[str, Json]) -> str:
    rubric_id = data.get("rubric")
    if not isinstance(rubric_id, str) or not rubric_id:
        raise SubmissionError(
            "wrong_type", "“rubric” must be the id of a rubric, as a text. GET /v1/rubrics lists them.", "rubric"
        )
    refuse_hidden_characters(rubric_id, "rubric")
    return rubric_id


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
