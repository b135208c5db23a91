"""Grading by a server that keeps all submissions, where the zip was built with its address.

What the server cannot or does not do in time is done here instead. What it says about the submission itself is for the student.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from fullmarks.cli.gradescope.metadata import Metadata
from fullmarks.cli.handed_in import HandedIn
from fullmarks.cli.service_client import ServiceClient
from fullmarks.cli.submission_body import body_of
from fullmarks.errors import OperatorError, StudentError
from fullmarks.report.model import Report
from fullmarks.rubric.model import ReleasePolicy, Rubric

TRIES = 3
"""A student waits for the results, and they can be had here."""


class Settings(BaseModel):
    """What the zip was built with: the server's address, the key to it, and in how many seconds it must have graded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    server: str
    key: str | None = None
    seconds: float = 60


class NotGradedThereError(Exception):
    """Why the server did not grade; for staff."""


def read_settings(path: Path) -> Settings:
    """Raises NotGradedThereError for a file that is no settings."""
    try:
        return Settings.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise NotGradedThereError(f"{path.name} cannot be used: {error}") from error


def graded_there(handed_in: HandedIn, metadata: Metadata, settings: Settings, rubric: Rubric) -> Report:
    """The server's report; raises NotGradedThereError."""
    service = ServiceClient(settings.server.rstrip("/"), settings.key, most_tries=TRIES)
    try:
        submission_id = service.hand_in({**body_of(handed_in, rubric.id), **_said_by_gradescope(metadata)})
        report = service.report(submission_id)
    except (OperatorError, StudentError, ValueError) as error:
        raise NotGradedThereError(str(error)) from error
    finally:
        service.close()
    if [part.id for part in report.parts] != [part.id for part in rubric.parts]:
        raise NotGradedThereError(f"The server's rubric {report.rubric.id} has other parts.")
    return report


def shown_by(rubric: Rubric, report: Report) -> Rubric:
    """The rubric by which a report is shown: the keys of another version are not told."""
    if report.rubric.version == rubric.version:
        return rubric
    return replace(rubric, release=ReleasePolicy(rubric.release.verdicts, "never"))


def _said_by_gradescope(metadata: Metadata) -> dict[str, str]:
    """Its times go before those in the student's file; the id finds the submission again."""
    said = {"submitted_at": metadata.created_at, "due": metadata.assignment.due_date}
    times = {name: time.isoformat() for name, time in said.items() if time is not None}
    return times | ({"external_id": f"gradescope-{metadata.id}"} if metadata.id is not None else {})
