"""What the service can do, one record an operation: the routes and the OpenAPI document are both made from these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from store.scope import Scope


@dataclass(frozen=True, slots=True)
class Answer:
    """One status that an operation answers with, what it means, and the model of its body."""

    meaning: str
    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler returns: a status that its operation declares, with that status's model or the JSON of one.

    JSON that may be long is given in pieces, which are sent as they come.
    """

    body: BaseModel | str | Iterator[bytes]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path, written as Flask writes it.

    ``scope`` is the least that a key must have. Nothing said, only staff come in; None asks nobody for a key. The handler
    learns who asks from ``service.caller.caller``, and names that course in every query.
    ``query`` and ``headers`` are models of what the handler gets as its ``query`` and ``headers``. ``body`` only
    describes: a submission is read by the engine, which names each mistake's place in the characters as they came.
    ``refusals`` says what each status of a problem means here.
    """

    name: str
    method: str
    path: str
    summary: str
    handler: Callable[..., Reply]
    answers: Mapping[int, Answer]
    refusals: Mapping[int, str] = field(default_factory=dict)
    scope: Scope | None = Scope.STAFF
    query: type[BaseModel] | None = None
    headers: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
