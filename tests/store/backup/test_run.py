"""A back-up made while submissions come in, and what putting it back refuses."""

import threading
from datetime import timedelta

import pytest

from fullmarks.errors import OperatorError
from store.backup.run import back_up, restore
from store.clock import now
from store.courses import add_course
from store.migrate import BASE, SCHEMA, migrate, revision
from store.rubrics import publish
from store.soundness import soundness
from store.submissions import HandedIn, receive
from store.tables import Base
from tests.store.conftest import KINDS, RUBRIC, World, opened


@pytest.fixture
def filled(database):
    """With a rubric, and nothing else."""
    with database.locked() as connection:
        migrate(connection)
        add_course(connection, "main", "", now())
        publish(connection, "main", [RUBRIC], now())
    return World(database, now())


@pytest.fixture
def other(request, tmp_path, database):
    """An empty database of the same kind."""
    kind = "sqlite" if database.engine.dialect.name == "sqlite" else "postgresql"
    empty = opened(kind, tmp_path / "other", request)
    yield empty
    empty.close()


def all_rows(database):
    with database.transaction() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(table.select()).all()))
            for table in Base.metadata.sorted_tables
        }


def test_all_rows_come_back(filled, other, tmp_path):
    for number in range(20):
        filled.receive(b"%d" % number)
    filled.send(filled.receive())
    filled.finish(filled.claim(filled.receive()))
    back_up(filled.database, tmp_path / "copy")
    assert restore(other, tmp_path / "copy", replace=False) == SCHEMA
    assert all_rows(other) == all_rows(filled.database)
    with other.transaction() as connection:
        found = soundness(connection)
    assert (found.faults, {str(state): count for state, count in found.unfinished.by_state.items()}) == (
        [],
        {"received": 20, "queued": 1},
    )
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == ["copy"]


def test_what_was_accepted_before_is_in_it_and_no_half_of_what_came_meanwhile(filled, other, tmp_path):
    """Pairs are stored by one transaction each: a copy of one moment never has one of a pair."""
    accepted: list[str] = []
    stop = threading.Event()

    def hand_in() -> None:
        while not stop.is_set():
            pair = [HandedIn("main", "algebra", "v1", b"x" * 3000) for _ in range(2)]
            with filled.database.transaction() as connection:
                stored = receive(connection, pair, now())
            accepted.extend(receipt.id for receipt in stored)

    writers = [threading.Thread(target=hand_in) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        while len(accepted) < 100:
            pass
        before = list(accepted)
        back_up(filled.database, tmp_path / "copy")
        during = len(accepted) - len(before)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    restore(other, tmp_path / "copy", replace=False)
    with other.transaction() as connection:
        restored = set(connection.exec_driver_sql("SELECT id FROM submissions").scalars())
        assert soundness(connection).faults == []
    assert set(before) <= restored <= set(accepted)
    assert len(restored) % 2 == 0
    assert during > 0, "nobody handed in during the back-up"


def test_what_is_there_is_not_lost_unless_that_is_meant(filled, other, tmp_path):
    back_up(filled.database, tmp_path / "copy")
    restore(other, tmp_path / "copy", replace=False)
    with other.transaction() as connection:
        receive(connection, [HandedIn("main", "algebra", "v1", b"later")], now())
    with pytest.raises(OperatorError, match=r"there are rows in audit, rubrics, submissions\. .* --replace"):
        restore(other, tmp_path / "copy", replace=False)
    restore(other, tmp_path / "copy", replace=True)
    assert all_rows(other) == all_rows(filled.database)


def test_an_older_backup_takes_the_place_of_newer_tables(database, other, tmp_path):
    with database.locked() as connection:
        migrate(connection, "0002")
    back_up(database, tmp_path / "copy")
    with other.locked() as connection:
        migrate(connection)
    assert restore(other, tmp_path / "copy", replace=True) == "0002"
    with other.locked() as connection:
        migrate(connection)
        assert revision(connection) == SCHEMA


def test_what_fails_changes_nothing(filled, other, tmp_path):
    filled.receive(b"x" * 100_000)
    back_up(filled.database, tmp_path / "copy")
    whole = (tmp_path / "copy").read_bytes()
    restore(other, tmp_path / "copy", replace=False)
    before = all_rows(other)
    for broken in (whole[: len(whole) // 2], whole[:100] + bytes(200) + whole[300:]):
        (tmp_path / "broken").write_bytes(broken)
        with pytest.raises(OperatorError):
            restore(other, tmp_path / "broken", replace=True)
        assert all_rows(other) == before


@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(b"nothing", "is no back-up: neither", id="something else"),
        pytest.param(b"", "is no back-up: neither", id="empty"),
    ],
)
def test_what_is_no_backup(database, tmp_path, content, sentence):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(OperatorError, match=sentence):
        restore(database, tmp_path / "file", replace=True)


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_is_not_restored_in_another(request, tmp_path, kind):
    databases = {one: opened(one, tmp_path / one, request) for one in KINDS}
    source = databases.pop(kind)
    with source.locked() as connection:
        migrate(connection)
    back_up(source, tmp_path / "copy")
    (target,) = databases.values()
    with pytest.raises(OperatorError, match="cannot be restored in the other"):
        restore(target, tmp_path / "copy", replace=True)
    source.close()
    target.close()


def test_a_database_of_a_newer_program(filled, other, tmp_path):
    with filled.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    back_up(filled.database, tmp_path / "copy")
    with pytest.raises(OperatorError, match="at revision 9999, and this program knows"):
        restore(other, tmp_path / "copy", replace=False)
    with other.transaction() as connection:
        assert revision(connection) == BASE


def test_nothing_is_written_over(filled, tmp_path):
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(OperatorError, match="is there already"):
        back_up(filled.database, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"


def test_no_tables_no_backup(database, tmp_path):
    with pytest.raises(OperatorError, match="no tables yet"):
        back_up(database, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_without_its_programs_postgresql_says_what_to_install(request, tmp_path, monkeypatch):
    database = opened("postgresql", tmp_path, request)
    with database.locked() as connection:
        migrate(connection)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OperatorError, match="pg_dump, which is not on the PATH"):
        back_up(database, tmp_path / "copy")
    database.close()


def test_the_oldest_that_waits(filled):
    filled.receive()
    filled.later(60)
    filled.receive()
    with filled.database.transaction() as connection:
        waiting = soundness(connection).unfinished
    assert waiting.oldest == filled.now - timedelta(seconds=60)
    assert sum(waiting.by_state.values()) == 2
