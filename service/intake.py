"""Storing what is handed in, and telling the workers: many requests at a time share one commit.

A commit that survives a power cut waits for the disk, some 10 ms. While one request waits, all that come meanwhile
gather, and the next commit stores them together.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from celery import Celery

from store.clock import now
from store.database import Database
from store.outbox import mark_sent
from store.patience import Patience
from store.submissions import HandedIn, KeyReusedError, Receipt, receive
from workers.queue import QueueDownError, send

log = logging.getLogger(__name__)

Stored = Receipt | KeyReusedError


@dataclass(slots=True)
class _Delivery:
    """What one request hands in, and what became of it: receipts, or the error that kept all from being stored."""

    handed_in: Sequence[HandedIn]
    stored: Sequence[Stored] | None = None
    error: Exception | None = None


class Intake:
    """One process's; safe from several threads, and from a fork while no request is answered."""

    def __init__(self, database: Database, queue: Celery, patience: Patience) -> None:
        self._database = database
        self._queue = queue
        self._patience = patience
        self._waiting: list[_Delivery] = []
        self._gathering = Lock()
        self._committing = Lock()

    def take(self, handed_in: Sequence[HandedIn]) -> Sequence[Stored]:
        """Store these and have them graded; for each its receipt, or the error for a key that stands for another.

        When this returns they are on the disk. Raises SQLAlchemy's errors if the database can't be reached.
        """
        mine = _Delivery(handed_in)
        with self._gathering:
            self._waiting.append(mine)
        new: list[str] = []
        with self._committing:
            if mine.stored is None and mine.error is None:
                new = self._commit()
        if new:
            self._send(new)
        if mine.error is not None:
            raise mine.error
        if mine.stored is None:
            raise RuntimeError("A delivery was neither stored nor refused.")
        return mine.stored

    def _commit(self) -> list[str]:
        """Store all that is waiting in one transaction; the ids that are new."""
        with self._gathering:
            together, self._waiting = self._waiting, []
        try:
            with self._database.transaction() as connection:
                stored = receive(connection, [one for delivery in together for one in delivery.handed_in], now())
        except Exception as error:  # noqa: BLE001 - each of those that wait gets it, and raises it
            for delivery in together:
                delivery.error = error
            return []
        start = 0
        for delivery in together:
            delivery.stored = stored[start : start + len(delivery.handed_in)]
            start += len(delivery.handed_in)
        return [receipt.id for receipt in stored if isinstance(receipt, Receipt) and receipt.is_new]

    def _send(self, ids: Sequence[str]) -> None:
        """Send the ids to the workers. If that fails the rows are stored all the same, and a sweeper finds them."""
        try:
            send(self._queue, ids)
        except QueueDownError as error:
            log.warning("The queue can't be reached, %d submissions wait for it: %s", len(ids), error)
            return
        # Lost with a power cut, it only means that a sweeper sends them once more.
        with self._database.transaction(durable=False) as connection:
            mark_sent(connection, ids, now(), self._patience)
