"""Planning a regrade: which answers are to be judged, and which submissions compared by their marks or graded whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection

from store.clock import now
from store.database import Database
from store.marks import keep_sheet, unjudged
from store.pieces import Phase, Piece, PlannedPiece, finish_piece, plan_pieces
from store.regrades import Origin, Regrade, set_size, to_regrade
from workers.regrade.comparison import Comparison
from workers.regrade.known import Known

JUDGED_A_PIECE = 40
COMPARED_A_PIECE = 2_000
GRADED_A_PIECE = 100
"""A piece takes about a second at most: live work waits no longer for the process that does it."""


def plan(database: Database, known: Known, one: Regrade, piece: Piece) -> None:
    """Do the piece that plans all others."""
    with database.transaction() as connection:
        origins = to_regrade(connection, one, piece.ids)
    comparisons = {origin: known.comparison(one, origin) for origin in origins}
    with database.transaction() as connection:
        finish_piece(connection, piece, "{}")
        set_size(connection, one.id, sum(map(len, origins.values())))
        plan_pieces(connection, one.id, _planned(connection, one, origins, comparisons), now())


def _planned(
    connection: Connection,
    one: Regrade,
    origins: Mapping[Origin, list[str]],
    comparisons: Mapping[Origin, Comparison | None],
) -> Iterator[PlannedPiece]:
    for origin, ids in origins.items():
        versions = origin.rubric_version, origin.engine_version
        comparison = comparisons[origin]
        if comparison is None:
            yield from _cut(Phase.GRADE, ids, GRADED_A_PIECE, versions)
            continue
        keep_sheet(connection, comparison.new_sheet)
        examples = _examples(connection, one, comparison)
        yield from _cut(Phase.JUDGE, examples, JUDGED_A_PIECE, versions)
        yield from _cut(Phase.COMPARE, ids, COMPARED_A_PIECE, versions)


def _cut(phase: Phase, ids: Sequence[str], size: int, versions: tuple[str, str]) -> Iterator[PlannedPiece]:
    for start in range(0, len(ids), size):
        yield PlannedPiece(phase, ids[start : start + size], *versions)


def _examples(connection: Connection, one: Regrade, comparison: Comparison) -> list[str]:
    """Submissions that between them give every answer that is to be judged."""
    found: set[str] = set()
    for item in sorted(comparison.changed_items):
        basis = comparison.new_sheet.items[item].basis
        found.update(unjudged(connection, one.course, one.rubric_id, item, basis))
    return sorted(found)
