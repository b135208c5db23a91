"""What Gradescope accepts as a results file, by its documentation ("Output format"): what ours is held against.

The JSON Schema made of these models is committed as docs/reference/gradescope-results.schema.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator

TextFormat = Literal["text", "html", "simple_format", "md", "ansi"]
Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
Number = Annotated[float, Field(allow_inf_nan=False, strict=True)]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False, strict=True)]


class Accepted(BaseModel):
    """Base: a name that Gradescope does not know is a slip of ours, and so is one that stands there for nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _says_something(cls, value: object) -> object:
        if isinstance(value, dict) and (empty := [name for name, one in value.items() if one is None]):
            raise ValueError(f"{empty[0]} is null; leave it out")
        return value


class AcceptedTest(Accepted):
    """One test."""

    score: Number | None = None
    max_score: Number | None = None
    status: Literal["passed", "failed"] | None = None
    name: str | None = None
    name_format: TextFormat | None = None
    number: str | None = None
    output: str | None = None
    output_format: TextFormat | None = None
    tags: tuple[str, ...] = ()
    visibility: Visibility | None = None
    extra_data: Mapping[str, JsonValue] = {}


class LeaderboardEntry(Accepted):
    """One column of a leaderboard."""

    name: str
    value: Number | str
    order: Literal["asc", "desc"] = "desc"


class AcceptedResults(Accepted):
    """The whole file; points must stand above all tests or in each of them."""

    score: Number | None = None
    execution_time: Seconds | None = None
    output: str | None = None
    output_format: TextFormat | None = None
    test_output_format: TextFormat | None = None
    test_name_format: TextFormat | None = None
    visibility: Visibility = "visible"
    stdout_visibility: Visibility | None = None
    extra_data: Mapping[str, JsonValue] = {}
    leaderboard: tuple[LeaderboardEntry, ...] = ()
    tests: tuple[AcceptedTest, ...] = ()

    @model_validator(mode="after")
    def _has_points(self) -> Self:
        if self.score is None and (not self.tests or any(test.score is None for test in self.tests)):
            raise ValueError("there must be a score, or tests that each have one")
        return self


def read_results(text: bytes) -> AcceptedResults | tuple[str, ...]:
    """The results; where Gradescope would not take them, what is wrong, a sentence each."""
    try:
        return AcceptedResults.model_validate_json(text)
    except ValidationError as error:
        return tuple(f"{_place(one['loc'])}: {one['msg']}" for one in error.errors())


def results_schema() -> JsonValue:
    """The JSON Schema of what is accepted."""
    found = AcceptedResults.model_json_schema()
    has_points: dict[str, JsonValue] = {"anyOf": [{"required": ["score"]}, _EACH_HAS_POINTS]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_null(found), **has_points}


_EACH_HAS_POINTS: JsonValue = {
    "required": ["tests"],
    "properties": {"tests": {"minItems": 1, "items": {"required": ["score"]}}},
}


def _without_null(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Fields that may be left out, and not be null."""
    inside = {name: _value_without_null(one) for name, one in value.items() if (name, one) != ("default", None)}
    match inside.pop("anyOf", None):
        case [dict() as only, {"type": "null"}]:
            return inside | only
        case None:
            return inside
        case several:
            return inside | {"anyOf": several}


def _value_without_null(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_value_without_null(one) for one in value]
    return _without_null(value) if isinstance(value, dict) else value


def _place(path: tuple[int | str, ...]) -> str:
    return ".".join(map(str, path)) or "results.json"
