"""Whether a database is as it should be, and what in it still waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from store.migrate import SCHEMA, revision
from store.reports import REPORT_THAT_COUNTS
from store.state import State
from store.tables import UNFINISHED, ReportRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Submissions that are neither graded nor failed: how many in each state, and when the oldest came."""

    by_state: Mapping[State, int]
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was found; the rest is only looked at where the tables have this version's shape."""

    revision: str
    faults: Sequence[str]
    """What must not be, in sentences."""
    unfinished: Unfinished
    failed: int


def unfinished(connection: Connection) -> Unfinished:
    """By the index of the unfinished rows: it costs what waits, not what was ever graded."""
    row = SubmissionRow
    query = select(row.state, func.count(), func.min(row.received_at)).where(UNFINISHED).group_by(row.state)
    found = connection.execute(query).all()
    return Unfinished({state: count for state, count, _ in found}, min((came for _, _, came in found), default=None))


def soundness(connection: Connection) -> Soundness:
    """Look through the whole database: it takes as long as reading all of it."""
    at = revision(connection)
    faults = [f"{what}." for what in _damage(connection)]
    if at != SCHEMA:
        faults.append(f"The tables are at revision {at}, and this program needs {SCHEMA}: `fullmarks db migrate`.")
        return Soundness(at, faults, Unfinished({}, None), 0)
    row = SubmissionRow
    without = connection.scalar(
        select(func.count())
        .select_from(row)
        .outerjoin(ReportRow, REPORT_THAT_COUNTS)
        .where(and_(row.state == State.GRADED, ReportRow.submission_id.is_(None)))
    )
    if without:
        faults.append(f"{without:,} submissions are graded and have no report that counts.")
    failed = connection.scalar(select(func.count()).where(row.state == State.FAILED)) or 0
    return Soundness(at, faults, unfinished(connection), failed)


def _damage(connection: Connection) -> list[str]:
    """What SQLite finds in its file; PostgreSQL looks after its own."""
    if connection.dialect.name != "sqlite":
        return []
    said = [str(line) for line in connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars()]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [line for line in said if line != "ok"] + ([f"{len(broken)} rows point at none"] if broken else [])
