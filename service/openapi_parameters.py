"""The parameters of an operation in the OpenAPI document: of its path, its query and its headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from service.door import COURSE
from service.operation import Operation

REF = "#/components/schemas/{model}"
PLACE = re.compile(r"<(\w+)>")
"""Where a path of Flask's has a parameter."""
NULL: JsonSchemaValue = {"type": "null"}
COURSE_HEADER: JsonSchemaValue = {
    "name": COURSE,
    "in": "header",
    "required": False,
    "description": "The course that an administrator means; any other key knows its own.",
    "schema": {"type": "string"},
}


def parameters(operation: Operation) -> Iterator[JsonSchemaValue]:
    """All of them, in the order of the path, the query and the headers."""
    for name in PLACE.findall(operation.path):
        # A segment of a path is never empty.
        yield {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    yield from _described(operation.query, "query")
    yield from _described(operation.headers, "header")
    if operation.scope is not None:
        yield COURSE_HEADER


def definitions(operations: Iterable[Operation]) -> JsonSchemaValue:
    """The schemas that the parameters refer to, by name."""
    found: JsonSchemaValue = {}
    for operation in operations:
        for model in (operation.query, operation.headers):
            found |= {} if model is None else _schema(model).get("$defs", {})
    return found


def _schema(model: type[BaseModel]) -> JsonSchemaValue:
    return model.model_json_schema(by_alias=True, ref_template=REF)


def _described(model: type[BaseModel] | None, where: Literal["query", "header"]) -> Iterator[JsonSchemaValue]:
    """A parameter for each field of a flat model."""
    if model is None:
        return
    schema = _schema(model)
    for name, field in schema["properties"].items():
        is_required = name in schema.get("required", ())
        yield {
            "name": name,
            "in": where,
            "required": is_required,
            "description": field.pop("description", ""),
            "schema": _of_a_text(field),
        }


def _of_a_text(field: JsonSchemaValue) -> JsonSchemaValue:
    """The schema of a field as a parameter has it, which is a text or is not there: never null."""
    kept = {key: value for key, value in field.items() if key not in {"title", "anyOf"}}
    if kept.get("default", "") is None:
        del kept["default"]
    kinds = [kind for kind in field.get("anyOf", ()) if kind != NULL]
    return {**kept, **kinds[0]} if len(kinds) == 1 else {**kept, **({"anyOf": kinds} if kinds else {})}
