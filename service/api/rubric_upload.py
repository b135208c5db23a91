"""A rubric that is sent: looked over and tried first, then served from the next submission on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue, RootModel

from service.api.model import ApiModel
from service.caller import caller
from service.conditions import ConditionHeaders, etag, refuse_unless_expected
from service.desk import desk
from service.operation import Answer, Operation, Reply
from service.problem import ProblemPlace
from service.refused import BadRubricError
from service.rubric_named import PATH
from service.trial.result import Place, Trial
from service.trial.run import try_rubric
from service.upload import YAML, read_yaml
from store.audit import record
from store.clock import now
from store.courses import lock_course
from store.rubrics import RubricName, RubricSource, current_version, publish_one
from store.scope import Scope


class RubricText(RootModel[JsonValue]):
    """A rubric as YAML. `fullmarks rubric schema` prints the JSON Schema of its shape."""


class UploadQuery(ApiModel):
    """How careful to be."""

    force: Annotated[
        bool, Field(description="Take it although something in it looks wrong. What cannot be used is never taken.")
    ] = False


class Checked(ApiModel):
    """What was found in a rubric; nothing was changed."""

    usable: Annotated[bool, Field(description="Whether it could be taken, perhaps with `force`.")]
    id: Annotated[str | None, Field(description="Null where it cannot be read.")]
    version: Annotated[str | None, Field(description="The hash of its meaning; null where it cannot be read.")]
    examples: Annotated[int, Field(description="How many of its own examples were marked.")]
    mistakes: tuple[ProblemPlace, ...]
    notes: Annotated[tuple[ProblemPlace, ...], Field(description="What can be used and is hardly meant.")]


class Published(ApiModel):
    """A rubric that is served from now on."""

    id: str
    version: str
    title: str
    is_new: Annotated[bool, Field(description="Whether this version was never there before.")]
    notes: Annotated[tuple[ProblemPlace, ...], Field(description="What looks wrong all the same.")]


def put_rubric(rubric_id: str, query: UploadQuery, headers: ConditionHeaders) -> Reply:
    """Serve this rubric, if it can be used, marks its own examples as expected, and replaces what its sender saw."""
    at, known, text = desk(), caller(), read_yaml()
    with at.database.transaction() as connection:
        # Soon, before it is looked over; and once more below, where nobody can come between.
        refuse_unless_expected(current_version(connection, known.course, rubric_id))
    trial = try_rubric(at, text)
    _refuse_bad(trial, rubric_id, force=query.force)
    source = RubricSource(RubricName(known.course, trial.id, trial.version, trial.title), text)
    with at.database.transaction() as connection:
        lock_course(connection, known.course)
        before = current_version(connection, known.course, rubric_id)
        refuse_unless_expected(before)
        is_new = publish_one(connection, source, now())
        if before != trial.version:
            change = known.change("rubric.publish", rubric_id, version=trial.version, before=before, forced=query.force)
            record(connection, change, now())
    published = Published(
        id=trial.id, version=trial.version, title=trial.title, is_new=is_new, notes=_places(trial.notes)
    )
    return Reply(published, 200 if before else 201, {"ETag": etag(trial.version)})


def check_rubric(rubric_id: str) -> Reply:
    """Look a rubric over, and change nothing."""
    trial = try_rubric(desk(), read_yaml())
    mistakes = (*trial.mistakes, *_wrong_id(trial, rubric_id))
    return Reply(
        Checked(
            usable=not mistakes,
            id=trial.id or None,
            version=trial.version or None,
            examples=trial.examples,
            mistakes=_places(mistakes),
            notes=_places(trial.notes),
        )
    )


def _refuse_bad(trial: Trial, rubric_id: str, *, force: bool) -> None:
    mistakes = (*trial.mistakes, *_wrong_id(trial, rubric_id))
    if mistakes:
        raise BadRubricError("This rubric cannot be used.", _places(mistakes))
    if trial.notes and not force:
        raise BadRubricError(
            "Something in this rubric looks wrong. Put it right, or send it with ?force=true.", _places(trial.notes)
        )


def _wrong_id(trial: Trial, rubric_id: str) -> tuple[Place, ...]:
    if not trial.id or trial.id == rubric_id:
        return ()
    return (Place(line=1, column=1, what=f"This is the rubric “{trial.id}”, sent to the address of another."),)


def _places(found: tuple[Place, ...]) -> tuple[ProblemPlace, ...]:
    return tuple(ProblemPlace(where=f"line {one.line}, column {one.column}", what=one.what) for one in found)


BAD = "It cannot be used, or something in it looks wrong; `errors` says where."
BUSY = "Too many rubrics are being tried just now."

OPERATIONS = (
    Operation(
        name="put_rubric",
        method="PUT",
        path=PATH,
        summary="Serve a rubric",
        handler=put_rubric,
        scope=Scope.STAFF,
        query=UploadQuery,
        headers=ConditionHeaders,
        body=RubricText,
        takes=YAML,
        answers={
            200: Answer("It is served instead of the one before.", Published),
            201: Answer("It is served, the first one of its id.", Published),
        },
        refusals={
            400: "The body is not text in UTF-8.",
            412: "The rubric is not as If-Match or If-None-Match expects.",
            413: "The body is too large.",
            415: "The body is not declared as YAML.",
            422: BAD,
            428: "There is such a rubric, and neither If-Match nor If-None-Match is sent.",
            503: BUSY,
        },
    ),
    Operation(
        name="check_rubric",
        method="POST",
        path=f"{PATH}/check",
        summary="Look a rubric over, and change nothing",
        handler=check_rubric,
        scope=Scope.STAFF,
        body=RubricText,
        takes=YAML,
        answers={200: Answer("What was found.", Checked)},
        refusals={
            400: "The body is not text in UTF-8.",
            413: "The body is too large.",
            415: "The body is not declared as YAML.",
            503: BUSY,
        },
    ),
)
