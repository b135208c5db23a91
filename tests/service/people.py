"""A service that asks for keys, and people who have one: what the tests of access have in common."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from flask.testing import FlaskClient

from service.app import create_app
from service.settings import ServiceSettings
from store.clock import now
from store.courses import add_course
from store.database import Database, open_database
from store.keys import NewKey, add_key, revoke
from store.scope import Scope
from workers.grade import Grader
from workers.shelf import Shelf

KEY = "7919 q"
"""The key of the only item, which no student may see."""
NOTE = "a note that is for staff"
ANSWER = "104729 q"
"""Ann's, which Bob and the stranger may not see."""
RUBRIC = f"""
rubric: secrets
title: Secrets
symbols: {{q: real}}
parts:
  1:
    title: A secret
    items:
      it:
        symbolic: {KEY}
        known: [{{answer: {ANSWER}, points: 0, note: {NOTE}}}]
        tests: [{{answer: {KEY}, verdict: correct}}, {{answer: {ANSWER}, verdict: incorrect}}]
"""
LATE = f"""
rubric: late
title: Late
symbols: {{q: real}}
late: {{cost: 50%, after: '2020-01-01T00:00:00Z'}}
parts: {{1: {{items: {{it: {{symbolic: {KEY}}}}}}}}}
"""
LATER = f"""
rubric: later
title: Later
symbols: {{q: real}}
late: {{cost: 50%, after: '2099-01-01T00:00:00Z'}}
release: {{verdicts: after due, keys: after due}}
parts: {{1: {{items: {{it: {{symbolic: {KEY}}}}}}}}}
"""
PEOPLE = ("nobody", "revoked", "expired", "submit", "bob", "stranger", "ann", "staff", "admin")
YAML = {"Content-Type": "application/yaml"}


@dataclass(frozen=True)
class Request:
    """What is asked for; ``{ann}`` stands for Ann's submission, ``{key}`` for Bob's key, ``{version}`` for the rubric's."""

    method: str
    path: str
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class World:
    """A service that asks for keys, with a graded submission of Ann's."""

    client: FlaskClient
    keys: Mapping[str, str]
    names: dict[str, str]
    settings: ServiceSettings
    database: Database

    def ask(self, person: str, request: Request, **headers: str):
        """What a person gets."""
        key = self.keys.get(person)
        shown = {"Authorization": f"Bearer {key}"} if key else {}
        said = request.body if isinstance(request.body, str) else json.dumps(request.body)
        kind = {} if isinstance(request.body, str) else {"Content-Type": "application/json"}
        body = {"data": said.replace("{ann}", self.names.get("ann", ""))}
        return self.client.open(
            request.path.format(**self.names),
            method=request.method,
            headers={**shown, **kind, **request.headers, **headers},
            **(body if request.body is not None else {}),
        )

    def grade(self, submission: str) -> None:
        """As a worker does."""
        Grader(self.settings, self.database, Shelf()).grade([submission], "a message")

    def hand_in(self, person: str, answer: str, rubric: str = "secrets", **said: object) -> str:
        """The id of a graded submission."""
        body = {"rubric": rubric, "answers": {"1.it": answer}, **said}
        handed_in = self.ask(person, Request("POST", "/v1/submissions", body)).json["id"]
        self.grade(handed_in)
        return handed_in


@contextmanager
def peopled(folder: Path, **settings: object) -> Iterator[World]:
    """The service with everybody's key."""
    rubrics = folder / "rubrics"
    rubrics.mkdir()
    (rubrics / "secrets.yaml").write_text(RUBRIC, "utf-8")
    (rubrics / "late.yaml").write_text(LATE, "utf-8")
    (rubrics / "later.yaml").write_text(LATER, "utf-8")
    broker = f"redis+socket://{folder}/nothing"
    chosen = ServiceSettings(
        **{"data": folder, "rubrics": rubrics, "broker": broker, "access": "keys", "rate": "", **settings}
    )
    client = create_app(chosen).test_client()
    database = open_database(chosen.database_url)
    wanted = {
        "revoked": NewKey(Scope.ADMIN, None),
        "expired": NewKey(Scope.ADMIN, None, expires_at=now() - timedelta(seconds=1)),
        "submit": NewKey(Scope.SUBMIT, "main"),
        "bob": NewKey(Scope.STUDENT, "main", "bob"),
        "stranger": NewKey(Scope.STAFF, "physics"),
        "ann": NewKey(Scope.STUDENT, "main", "ann"),
        "staff": NewKey(Scope.STAFF, "main"),
        "admin": NewKey(Scope.ADMIN, None),
    }
    with database.writing() as connection:
        add_course(connection, "physics", "", now())
        made = {person: add_key(connection, key, now()) for person, key in wanted.items()}
        revoke(connection, made["revoked"].id, now())
    keys = {person: shown.text for person, shown in made.items()}
    world = World(client, keys, {"key": made["bob"].id}, chosen, database)
    served = world.ask("staff", Request("GET", "/v1/rubrics")).json["rubrics"]
    world.names["version"] = next(one["version"] for one in served if one["id"] == "secrets")
    world.names["ann"] = world.hand_in("ann", ANSWER)
    yield world
    database.close()
