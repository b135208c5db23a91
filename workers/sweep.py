"""The sweeper: sends again what was lost between the store, the queue and a worker.

Every worker runs one, in its main process and between two messages: one statement on an index of the unfinished rows.
Of several sweepers each row goes to one. There is nothing else to start, and where no worker runs none is needed.
"""

from __future__ import annotations

import logging
from pathlib import Path

from celery import Celery, bootsteps
from celery.worker.consumer import Consumer
from sqlalchemy.exc import DBAPIError

from store.clock import now
from store.database import Database, open_database
from store.outbox import take_overdue
from store.patience import Patience
from store.pieces import take_overdue_pieces
from store.regrades import PHASES
from workers.queue import QueueDownError, send, send_regrade
from workers.settings import WorkerSettings

log = logging.getLogger(__name__)

ROWS_A_SWEEP = 1_000


def sweep(database: Database, app: Celery, patience: Patience) -> int:
    """Queue again every unfinished submission whose lease ran out; how many there were, at most a thousand. So with regrades.

    Raises ``QueueDownError`` when the broker can't be reached: the rows then wait for a later sweep.
    """
    with database.transaction() as connection:
        ids = take_overdue(connection, now(), patience, ROWS_A_SWEEP)
        regrades = take_overdue_pieces(connection, PHASES, now(), patience.first)
    send(app, ids)
    for regrade_id, messages in regrades.items():
        send_regrade(app, regrade_id, messages)
    return len(ids)


def sweeper(settings: WorkerSettings) -> type[bootsteps.StartStopStep]:
    """The sweeper as a step of a Celery worker: at its start, after each lost connection, and every few seconds."""
    # The main process forks the ones that grade, and they must not inherit an open connection.
    database = open_database(settings.database_url, keep_connections=False)

    class Sweeper(bootsteps.StartStopStep):
        """Sweeps as long as its worker takes messages."""

        requires = ("celery.worker.consumer.tasks:Tasks",)

        def start(self, parent: Consumer) -> None:
            self._sweep(parent.app)
            self._timer = parent.timer
            self._entry = parent.timer.call_repeatedly(settings.sweep_every_s, self._sweep, (parent.app,))

        def stop(self, parent: Consumer) -> None:
            self._timer.cancel(self._entry)

        @staticmethod
        def _sweep(app: Celery) -> None:
            try:
                found = sweep(database, app, settings.patience)
            except (QueueDownError, DBAPIError) as error:
                log.warning("The sweep failed and comes again in %g s: %s", settings.sweep_every_s, error)
                return
            if settings.alive_file:
                Path(settings.alive_file).touch()
            if found:
                log.warning("Queued %d submissions again", found)

    return Sweeper
