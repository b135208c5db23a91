"""What another rubric makes of one submission, graded again from what was handed in."""

from __future__ import annotations

import json
from dataclasses import dataclass

from fullmarks.report.changes import changes, lowered
from fullmarks.report.model import Report
from fullmarks.rubric.model import Rubric
from store.changes import Change
from store.reports import StoredReport
from workers.regrade.counts import Counts
from workers.regrade.moves import moved, points, written


@dataclass(frozen=True, slots=True)
class Before:
    """What counts for a submission, and the rubric by which it was graded."""

    submission_id: str
    report: str
    rubric: Rubric


def change_of(before: Before, after: StoredReport, new: Rubric, counts: Counts) -> Change:
    """The change; one that changes no word has neither body nor patch, and still says which answers were found."""
    was, now = Report.model_validate_json(before.report), Report.model_validate_json(after.body)
    counts.count_score(was.score, now.score)
    answers = json.dumps([mark.answer_id.hex() for mark in after.marks])
    is_same = was.model_copy(update={"rubric": now.rubric, "engine": now.engine}) == now
    every = () if is_same else tuple(map(moved, changes(was, now, before.rubric, new)))
    lowers = now.score < was.score or bool(lowered(was, now))
    is_more_than_words = bool(every) or now.score != was.score
    counts.changed += is_more_than_words
    counts.reworded += not (is_same or is_more_than_words)
    counts.lowered += lowers
    for move in every:
        counts.count_item(move.place, points(move.before), points(move.after))
    return Change(
        submission_id=before.submission_id,
        before=was.score,
        score=now.score,
        max_score=now.max_score,
        lowers=lowers,
        changes=written(every),
        total=after.total or "0",
        body=None if is_same else after.body,
        answers=answers,
    )
