"""One Celery worker: a main process that takes messages and sweeps, and the processes that grade."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from logging.config import dictConfig

from celery import Celery, Task
from celery.platforms import SecurityWarning
from celery.signals import setup_logging, worker_process_init

from store.database import open_database, reached
from store.migrate import wait_until_migrated
from workers.bounds import limit_memory
from workers.grade import Grader
from workers.log import log_config
from workers.parent import die_with
from workers.prune import pruner
from workers.queue import GRADE, REGRADE, QueueDownError, create_queue, send_regrade
from workers.regrade.regrader import Regrader
from workers.settings import WorkerSettings
from workers.shelf import Shelf
from workers.sweep import sweeper

TABLES_PATIENCE_S = 60
"""How long a worker waits for the service to bring the tables up to date."""


def create_worker_app(settings: WorkerSettings, shelf: Shelf) -> Celery:
    """The queue's application with the task and the sweeper in it."""
    app = create_queue(settings)

    class GradeTask(Task):
        """Grades the submissions of these ids."""

        name = GRADE

        @cached_property
        def grader(self) -> Grader:
            # Made when the first message comes, hence in the process that grades: connections can't be shared.
            return Grader(settings, open_database(settings.database_url), shelf)

        def run(self, ids: Sequence[str]) -> None:
            self.grader.grade(ids, delivery=self.request.id)
            self.grader.tally.hand_over(app)

    class RegradeTask(Task):
        """Does one piece of a regrade, and asks for what follows."""

        name = REGRADE

        @cached_property
        def regrader(self) -> Regrader:
            return Regrader(settings, open_database(settings.database_url), shelf)

        def run(self, regrade_id: str) -> None:
            further = self.regrader.work(regrade_id, delivery=self.request.id)
            self.regrader.tally.hand_over(app)
            # Where the broker can't be reached the sweeper asks later.
            with suppress(QueueDownError):
                send_regrade(app, regrade_id, further)

    app.register_task(GradeTask())
    app.register_task(RegradeTask())
    app.steps["consumer"].add(sweeper(settings))
    app.steps["consumer"].add(pruner(settings))
    return app


def run_worker(settings: WorkerSettings) -> int:
    """Work until told to stop by SIGTERM, then finish what is begun; the exit status.

    Raises ``OperatorError`` when there is no broker or the tables are not this version's, ``RubricError`` when this
    version can't read a rubric that is served.
    """
    shelf = Shelf()
    app = create_worker_app(settings, shelf)
    _fill(shelf, settings)
    parent = os.getpid()

    def prepare_process(**_: object) -> None:
        die_with(parent)
        limit_memory(settings.grading_memory_mb)

    def prepare_log(**_: object) -> None:
        dictConfig(log_config(settings))

    worker_process_init.connect(prepare_process, weak=False)
    setup_logging.connect(prepare_log, weak=False)
    # It warns of running as root, which only matters for messages that could hold code. Ours are JSON.
    warnings.simplefilter("ignore", SecurityWarning)
    worker = app.Worker(
        queues=[GRADE, REGRADE],
        pool="prefork",
        concurrency=settings.workers,
        loglevel="WARNING",
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return worker.exitcode or 0


def _fill(shelf: Shelf, settings: WorkerSettings) -> None:
    """Read the current rubrics before the process forks, so that all that grade share them."""
    database = open_database(settings.database_url, keep_connections=False)
    with reached():
        wait_until_migrated(database, TABLES_PATIENCE_S)
    shelf.fill(database)
