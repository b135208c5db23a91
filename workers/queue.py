"""The queue: a Celery application set up to lose nothing, and the one way to put submissions into it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from celery import Celery
from kombu.exceptions import BatchPublishError, OperationalError
from kombu.transport import redis as _transport  # noqa: F401 - loaded now, once, and not by the first request of each process

from workers.settings import WorkerSettings

GRADE = "grade"
"""The name of the task, and of the queue of live work."""
REGRADE = "regrade"
"""The task that does a piece of a regrade, and its queue: a worker takes from it when there is no live work."""
IDS_A_MESSAGE = 20
"""A message costs a worker about a millisecond, whatever it carries."""
MESSAGES = 2
"""Among so many messages, or more, are those shared out that are sent together."""


class QueueDownError(Exception):
    """The broker can't be reached. Nothing is lost: the rows are stored, and a worker sends them later."""


def create_queue(settings: WorkerSettings) -> Celery:
    """A Celery application that sends to, and takes from, the broker of these settings."""
    app = Celery("fullmarks", broker=settings.broker_url, set_as_current=False)
    app.conf.update(
        # A message is done when its gradings are stored; one whose process was lost comes back at once.
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_acks_on_failure_or_timeout=True,
        worker_prefetch_multiplier=1,
        # The last bound, should a process hang where no processor time passes (`workers.bounds` has the others).
        task_time_limit=IDS_A_MESSAGE * settings.lease.total_seconds(),
        # Results are rows of the store, and workers need not know each other.
        task_ignore_result=True,
        result_backend=None,
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        task_default_queue=GRADE,
        task_serializer="json",
        accept_content=["json"],
        broker_connection_timeout=1,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            # Queues are asked in the order in which a worker names them: live work goes first.
            "queue_order_strategy": "priority",
            # The rows' leases bring lost work back within a minute; a message taken for lost must really be.
            "visibility_timeout": 3600,
            # A sender gives up soon: the row is stored and will be swept up.
            "socket_connect_timeout": 1,
            "socket_timeout": 5,
            "max_retries": 1,
            "interval_start": 0,
            "interval_max": 0.1,
        },
    )
    return app


def send(app: Celery, ids: Sequence[str]) -> None:
    """Put these submissions into the queue: a few of them in a few messages, so that several workers share them.

    Raises ``QueueDownError`` when the broker can't be reached.
    """
    size = min(IDS_A_MESSAGE, math.ceil(len(ids) / MESSAGES)) or 1
    _send(app, GRADE, [list(ids[start : start + size]) for start in range(0, len(ids), size)])


def send_regrade(app: Celery, regrade_id: str, messages: int = 1) -> None:
    """Ask for so many pieces of a regrade to be done.

    Raises ``QueueDownError`` when the broker can't be reached.
    """
    _send(app, REGRADE, [regrade_id] * messages)


def _send(app: Celery, task: str, arguments: Sequence[str | list[str]]) -> None:
    """A message for each argument, all in one command to the broker: none is there before all are."""
    try:
        with app.producer_pool.acquire(block=True) as producer, producer.batch():
            for argument in arguments:
                app.send_task(task, (argument,), queue=task, producer=producer, retry=False)
    except broker_errors(app) as error:
        raise QueueDownError(str(error)) from error


def broker_errors(app: Celery) -> tuple[type[Exception], ...]:
    """What is raised where the broker can't be reached, does not answer in time, or takes nothing more."""
    connection = app.pool.connection
    return (*connection.connection_errors, *connection.channel_errors, BatchPublishError, OperationalError, OSError)


def ping(app: Celery) -> None:
    """Reach the broker once.

    Raises ``QueueDownError`` when it can't be reached.
    """
    try:
        with app.pool.acquire(block=True, timeout=1) as connection:
            connection.default_channel.client.ping()
    except broker_errors(app) as error:
        raise QueueDownError(str(error)) from error
