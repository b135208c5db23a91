"""Storing what is handed in, and telling the workers: many requests at a time share one commit.

A commit that survives a power cut waits for the disk, and a message for the broker. While one request does that, those
that come meanwhile gather, and the next one stores and sends them together.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Lock

from celery import Celery

from fullmarks.errors import OperatorError
from service.settings import ServiceSettings
from store.clock import now
from store.database import Database
from store.outbox import are_more_unfinished, mark_sent
from store.submissions import HandedIn, Receipt, Stored, receive
from workers.queue import QueueDownError, send

log = logging.getLogger(__name__)

LINGER_S = 0.004
"""Where several came together the next are waited for so long, since a commit and a message cost more than that."""
LOOK_EVERY_S = 1
DOWN_S = 3
"""After it could not be reached the queue is left alone for so long: nobody who hands in should wait for it."""


@dataclass(slots=True)
class _Delivery:
    """What one request hands in, and what became of it: receipts, or the error that kept all from being stored."""

    handed_in: Sequence[HandedIn]
    stored: Sequence[Stored] | None = None
    error: Exception | None = None
    turn: Event = field(default_factory=Event)
    """Set when it is stored or refused, or when it is to do that itself, for all that wait."""


class Intake:
    """One process's; safe from several threads, and from a fork while no request is answered."""

    def __init__(self, database: Database, queue: Celery, settings: ServiceSettings) -> None:
        self._database = database
        self._queue = queue
        self._settings = settings
        self._looked_at = -math.inf
        self._is_full = False
        self._has_company = False
        self._down_until = -math.inf
        self._waiting: list[_Delivery] = []
        self._gathering = Lock()
        self._is_led = False

    def refuse_if_full(self) -> None:
        """Raise ``OperatorError`` (``queue_full``) while more submissions wait than an operator allows.

        That is looked at once a second, so it may be passed by what comes in a second.
        """
        if time.monotonic() - self._looked_at > LOOK_EVERY_S:
            self._looked_at = time.monotonic()
            with self._database.look() as connection:
                self._is_full = are_more_unfinished(connection, self._settings.longest_queue)
        if self._is_full:
            raise OperatorError(
                "queue_full",
                f"More than {self._settings.longest_queue:,} submissions wait to be graded, and no more are taken until "
                "some are done. Try again later.",
            )

    def take(self, handed_in: Sequence[HandedIn]) -> Sequence[Stored]:
        """Store these and have them graded; for each what became of it.

        When this returns they are on the disk. Raises SQLAlchemy's errors if the database can't be reached.
        """
        mine = _Delivery(handed_in)
        with self._gathering:
            self._waiting.append(mine)
            leads = not self._is_led
            self._is_led = True
        if not leads:
            mine.turn.wait()
        if mine.stored is None and mine.error is None:
            self._lead()
        if mine.error is not None:
            raise mine.error
        if mine.stored is None:
            raise RuntimeError("A delivery was neither stored nor refused.")
        return mine.stored

    def _lead(self) -> None:
        """Store and send for all that wait, this one among them; then it is the turn of one that came meanwhile."""
        together: list[_Delivery] = []
        try:
            if self._has_company:
                time.sleep(LINGER_S)
            with self._gathering:
                together, self._waiting = self._waiting, []
            self._has_company = len(together) > 1
            new = self._commit(together)
            for delivery in together:
                delivery.turn.set()
            self._send(new)
        finally:
            for delivery in together:
                delivery.turn.set()
            with self._gathering:
                self._is_led = bool(self._waiting)
                if self._waiting:
                    self._waiting[0].turn.set()

    def _commit(self, together: Sequence[_Delivery]) -> list[str]:
        """Store these in one transaction; the ids that are new."""
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
        if not ids or time.monotonic() < self._down_until:
            return
        try:
            send(self._queue, ids)
        except QueueDownError as error:
            self._down_until = time.monotonic() + DOWN_S
            log.warning("The queue can't be reached, %d submissions wait for it: %s", len(ids), error)
            return
        # Lost with a power cut, it only means that a sweeper sends them once more.
        with self._database.transaction(durable=False) as connection:
            mark_sent(connection, ids, now(), self._settings.patience)
