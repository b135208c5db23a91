"""A small world: a database file, one small rubric published in it, and submissions to it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import redis

from fullmarks import load_rubric
from fullmarks.rubric.model import Rubric
from store.clock import now
from store.database import Database, open_database
from store.migrate import migrate
from store.reports import counted_report
from store.rubrics import RubricName, RubricSource, publish
from store.submissions import HandedIn, Standing, receive, standing
from workers.settings import WorkerSettings

ALGEBRA = Path(__file__).parents[1] / "service" / "rubrics" / "algebra.yaml"


@dataclass(frozen=True)
class World:
    settings: WorkerSettings
    database: Database
    rubric: Rubric

    def receive(self, **body: object) -> str:
        """Hand in a submission to the rubric."""
        return self.receive_bytes(json.dumps({"rubric": "algebra", **body}).encode())

    def receive_bytes(self, body: bytes, version: str | None = None) -> str:
        handed_in = HandedIn("main", "algebra", version or self.rubric.version, body)
        with self.database.transaction() as connection:
            (receipt,) = receive(connection, [handed_in], now())
        return receipt.id

    def publish(self, version: str, text: str) -> None:
        with self.database.locked() as connection:
            publish(connection, "main", [RubricSource(RubricName("main", "algebra", version, "Algebra"), text)], now())

    def standing(self, submission: str) -> Standing:
        with self.database.transaction() as connection:
            return standing(connection, submission)

    def report(self, submission: str) -> str | None:
        with self.database.transaction() as connection:
            return counted_report(connection, submission)


@pytest.fixture(scope="session")
def algebra() -> Rubric:
    return load_rubric(ALGEBRA)


@pytest.fixture
def world(tmp_path: Path, algebra: Rubric) -> Iterator[World]:
    settings = WorkerSettings(data=tmp_path, broker="redis+socket:///nowhere")
    database = open_database(settings.database_url)
    with database.locked() as connection:
        migrate(connection)
    world = World(settings, database, algebra)
    world.publish(algebra.version, ALGEBRA.read_text("utf-8"))
    yield world
    database.close()


@pytest.fixture
def broker_url(redis_url: str) -> str:
    """A database of the Redis server that no service of other tests listens to."""
    return f"{redis_url}?virtual_host=1"


@pytest.fixture
def broker(redis_url: str) -> Iterator[redis.Redis]:
    """What is in it: nothing, at first."""
    with redis.Redis(unix_socket_path=redis_url.removeprefix("redis+socket://"), db=1) as client:
        client.flushdb()
        yield client
