"""An index of many reports as one page, with nothing to load and nothing that runs."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.records import frozen
from fullmarks.report.model import Points
from fullmarks.report.shown import shown
from fullmarks.report.template import template
from fullmarks.rubric.model import Rubric


@frozen
class IndexRow:
    """One submission; ``file`` is its page, empty where there is none, and then ``why`` says why."""

    name: str
    file: str
    score: Points
    max_score: Points
    pending: Points
    why: str


@frozen
class _Row:
    name: str
    file: str
    score: str
    open: str
    why: str


def index_page(rows: Sequence[IndexRow], rubric: Rubric) -> str:
    """The whole page."""
    graded = [row for row in rows if row.file]
    mean = f"{sum(row.score for row in graded) / len(graded):.3g}" if graded else ""
    return template("index.html").render(
        title=shown(rubric.title or rubric.id),
        rows=[_row(row) for row in rows],
        graded=len(graded),
        mean=mean,
        max_score=f"{graded[0].max_score:g}" if graded else "",
    )


def _row(row: IndexRow) -> _Row:
    score = f"{row.score:g} / {row.max_score:g}" if row.file else ""
    return _Row(shown(row.name), row.file, score, f"{row.pending:g}" if row.pending else "", shown(row.why))
