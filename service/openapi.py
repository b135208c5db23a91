"""The OpenAPI 3.1 document, made from the operations and their Pydantic models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Literal

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue, models_json_schema

from service.operation import Operation
from service.problems import MEDIA_TYPE, Problem
from service.routes import JSON

Refs = Mapping[tuple[type[BaseModel], JsonSchemaMode], JsonSchemaValue]

SCHEME = "key"
SECURITY: JsonSchemaValue = {
    SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key, fm_…. Each operation names the least scope that it needs: submit, student, staff or "
        "admin. From the service's own machine none may be needed. An administrator's key opens every course; the "
        "header Fullmarks-Course names the one that a request is about.",
    }
}
DOOR = {
    401: "There is no key, or it is none of ours, revoked or expired.",
    403: "The key's scope is too small.",
}
"""How every operation with a scope may refuse."""

PLACE = re.compile(r"<(\w+)>")
"""Where a path of Flask's has a parameter."""


def openapi(operations: Sequence[Operation]) -> JsonSchemaValue:
    """The document, as JSON data."""
    models = list(dict.fromkeys(_models(operations)))
    found, schemas = models_json_schema(models, ref_template="#/components/schemas/{model}")
    refs = {model: found[model] for model in models}
    paths: dict[str, JsonSchemaValue] = {}
    for operation in operations:
        path = paths.setdefault(PLACE.sub(r"{\1}", operation.path), {})
        path[operation.method.lower()] = _operation(operation, refs)
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Fullmarks",
            "version": version("fullmarks"),
            "description": "Takes mathematical homework in, marks it by a rubric, and reports what is right.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas["$defs"], "securitySchemes": SECURITY},
    }


def _models(operations: Sequence[Operation]) -> Iterator[tuple[type[BaseModel], JsonSchemaMode]]:
    yield Problem, "serialization"
    for operation in operations:
        for answer in operation.answers.values():
            yield answer.model, "serialization"
        if operation.body is not None:
            yield operation.body, "validation"


def _operation(operation: Operation, refs: Refs) -> JsonSchemaValue:
    problem = refs[Problem, "serialization"]
    answers = {
        str(status): _content(answer.meaning, JSON, refs[answer.model, "serialization"])
        for status, answer in operation.answers.items()
    }
    meanings = operation.refusals if operation.scope is None else {**DOOR, **operation.refusals}
    refusals = {str(status): _content(meaning, MEDIA_TYPE, problem) for status, meaning in meanings.items()}
    described: JsonSchemaValue = {
        "operationId": operation.name,
        "summary": operation.summary,
        # By OpenAPI 3.1 the names here are the roles that a caller must have.
        "security": [] if operation.scope is None else [{SCHEME: [str(operation.scope)]}],
        "parameters": list(_parameters(operation)),
        "responses": answers | refusals | {"default": _content("Any other problem.", MEDIA_TYPE, problem)},
    }
    if operation.body is not None:
        schema = refs[operation.body, "validation"]
        described["requestBody"] = {"required": True, "content": {JSON: {"schema": schema}}}
    return described


def _content(meaning: str, media_type: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    return {"description": meaning, "content": {media_type: {"schema": schema}}}


def _parameters(operation: Operation) -> Iterator[JsonSchemaValue]:
    for name in PLACE.findall(operation.path):
        yield {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    yield from _described(operation.query, "query")
    yield from _described(operation.headers, "header")


def _described(model: type[BaseModel] | None, where: Literal["query", "header"]) -> Iterator[JsonSchemaValue]:
    """A parameter for each field of a flat model."""
    if model is None:
        return
    schema = model.model_json_schema(by_alias=True)
    for name, field in schema["properties"].items():
        is_required = name in schema.get("required", ())
        yield {
            "name": name,
            "in": where,
            "required": is_required,
            "description": field.pop("description", ""),
            "schema": {key: value for key, value in field.items() if key != "title"},
        }
