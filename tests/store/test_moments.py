from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from store.moments import Moment

BERLIN = timezone(timedelta(hours=2))


@pytest.fixture
def stored(database):
    """What comes back of a moment that is stored."""
    table = Table("moments", MetaData(), Column("at", Moment))

    def store(moment: datetime | None) -> datetime | None:
        with database.transaction() as connection:
            table.create(connection, checkfirst=True)
            connection.execute(insert(table).values(at=moment))
            return connection.scalar(select(table.c.at))

    return store


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(datetime(2026, 9, 1, 12, 0, 0, 1, tzinfo=UTC), id="to the microsecond"),
        pytest.param(datetime(2026, 9, 1, 14, tzinfo=BERLIN), id="in another zone"),
        pytest.param(None, id="none"),
    ],
)
def test_a_moment_stays_the_same(stored, moment):
    assert (back := stored(moment)) == moment
    assert back is None or back.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(stored):
    with pytest.raises(StatementError) as refused:
        stored(datetime(2026, 9, 1, 12))  # noqa: DTZ001
    assert str(refused.value.orig) == "The moment 2026-09-01 12:00:00 has no time zone."
