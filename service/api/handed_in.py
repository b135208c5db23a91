"""What a submission looks like, for the OpenAPI document.

The engine reads it (``workers.handed_in``), since it tells mistakes by their place in the characters as they came. That both
say the same is tested.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, RootModel

from service.api.model import ApiModel


class AnswerValue(RootModel["str | int | float | list[AnswerValue] | None"]):
    """An answer: text, a number, or nested lists of them; null answers nothing."""


Name = Annotated[str, Field(max_length=200)]
Time = Annotated[AwareDatetime, Field(description="With its zone: 2026-11-20T23:59:00-08:00.")]


class Piece(ApiModel):
    """A piece of a message; one without a text says nothing."""

    model_config = ApiModel.model_config | {"extra": "allow"}

    text: str | None = None


class Message(ApiModel):
    """One turn of a chat."""

    model_config = ApiModel.model_config | {"extra": "allow"}

    role: Literal["user", "assistant", "system", "tool", "developer", "function"]
    content: str | list[str | Piece] | None = None


class SubmissionBody(ApiModel):
    """A submission: one of ``answers``, ``document`` and ``messages``."""

    rubric: Annotated[str, Field(min_length=1, description="Id of the rubric; GET /v1/rubrics lists them.")]
    answers: Annotated[
        dict[str, AnswerValue | dict[str, AnswerValue]] | None,
        Field(description='By item, `{"1a.runtime": "…"}`, or by part and item, `{"1a": {"runtime": "…"}}`.'),
    ] = None
    document: Annotated[str | None, Field(description="One text in Markdown.")] = None
    messages: Annotated[list[Message] | None, Field(description="A chat; its assistant turns are marked.")] = None
    student: Annotated[Name | None, Field(description="Whose it is.")] = None
    external_id: Annotated[Name | None, Field(description="The sender's own name for it.")] = None
    submitted_at: Annotated[
        Time | None, Field(description="When it was handed in; what that costs is the rubric's.")
    ] = None
    due: Annotated[Time | None, Field(description="When it was due for this student.")] = None
