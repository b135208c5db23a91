"""What every request needs: the store, the queue, the rubrics, and seats for those who wait."""

from __future__ import annotations

from dataclasses import dataclass
from threading import BoundedSemaphore

from celery import Celery
from flask import current_app

from service.intake import Intake
from service.known_rubrics import KnownRubrics
from service.rates import Rates
from service.request_counts import RequestCounts
from service.settings import ServiceSettings
from store.database import Database

EXTENSION = "fullmarks"


@dataclass(frozen=True, slots=True)
class Desk:
    """One process's; safe from several threads."""

    settings: ServiceSettings
    database: Database
    queue: Celery
    rubrics: KnownRubrics
    intake: Intake
    rates: Rates | None
    """How often somebody may ask; None where there is no limit."""
    counts: RequestCounts
    trials: BoundedSemaphore
    """How many rubrics that were sent may be tried at a time, each in a process of its own."""
    seats: BoundedSemaphore
    """How many requests may wait for a report at a time: the others must still be answered."""


def desk() -> Desk:
    """The desk of the application that answers the current request."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, Desk):
        raise TypeError(f"{found!r} is no desk")
    return found
