"""The OpenAPI 3.1 document, made from the operations and their Pydantic models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue, models_json_schema

from service.openapi_parameters import PLACE, REF, definitions, parameters
from service.operation import LINES, Answer, Operation
from service.problem import Problem
from service.problems import MEDIA_TYPE

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
    429: "Too many requests; Retry-After says when to come again.",
}
"""How every operation with a scope may refuse."""
EVERYWHERE = {406: "The client reads none of the media types that there are here, by its header Accept."}
"""How every operation may refuse."""
TEXT: JsonSchemaValue = {"type": "string"}


def openapi(operations: Sequence[Operation]) -> JsonSchemaValue:
    """The document, as JSON data."""
    models = list(dict.fromkeys(_models(operations)))
    found, schemas = models_json_schema(models, ref_template=REF)
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
        "components": {
            "schemas": schemas["$defs"] | definitions(operations),
            "securitySchemes": SECURITY,
        },
    }


def _models(operations: Sequence[Operation]) -> Iterator[tuple[type[BaseModel], JsonSchemaMode]]:
    yield Problem, "serialization"
    for operation in operations:
        for answer in operation.answers.values():
            if answer.model is not None:
                yield answer.model, "serialization"
        if operation.body is not None:
            yield operation.body, "validation"


def _operation(operation: Operation, refs: Refs) -> JsonSchemaValue:
    problem = refs[Problem, "serialization"]
    answers = {str(status): _answer(answer, refs) for status, answer in operation.answers.items()}
    meanings = {**EVERYWHERE, **({} if operation.scope is None else DOOR), **operation.refusals}
    refusals = {str(status): _content(meaning, (MEDIA_TYPE,), problem) for status, meaning in meanings.items()}
    described: JsonSchemaValue = {
        "operationId": operation.name,
        "summary": operation.summary,
        # By OpenAPI 3.1 the names here are the roles that a caller must have.
        "security": [] if operation.scope is None else [{SCHEME: [str(operation.scope)]}],
        "parameters": list(parameters(operation)),
        "responses": answers | refusals | {"default": _content("Any other problem.", (MEDIA_TYPE,), problem)},
    }
    if operation.body is not None:
        schema = refs[operation.body, "validation"]
        # OpenAPI has no schema of lines before 3.2.
        content = {kind: {"schema": TEXT if kind == LINES else schema} for kind in operation.takes}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _answer(answer: Answer, refs: Refs) -> JsonSchemaValue:
    if answer.model is None:
        return _content(answer.meaning, answer.texts, TEXT)
    kinds = answer.media_types[:1]
    if answer.is_lines:
        return _content(f"{answer.meaning} One JSON object a line: {answer.model.__name__}.", kinds, TEXT)
    described = _content(answer.meaning, kinds, refs[answer.model, "serialization"])
    described["content"] |= {kind: {"schema": TEXT} for kind in answer.texts}
    return described


def _content(meaning: str, media_types: Sequence[str], schema: JsonSchemaValue) -> JsonSchemaValue:
    described: JsonSchemaValue = {"description": meaning}
    if media_types:
        described["content"] = {kind: {"schema": schema} for kind in media_types}
    return described
