import stat
from contextlib import suppress

import pytest
from sqlalchemy import inspect

from store.database import open_database
from store.settings import StoreSettings


@pytest.fixture
def sqlite(tmp_path):
    database = open_database(StoreSettings(data=tmp_path / "data").database_url)
    yield database
    database.close()


@pytest.mark.parametrize(
    "pragma, value",
    [
        pytest.param("journal_mode", "wal", id="readers do not wait for a writer"),
        pytest.param("synchronous", 2, id="what is committed survives a power cut"),
        pytest.param("foreign_keys", 1, id="no report without its submission"),
        pytest.param("busy_timeout", 10_000, id="a writer waits for another"),
    ],
)
def test_how_a_sqlite_file_is_used(sqlite, pragma, value):
    with sqlite.transaction() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_nobody_else_reads_the_data_folder(sqlite, tmp_path):
    with sqlite.transaction() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def fail(connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
    raise ZeroDivisionError


def test_a_folder_may_have_any_name(tmp_path):
    database = open_database(StoreSettings(data=tmp_path / "marks & sheets, 100%? #7").database_url)
    with database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE things (name TEXT)")
    database.close()
    assert (tmp_path / "marks & sheets, 100%? #7" / "fullmarks.sqlite3").exists()


def test_a_transaction_that_fails_leaves_nothing(database):
    with database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE things (name TEXT)")
    with suppress(ZeroDivisionError), database.transaction() as connection:
        fail(connection, "INSERT INTO things VALUES ('a')")
    with database.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM things").scalar() == 0


def test_tables_are_changed_wholly_or_not_at_all(database):
    with suppress(ZeroDivisionError), database.locked() as connection:
        fail(connection, "CREATE TABLE things (name TEXT)")
    with database.transaction() as connection:
        assert inspect(connection).get_table_names() == []
