"""What a submission looks like, for the OpenAPI document.

The engine reads it (``workers.handed_in``), since it tells mistakes by their place in the characters as they came. That both
say the same is tested.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from service.api.model import ApiModel


class AnswerValue(RootModel["str | int | float | list[AnswerValue] | None"]):
    """An answer: text, a number, or nested lists of them; null answers nothing."""


Name = Annotated[str, Field(max_length=200)]


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
