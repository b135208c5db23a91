"""From one state of a regrade to the next, once nothing is left to do in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from store.changes import lowered
from store.regrades import Regrade, RegradeState, move_on
from workers.regrade.applying import begin_applying


def go_on(connection: Connection, one: Regrade, moment: datetime) -> RegradeState:
    """Go to the next state, once, with the pieces that it needs; the state, or ``FAILED`` if somebody was quicker."""
    match one.state:
        case RegradeState.RECEIVED:
            state = RegradeState.JUDGING
        case RegradeState.JUDGING:
            state = RegradeState.COMPARING
        case RegradeState.COMPARING:
            state = RegradeState.COMPUTED
        case _:
            state = RegradeState.APPLIED
    if not move_on(connection, one, state, moment):
        return RegradeState.FAILED
    if (
        state is RegradeState.COMPUTED
        and one.applies_by_itself
        and (one.allow_lower or not lowered(connection, one.id))
    ):
        begin_applying(connection, replace(one, state=state), moment)
        return RegradeState.APPLYING
    return state
