"""Removes what has been kept long enough: every worker asks for it now and then, and `fullmarks db prune` at once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from celery import bootsteps
from celery.worker.consumer import Consumer
from sqlalchemy.exc import DBAPIError

from store.audit import Change, record
from store.clock import now
from store.database import Database, open_database
from store.removal import remove_old
from workers.settings import WorkerSettings

log = logging.getLogger(__name__)

EVERY_S = 3600.0


def prune(database: Database, days: int) -> int:
    """Remove the submissions that came in more than so many days ago, with their reports; how many they were."""
    before = now() - timedelta(days=days)
    removed = 0
    while some := _remove_some(database, days, before=before):
        removed += some
    return removed


def _remove_some(database: Database, days: int, *, before: datetime) -> int:
    with database.writing() as connection:
        some = remove_old(connection, before)
        if some:
            record(connection, Change("submissions.prune", str(some), None, None, {"days": days}), now())
    return some


def pruner(settings: WorkerSettings) -> type[bootsteps.StartStopStep]:
    """The pruner as a step of a Celery worker: at its start and every hour, where the settings say how long things are kept."""
    # The main process forks the ones that grade, and they must not inherit an open connection.
    database = open_database(settings.database_url, keep_connections=False)

    class Pruner(bootsteps.StartStopStep):
        """Prunes as long as its worker takes messages."""

        requires = ("celery.worker.consumer.tasks:Tasks",)

        def include_if(self, parent: Consumer) -> bool:
            return settings.retention_days > 0

        def start(self, parent: Consumer) -> None:
            self._prune()
            self._timer = parent.timer
            self._entry = parent.timer.call_repeatedly(EVERY_S, self._prune)

        def stop(self, parent: Consumer) -> None:
            self._timer.cancel(self._entry)

        @staticmethod
        def _prune() -> None:
            try:
                removed = prune(database, settings.retention_days)
            except DBAPIError as error:
                log.warning("What was kept long enough could not be removed, and is tried again in an hour: %s", error)
                return
            if removed:
                log.warning("Removed %d submissions that were kept for %d days", removed, settings.retention_days)

    return Pruner
