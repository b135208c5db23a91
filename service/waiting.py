"""Waiting a moment for a report, without keeping others from being answered."""

from __future__ import annotations

import time

from service.desk import Desk
from store.submissions import Standing, standing

FIRST_PAUSE_S = 0.002
LONGEST_PAUSE_S = 0.05
GROWTH = 1.1


def wait_until_finished(desk: Desk, submission_id: str, wait_s: float) -> Standing | None:
    """Where the submission stands when it is finished, when the time is up, or at once if all seats are taken."""
    if desk.seats.acquire(blocking=False):
        try:
            return _waited(desk, submission_id, min(wait_s, desk.settings.longest_wait_s))
        finally:
            desk.seats.release()
    return _look(desk, submission_id)


def _waited(desk: Desk, submission_id: str, wait_s: float) -> Standing | None:
    last = time.monotonic() + wait_s
    pause = FIRST_PAUSE_S
    while True:
        found = _look(desk, submission_id)
        left = last - time.monotonic()
        if found is None or found.state.is_finished or left <= 0:
            return found
        time.sleep(min(pause, left))
        pause = min(pause * GROWTH, LONGEST_PAUSE_S)


def _look(desk: Desk, submission_id: str) -> Standing | None:
    with desk.database.look() as connection:
        return standing(connection, submission_id)
