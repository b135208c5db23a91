"""What is posted to a service for a submission that was handed in."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.cli.handed_in import HandedIn
from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import Json, read_json


def body_of(file: HandedIn, rubric_id: str) -> Mapping[str, Json]:
    """The body, with the time at which it came in where that is known; raises ``SubmissionError``."""
    times: Mapping[str, Json] = {"submitted_at": file.submitted_at.isoformat()} if file.submitted_at else {}
    if file.form != "json":
        return {"rubric": rubric_id, "document": file.text, **times}
    data = read_json(file.text)
    if isinstance(data, list):
        data = {"messages": data}
    if not isinstance(data, dict):
        raise SubmissionError("wrong_type", "This file holds no submission: an object, or a list of messages.")
    return {**data, "rubric": rubric_id, **times}
