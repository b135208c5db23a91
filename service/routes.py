"""Makes an operation answer at its address: parameters in, the declared model out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from flask import Flask, Response, request
from pydantic import BaseModel

from service.caller import remember
from service.desk import desk
from service.door import let_in
from service.operation import Operation, Reply

JSON = "application/json"
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
    text: str | Iterator[bytes]
    if isinstance(reply.body, str | Iterator):
        text = reply.body
    elif isinstance(reply.body, declared.model):
        text = reply.body.model_dump_json(by_alias=True)
    else:
        raise TypeError(f"{operation.name} answered {reply.status} with {type(reply.body).__name__}")
    return Response(text, reply.status, headers=dict(reply.headers), content_type=JSON)
