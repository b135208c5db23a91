from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

import store.migrations
from fullmarks.errors import OperatorError
from store.migrate import BASE, SCHEMA, migrate, revision, wait_until_migrated
from store.reports import counted_report
from store.rubrics import current_rubrics
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


FIRST_ROWS = (
    "INSERT INTO rubrics VALUES ('algebra', 'v1', 'Algebra', 'rubric: algebra', TRUE, '2026-09-01 12:00:00')",
    """INSERT INTO submissions VALUES ('0123456789abcdefghjkmnpqrs', 'algebra', 'v1', 'engine 1', 'graded', 'ada', NULL,
       '{}', 'key', '2026-09-01 12:00:00', '2026-09-01 12:00:01', '2026-09-01 12:00:01', 1, 1, 'message', NULL)""",
    """INSERT INTO reports VALUES ('0123456789abcdefghjkmnpqrs', 'v1', 'engine 1', 1.5, 2, '{"score": 1.5}',
       '2026-09-01 12:00:01')""",
)


def test_what_the_first_tables_held_is_in_the_newest_and_comes_back_down(database):
    bring(database, "0001")
    with database.transaction() as connection:
        for statement in FIRST_ROWS:
            connection.execute(text(statement))
    bring(database)
    with database.transaction() as connection:
        assert connection.execute(text("SELECT course_id, student FROM submissions")).one() == ("main", "ada")
        assert counted_report(connection, "0123456789abcdefghjkmnpqrs") == '{"score": 1.5}'
        assert [name.course for name in current_rubrics(connection, "main")] == ["main"]
    bring(database, "0001")
    with database.transaction() as connection:
        for table in ("rubrics", "submissions", "reports"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1


def test_a_worker_goes_on_once_the_tables_are_there(database):
    bring(database)
    wait_until_migrated(database, patience_s=0)


def test_a_worker_says_what_it_waits_for(database):
    with pytest.raises(OperatorError) as refused:
        wait_until_migrated(database, patience_s=0, pause_s=0)
    assert str(refused.value) == (
        f"The tables of the database are at revision base and this worker needs {SCHEMA}. "
        "Start the service first: it brings them there."
    )
