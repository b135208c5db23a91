from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

import store.migrations
from fullmarks.errors import OperatorError
from store.migrate import BASE, SCHEMA, migrate, revision, wait_until_migrated
from store.tables import Base

REVISIONS = sorted(path.name[1:5] for path in (Path(store.migrations.__file__).parent / "versions").glob("r*.py"))


def bring(database, target: str = SCHEMA) -> None:
    with database.locked() as connection:
        migrate(connection, target)


def tables(database) -> set[str]:
    with database.transaction() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def test_the_newest_revision_is_the_one_that_is_needed():
    assert REVISIONS[-1] == SCHEMA


def test_the_tables_are_those_of_the_models(database):
    bring(database)
    with database.transaction() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.parametrize("target", [BASE, *REVISIONS])
def test_every_revision_can_be_left_downwards_and_reached_again(database, target):
    bring(database)
    bring(database, target)
    with database.transaction() as connection:
        assert revision(connection) == target
    bring(database)
    assert tables(database) == set(Base.metadata.tables)


def test_going_down_to_the_ground_leaves_no_table(database):
    bring(database)
    bring(database, BASE)
    assert tables(database) == set()


def test_data_stay_where_they_are(world):
    submission = world.receive()
    bring(world.database)
    assert world.standing(submission).id == submission


def test_a_worker_goes_on_once_the_tables_are_there(database):
    bring(database)
    wait_until_migrated(database, patience_s=0)


def test_a_worker_says_what_it_waits_for(database):
    with pytest.raises(OperatorError) as refused:
        wait_until_migrated(database, patience_s=0, pause_s=0)
    assert str(refused.value) == (
        "The tables of the database are at revision base and this worker needs 0001. "
        "Start the service first: it brings them there."
    )
