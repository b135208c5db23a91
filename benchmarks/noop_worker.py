"""``python -m benchmarks.noop_worker BROKER PROCESSES``: a Celery worker whose one task does nothing.

It is set up as ours is (prefork, late acknowledgement, prefetch 1, no results, no gossip), and works on a queue of its
own: what Celery and the broker cost by themselves.
"""

import sys
import warnings

from celery import Celery
from celery.platforms import SecurityWarning

from workers.queue import create_queue
from workers.settings import WorkerSettings

NOOP = "noop"


def create_noop(broker_url: str) -> Celery:
    """Our own queue's settings, with another queue and a task that does nothing."""
    app = create_queue(WorkerSettings(broker=broker_url))
    app.conf.task_default_queue = NOOP
    app.task(name=NOOP)(nothing)
    return app


def nothing(_ids: list[str]) -> None:
    """Do nothing."""


if __name__ == "__main__":
    warnings.simplefilter("ignore", SecurityWarning)
    worker = create_noop(sys.argv[1]).Worker(
        pool="prefork",
        concurrency=int(sys.argv[2]),
        loglevel="WARNING",
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
