"""A small world: a database of each kind, one published rubric, and a clock that only moves when told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, update

import store.mark_tables
import store.regrade_tables  # noqa: F401 - the same
from store.claims import Claim, claim, claim_fresh, fail, finish
from store.courses import add_course
from store.database import Database, open_database
from store.migrate import migrate
from store.outbox import mark_sent, take_overdue
from store.patience import Patience
from store.reports import StoredReport, counted_report
from store.rubrics import RubricName, RubricSource, publish
from store.settings import StoreSettings
from store.state import State
from store.submissions import HandedIn, KeyReusedError, Standing, Stored, receive, standing
from store.tables import Base, SubmissionRow

LEASE = timedelta(seconds=30)
PATIENCE = Patience(timedelta(seconds=60))
RUBRIC = RubricSource(RubricName("main", "algebra", "v1", "Algebra"), "rubric: algebra")
REPORT = StoredReport("engine 1", 1.5, 2, '{"score": 1.5}')


@dataclass
class World:
    """What happens to submissions, each step in a transaction of its own at the world's time."""

    database: Database
    now: datetime = field(default_factory=lambda: datetime(2026, 9, 1, 12, tzinfo=UTC))

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def receive(self, body: bytes = b"{}", key: str | None = None) -> str:
        (receipt,) = self.take(HandedIn("main", "algebra", "v1", body, idempotency_key=key))
        if isinstance(receipt, KeyReusedError):
            raise receipt
        return receipt.id

    def take(self, *handed_in: HandedIn) -> list[Stored]:
        with self.database.transaction() as connection:
            return receive(connection, handed_in, self.now)

    def send(self, *ids: str) -> None:
        with self.database.transaction() as connection:
            mark_sent(connection, ids, self.now, PATIENCE)

    def overdue(self, limit: int = 100) -> list[str]:
        with self.database.transaction() as connection:
            return take_overdue(connection, self.now, PATIENCE, limit)

    def claim(self, submission: str, delivery: str = "message 1") -> Claim | None:
        with self.database.transaction() as connection:
            return claim(connection, submission, delivery, self.now, LEASE)

    def claim_fresh(self, *submissions: str, delivery: str = "message 1") -> list[Claim]:
        with self.database.transaction() as connection:
            return claim_fresh(connection, submissions, delivery, self.now, LEASE)

    def finish(self, held: Claim, report: StoredReport = REPORT) -> None:
        self.finish_all((held, report))

    def finish_all(self, *done: tuple[Claim, StoredReport]) -> None:
        with self.database.transaction() as connection:
            finish(connection, done, self.now)

    def fail(self, held: Claim, cause: str) -> bool:
        with self.database.transaction() as connection:
            return fail(connection, held, cause, self.now)

    def standing(self, submission: str) -> Standing | None:
        with self.database.transaction() as connection:
            return standing(connection, submission)

    def report(self, submission: str) -> str | None:
        with self.database.transaction() as connection:
            return counted_report(connection, submission)

    def put(self, submission: str, state: State, claims: int = 0, claimed_by: str | None = None) -> None:
        """Bring a row into a state without going the way there."""
        with self.database.transaction() as connection:
            row = update(SubmissionRow).where(SubmissionRow.id == submission)
            connection.execute(
                row.values(state=state, claims=claims, claimed_by=claimed_by, lease_until=self.now + LEASE)
            )


KINDS = ("sqlite", "postgresql")


def opened(kind: str, folder: Path, request: pytest.FixtureRequest) -> Database:
    """An empty database of this kind."""
    address = "" if kind == "sqlite" else request.getfixturevalue("new_postgresql_url")()
    return open_database(StoreSettings(data=folder, database=address).database_url)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    empty = opened(request.param, tmp_path, request)
    yield empty
    empty.close()


@pytest.fixture(scope="session", params=KINDS)
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database of each kind with its tables, for all tests that only change rows."""
    database = opened(request.param, tmp_path_factory.mktemp("store"), request)
    with database.locked() as connection:
        migrate(connection)
    yield database
    database.close()


@pytest.fixture
def world(migrated: Database) -> World:
    """A database with one rubric in it and nothing else."""
    world = World(migrated)
    with migrated.locked() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(delete(table))
        add_course(connection, "main", "", world.now)
        publish(connection, "main", [RUBRIC], world.now)
    return world
