"""Makes an operation answer at its address: parameters in, the declared model out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from http import HTTPStatus
from typing import TypeVar

from flask import Flask, Response, request
from pydantic import BaseModel
from werkzeug.exceptions import NotAcceptable

from service.caller import remember
from service.desk import desk
from service.door import let_in
from service.operation import JSON, Operation, Reply

ETAG_DIGITS = 32
Parameters = TypeVar("Parameters", bound=BaseModel)


def install(app: Flask, operations: Iterable[Operation]) -> None:
    """Route each operation's method and path to its handler."""
    for operation in operations:
        app.add_url_rule(
            operation.path, operation.name, _view, methods=[operation.method], defaults={"operation": operation}
        )


def _view(operation: Operation, **arguments: object) -> Response:
    if operation.scope is not None:
        remember(let_in(desk(), operation.scope))
    _refuse_what_cannot_be_read(operation)
    if operation.query is not None:
        arguments["query"] = operation.query.model_validate(request.args.to_dict())
    if operation.headers is not None:
        arguments["headers"] = _headers(operation.headers)
    return _response(operation, operation.handler(**arguments))


def _headers(model: type[Parameters]) -> Parameters:
    """Those of the request's headers that the model names by its aliases."""
    names = [field.alias for field in model.model_fields.values() if field.alias]
    return model.model_validate({name: request.headers[name] for name in names if name in request.headers})


def _response(operation: Operation, reply: Reply) -> Response:
    """A handler may answer as its operation declares and in no other way: the document must stay true."""
    declared = operation.answers.get(reply.status)
    if declared is None:
        raise TypeError(f"{operation.name} answered {reply.status}, which it does not declare")
    if reply.body is None and declared.model is None:
        response = Response(None, reply.status)
        del response.headers["Content-Type"]
    elif isinstance(reply.body, BaseModel):
        if declared.model is None or not isinstance(reply.body, declared.model):
            raise TypeError(f"{operation.name} answered {reply.status} with {type(reply.body).__name__}")
        response = Response(reply.body.model_dump_json(by_alias=True), reply.status, content_type=JSON)
    elif reply.media_type in declared.media_types:
        # JSON is UTF-8 by definition; of a text it must be said.
        suffix = "" if reply.media_type.endswith("json") else "; charset=utf-8"
        response = Response(reply.body, reply.status, content_type=f"{reply.media_type}{suffix}")
    else:
        raise TypeError(f"{operation.name} answered {reply.status} with {reply.media_type}")
    response.headers.update(reply.headers)
    if HTTPStatus.NOT_MODIFIED in operation.answers and reply.status == HTTPStatus.OK:
        if "ETag" not in response.headers:
            response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:ETAG_DIGITS])
        response.make_conditional(request)
    return response


def _refuse_what_cannot_be_read(operation: Operation) -> None:
    """Raises ``NotAcceptable`` where the client reads nothing of what this operation can answer with."""
    offered = {kind for answer in operation.answers.values() for kind in answer.media_types}
    if offered and request.accept_mimetypes and not request.accept_mimetypes.best_match(offered):
        raise NotAcceptable
