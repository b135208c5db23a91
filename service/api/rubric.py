"""One rubric: for students what it asks, for staff all of it, in every version."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from flask import request
from pydantic import Field
from sqlalchemy import Connection

from fullmarks.errors import StudentError
from fullmarks.report.build import shown_points
from fullmarks.report.model import Points
from fullmarks.rubric.model import Part, Rubric
from service.api.model import ApiModel
from service.caller import caller
from service.conditions import etag
from service.desk import Desk, desk
from service.operation import JSON, Answer, Operation, Reply
from service.refused import RefusedError
from service.rubric_named import PATH
from service.upload import YAML
from store.rubrics import current_version, rubric_text, versions
from store.scope import Scope


class OutlineItem(ApiModel):
    """What is asked, without what is right."""

    id: str
    title: str
    points: Points


class OutlinePart(ApiModel):
    """A part of the homework."""

    id: str
    title: str
    items: tuple[OutlineItem, ...]


class RubricOutline(ApiModel):
    """A rubric; its source, which holds the keys, only for staff."""

    id: str
    version: str
    title: str
    parts: tuple[OutlinePart, ...]
    source: Annotated[str | None, Field(description="The YAML as its author wrote it; null for a student.")]


class ListedVersion(ApiModel):
    """One version."""

    version: str
    title: str
    is_current: Annotated[bool, Field(description="Whether new submissions are graded by it.")]
    published_at: datetime


class ListedVersions(ApiModel):
    """All versions of a rubric, the first one first."""

    versions: tuple[ListedVersion, ...]


def get_rubric(rubric_id: str) -> Reply:
    """The version that new submissions are graded by."""
    at, known = desk(), caller()
    with at.database.transaction() as connection:
        version = current_version(connection, known.course, rubric_id)
        if version is None:
            raise no_such_rubric(rubric_id)
        return _shown(at, connection, rubric_id, version)


def list_versions(rubric_id: str) -> Reply:
    """Every version that there ever was."""
    with desk().database.look() as connection:
        found = versions(connection, caller().course, rubric_id)
    if not found:
        raise no_such_rubric(rubric_id)
    listed = (
        ListedVersion(version=one.version, title=one.title, is_current=one.is_current, published_at=one.published_at)
        for one in found
    )
    return Reply(ListedVersions(versions=tuple(listed)))


def get_version(rubric_id: str, version: str) -> Reply:
    """One version, which never changes."""
    at = desk()
    with at.database.transaction() as connection:
        return _shown(at, connection, rubric_id, version)


def no_such_rubric(rubric_id: str) -> StudentError:
    """There is none in the caller's course."""
    return StudentError("no_such_rubric", f"There is no rubric “{rubric_id[:80]}”.")


def _shown(at: Desk, connection: Connection, rubric_id: str, version: str) -> Reply:
    known = caller()
    source = rubric_text(connection, known.course, rubric_id, version)
    if source is None:
        raise StudentError("no_such_version", f"The rubric “{rubric_id[:80]}” has no version “{version[:80]}”.")
    headers = {"ETag": etag(version), "Vary": "Accept, Authorization"}
    if request.accept_mimetypes.best_match([JSON, *YAML], JSON) != JSON:
        if not known.is_staff:
            raise RefusedError("scope_too_small", "The YAML of a rubric holds its keys: it is for staff.")
        return Reply(source, headers=headers, media_type=YAML[0])
    rubric = at.rubrics.of_version(known.course, rubric_id, version)
    return Reply(_outline(rubric, source if known.is_staff else None), headers=headers)


def _outline(rubric: Rubric, source: str | None) -> RubricOutline:
    parts = tuple(_part(part) for part in rubric.parts)
    return RubricOutline(id=rubric.id, version=rubric.version, title=rubric.title, parts=parts, source=source)


def _part(part: Part) -> OutlinePart:
    items = tuple(OutlineItem(id=one.id, title=one.title, points=shown_points(one.points)) for one in part.items)
    return OutlinePart(id=part.id, title=part.title, items=items)


NOT_MODIFIED = Answer("It is the one that the client has, by If-None-Match.")

OPERATIONS = (
    Operation(
        name="get_rubric",
        method="GET",
        path=PATH,
        summary="A rubric in the version that new submissions are graded by",
        handler=get_rubric,
        scope=Scope.SUBMIT,
        answers={
            200: Answer("What it asks; for staff all of it, as YAML too.", RubricOutline, YAML),
            304: NOT_MODIFIED,
        },
        refusals={404: "There is no such rubric."},
    ),
    Operation(
        name="list_versions",
        method="GET",
        path=f"{PATH}/versions",
        summary="The versions of a rubric",
        handler=list_versions,
        scope=Scope.STAFF,
        answers={200: Answer("All of them, the first one first.", ListedVersions)},
        refusals={404: "There is no such rubric."},
    ),
    Operation(
        name="get_version",
        method="GET",
        path=f"{PATH}/versions/<version>",
        summary="A rubric in one of its versions",
        handler=get_version,
        scope=Scope.STAFF,
        answers={200: Answer("All of it, as YAML too.", RubricOutline, YAML), 304: NOT_MODIFIED},
        refusals={404: "There is no such rubric, or it has no such version."},
    ),
)
