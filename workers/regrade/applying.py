"""From what is computed to what counts: planned once, when somebody says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection

from store.pieces import Phase, PlannedPiece, pieces_of, plan_pieces
from store.regrades import PHASES, Regrade, RegradeState, move_on


def begin_applying(connection: Connection, one: Regrade, moment: datetime) -> bool:
    """Let a regrade that is computed be applied; False if somebody was quicker."""
    if not move_on(connection, one, RegradeState.APPLYING, moment):
        return False
    compared = pieces_of(connection, one.id, PHASES[RegradeState.COMPARING])
    plan_pieces(connection, one.id, _to_apply(compared), moment)
    return True


def _to_apply(compared: Iterable[PlannedPiece]) -> Iterator[PlannedPiece]:
    for piece in compared:
        yield PlannedPiece(Phase.APPLY, piece.ids, piece.rubric_version, piece.engine_version)
