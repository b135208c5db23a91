"""A small world: `fullmarks serve` as a user starts it, with what it brings or with real servers, and a client for it.

Every answer that the client gets is held against the service's own OpenAPI document.
"""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy.exc import OperationalError

from benchmarks.processes import CHILDREN, command_of, descendants, parent_of
from fullmarks.rubric.load import load_rubric_text
from service.app import OPERATIONS
from service.headers import HEADERS
from service.openapi import openapi
from service.settings import ServiceSettings
from store.clock import now
from store.database import open_database
from store.rubrics import RubricName, RubricSource, publish
from tests.service.people import World, peopled

ROOT = Path(__file__).parents[2]
RUBRICS = Path(__file__).with_name("rubrics")
FULLMARKS = Path(sys.executable).with_name("fullmarks")
DOCUMENT = openapi(OPERATIONS)

# What is lost is found again within seconds, so that the tests need not wait for it.
IMPATIENT = {
    "FULLMARKS_GRADING_SOFT_S": "3",
    "FULLMARKS_GRADING_HARD_S": "3",
    "FULLMARKS_REQUEUE_AFTER_S": "2",
    "FULLMARKS_SWEEP_EVERY_S": "0.5",
}


def chat_of(messages: int) -> Mapping[str, object]:
    """A submission that takes about four milliseconds a message to grade."""
    said = [f"1a. The product is $(x+{number})^{{30}} - (x-{number})^{{30}}$." for number in range(messages)]
    return {"messages": [{"role": "assistant", "content": text} for text in said]}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def data(self):
        return json.loads(self.content)

    @property
    def told(self) -> tuple[int, str, str | None]:
        """A problem as the tables have it: status, code, and the place of the first mistake."""
        errors = self.data["errors"]
        code = self.data["type"].removeprefix("urn:fullmarks:problem:").replace("-", "_")
        return self.status, code, errors[0]["where"] if errors else None


def declared(method: str, path: str) -> Mapping[str, object] | None:
    """The responses that the OpenAPI document declares for a request; None where it knows of none."""
    for template, operations in DOCUMENT["paths"].items():
        if method == "HEAD":
            method = "GET"
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in operations:
            return operations[method.lower()]["responses"]
    return None


def assert_as_declared(method: str, path: str, answer: Answer) -> None:
    """The status, the media type and the body are as the OpenAPI document says."""
    responses = declared(method, path) or {}
    assert HEADERS.keys() <= answer.headers.keys()
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    content = responses.get(str(answer.status), responses.get("default", problem)).get("content")
    if content is None or method in {"HEAD", "OPTIONS"}:
        assert answer.content == b""
        return
    kind = answer.headers["Content-Type"].removesuffix("; charset=utf-8")
    assert answer.status < 400 or kind == "application/problem+json"
    schema = {**content[kind]["schema"], "components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(answer.data if kind.endswith("json") else answer.content.decode())


@dataclass(frozen=True)
class Client:
    """A client of the service at an address."""

    url: str

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def ask(
        self, method: str, path: str, content: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        with closing(http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)) as connection:
            connection.request(method, path, content, headers or {})
            response = connection.getresponse()
            answer = Answer(response.status, dict(response.getheaders()), response.read())
        if path != "/v1/openapi.json":
            assert_as_declared(method, urlsplit(path).path, answer)
        return answer

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, content: bytes, wait: float = 0, **headers: str) -> Answer:
        """Post a body as it is; ``idempotency_key`` and the like are headers."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        query = f"?wait={wait}" if wait else ""
        return self.ask("POST", f"/v1/submissions{query}", content, {"Content-Type": "application/json", **sent})

    def hand_in(self, **body: object) -> str:
        """The id of a submission that must be taken."""
        answer = self.post(json.dumps({"rubric": "algebra", **body}).encode())
        assert answer.status == 202, answer.data
        return answer.data["id"]

    def state(self, submission: str) -> str:
        return self.get(f"/v1/submissions/{submission}").data["state"]


@dataclass(frozen=True)
class Service(Client):
    """A running service: its supervisor, and where it keeps what it has."""

    process: subprocess.Popen
    settings: ServiceSettings = field(repr=False)

    def children(self) -> Mapping[str, int]:
        """Process id by what a child of the supervisor is."""
        found = {}
        for process in descendants(self.process.pid):
            name = next((name for name, word in CHILDREN.items() if word in command_of(process)), None)
            if name is not None and parent_of(process) == self.process.pid:
                found[name] = process
        return found

    def kill(self, name: str) -> None:
        """What no program can prepare for."""
        os.kill(self.children()[name], signal.SIGKILL)

    def kill_whole(self, name: str) -> None:
        """With every process below it: none of them ends what it began."""
        process = self.children()[name]
        for one in [process, *descendants(process)]:
            os.kill(one, signal.SIGKILL)

    def kill_graders(self) -> None:
        """The worker's processes, and not the worker."""
        for process in descendants(self.children()["worker"]):
            os.kill(process, signal.SIGKILL)

    def claims(self, submission: str) -> int:
        """How many times its grading has begun."""
        ((claims,),) = self.rows(f"SELECT claims FROM submissions WHERE id = '{submission}'")
        return claims

    @contextmanager
    def worker_stopped(self) -> Iterator[None]:
        """Nothing is graded meanwhile."""
        worker = self.children()["worker"]
        os.killpg(worker, signal.SIGSTOP)
        try:
            while not self.takes_writes():
                # It was stopped in the middle of a transaction: let it finish that one.
                os.killpg(worker, signal.SIGCONT)
                time.sleep(0.05)
                os.killpg(worker, signal.SIGSTOP)
            yield
        finally:
            os.killpg(worker, signal.SIGCONT)

    def takes_writes(self) -> bool:
        database = open_database(self.settings.database_url)
        try:
            with database.locked():
                return True
        except OperationalError:
            return False
        finally:
            database.close()

    def processes(self) -> list[int]:
        """The supervisor and all below it."""
        return [self.process.pid, *descendants(self.process.pid)]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """As an operator does; the exit status."""
        self.process.send_signal(number)
        return self.process.wait(60)

    def rows(self, query: str) -> list[tuple]:
        database = open_database(self.settings.database_url)
        with database.transaction() as connection:
            rows = [tuple(row) for row in connection.exec_driver_sql(query)]
        database.close()
        return rows


@contextmanager
def running(data: Path, environment: Mapping[str, str], *options: str) -> Iterator[Service]:
    """`fullmarks serve` on a free port, until the end of the block."""
    command = [FULLMARKS, "serve", "--port", "0", "--data", data, "--rubrics", RUBRICS, "--workers", "2", *options]
    with subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline()
        assert line.startswith("Fullmarks is at http://127.0.0.1:"), "the service did not start"
        given = dict(zip(options[::2], options[1::2], strict=True))
        settings = ServiceSettings(data=data, database=given.get("--database", ""), broker=given.get("--broker", ""))
        try:
            yield Service(line.split()[3], process, settings)
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def fullmarks() -> Path:
    """The program."""
    return FULLMARKS


@pytest.fixture(scope="session")
def rubrics() -> Path:
    """The folder with the small rubric that is served."""
    return RUBRICS


@pytest.fixture
def worker_stopped(service: Service) -> Iterator[None]:
    """The shared service grades nothing during this test."""
    with service.worker_stopped():
        yield


@pytest.fixture(scope="session")
def long_chat() -> Callable[[int], Mapping[str, object]]:
    """A submission that takes a while to grade, by its number of messages."""
    return chat_of


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Service]]:
    """Start a service of this test's own; what is lost in it is soon found again."""
    with ExitStack() as started:
        yield lambda: started.enter_context(running(tmp_path, IMPATIENT))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A service that asks for keys, in this process and without a broker, with a graded submission of Ann's."""
    with peopled(tmp_path) as people:
        yield people


@pytest.fixture
def start_with(tmp_path: Path) -> Iterator[Callable[..., Service]]:
    """Start a service of this test's own with these options."""
    with ExitStack() as started:
        yield lambda *options: started.enter_context(running(tmp_path, IMPATIENT, *options))


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that is shared by tests which leave it as they found it."""
    with running(tmp_path_factory.mktemp("data"), {}) as started:
        yield started


@pytest.fixture(scope="session", params=["embedded", "production"])
def impatient(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service whose parts may be killed: with SQLite and its own Valkey, and with a real PostgreSQL and Redis."""
    options = ()
    if request.param == "production":
        address = request.getfixturevalue("new_postgresql_url")()
        options = ("--database", address, "--broker", request.getfixturevalue("redis_url"))
    with running(tmp_path_factory.mktemp("data"), IMPATIENT, *options) as started:
        yield started


AS_JSON = {"Content-Type": "application/json"}
A_RUBRIC = """rubric: {name}
symbols: {{n: positive integer, x: real}}
parts:
  1:
    items:
      sum: {{symbolic: '{key}', points: 2{more}}}
"""


class Course:
    """A rubric of a test's own in a running service, and what is done with it."""

    def __init__(self, service: Client, name: str, wait_until: Callable) -> None:
        self.service, self.name, self.wait_until = service, name, wait_until

    def publish(self, key: str, more: str = "") -> str:
        text = A_RUBRIC.format(name=self.name, key=key, more=more)
        rubric = load_rubric_text(text, file=self.name)
        database = open_database(self.service.settings.database_url)
        folder = RUBRICS / "algebra.yaml"
        algebra = load_rubric_text(folder.read_text("utf-8"), file="algebra")
        with database.locked() as connection:
            sources = [
                RubricSource(RubricName("main", self.name, rubric.version, ""), text),
                RubricSource(RubricName("main", "algebra", algebra.version, "Algebra"), folder.read_text("utf-8")),
            ]
            publish(connection, "main", sources, now())
        database.close()
        return rubric.version

    def ask(self, method: str, path: str, **body: object):
        return self.service.ask(method, path, json.dumps(body).encode(), AS_JSON)

    def hand_in(self, answer: str) -> str:
        body = json.dumps({"rubric": self.name, "answers": {"1.sum": answer}}).encode()
        submission = self.service.post(body).data["id"]
        self.wait_until(lambda: self.service.state(submission) == "graded")
        return submission

    def score(self, submission: str) -> tuple[float, str]:
        report = self.service.get(f"/v1/submissions/{submission}/report").data
        state = self.service.get(f"/v1/submissions/{submission}").data
        assert state["score"] == report["score"]
        return report["score"], report["parts"][0]["attempts"][0]["items"][0]["verdict"]

    def regrade(self, until: str, **asked: object) -> str:
        regrade = self.ask("POST", "/v1/regrades", rubric=self.name, **asked).data["id"]
        self.wait(regrade, until)
        return regrade

    def wait(self, regrade: str, until: str) -> None:
        self.wait_until(lambda: self.service.get(f"/v1/regrades/{regrade}").data["state"] in {until, "failed"})
        found = self.service.get(f"/v1/regrades/{regrade}").data
        assert found["state"] == until, found["cause"]


@pytest.fixture
def course_in(request: pytest.FixtureRequest, wait_until: Callable) -> Callable[[Service], Course]:
    """A rubric of this test's own in a service."""
    return lambda service: Course(service, f"c{abs(hash(request.node.name)):x}", wait_until)
