"""Which rubrics are served."""

from __future__ import annotations

from service.api.model import ApiModel
from service.caller import caller
from service.desk import desk
from service.operation import Answer, Operation, Reply
from store.rubrics import current_rubrics
from store.scope import Scope


class ServedRubric(ApiModel):
    """A rubric that submissions may name."""

    id: str
    version: str
    title: str


class ServedRubrics(ApiModel):
    """All of them, by id."""

    rubrics: tuple[ServedRubric, ...]


def served_rubrics() -> Reply:
    """The rubrics that new submissions are graded by."""
    with desk().database.look() as connection:
        names = current_rubrics(connection, caller().course)
    return Reply(
        ServedRubrics(rubrics=tuple(ServedRubric(id=name.id, version=name.version, title=name.title) for name in names))
    )


OPERATIONS = (
    Operation(
        name="served_rubrics",
        method="GET",
        path="/v1/rubrics",
        summary="The rubrics that submissions may name",
        handler=served_rubrics,
        scope=Scope.SUBMIT,
        answers={200: Answer("Each with the version that new submissions are graded by.", ServedRubrics)},
    ),
)
