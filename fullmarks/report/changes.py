"""What differs between two reports of one submission: which item, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.report.model import Points, Report, ReportItem, ReportPart
from fullmarks.report.reasons import Reasons
from fullmarks.report.standing import counted_items
from fullmarks.rubric.model import Rubric


@frozen
class Standing:
    """The result of an item that counts; for a whole part there is no verdict."""

    verdict: Verdict | None
    points: Points


@frozen
class Change:
    """One item, or a part whose score moved by itself; None on the side where it is not in the rubric."""

    place: str
    before: Standing | None
    after: Standing | None
    reasons: tuple[str, ...]


@frozen
class Regraded:
    """One submission under its name here: its stored score, the new one, the parts that lose points, and all that differs."""

    name: str
    before: Points
    after: Points
    lowered: tuple[str, ...]
    changes: tuple[Change, ...]


def regraded(name: str, before: Report, after: Report, old: Rubric, new: Rubric) -> Regraded:
    """What a regrade makes of a submission: its stored report beside the new one."""
    changed = changes(before, after, old, new)
    return Regraded(name, before.score, after.score, lowered(before, after), changed)


def lowered(before: Report, after: Report) -> tuple[str, ...]:
    """The parts whose score is lower than it was; a part that is gone had points to lose."""
    scores = {part.id: part.score for part in after.parts}
    return tuple(part.id for part in before.parts if scores.get(part.id, 0) < part.score)


def changes(before: Report, after: Report, old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """All changes, the new rubric's items in their order, then those that are gone, then parts."""
    reasons = Reasons(old, new, other_engine=before.engine != after.engine)
    was, now = counted_items(before, old.attempts), counted_items(after, new.attempts)
    changed = tuple(_item_changes(was, now, reasons))
    moved = {change.place.rpartition(".")[0] for change in changed}
    return (*changed, *_part_changes(before, after, moved, reasons))


def _item_changes(was: Mapping[str, ReportItem], now: Mapping[str, ReportItem], reasons: Reasons) -> Iterator[Change]:
    for item in dict.fromkeys((*now, *was)):
        before, after = _standing(was.get(item)), _standing(now.get(item))
        if before != after:
            yield Change(item, before, after, reasons.of(item))


def _part_changes(before: Report, after: Report, moved: set[str], reasons: Reasons) -> Iterator[Change]:
    """Parts whose score changed though none of their items did: what an attempt costs, or which one counts."""
    now: Mapping[str, ReportPart] = {part.id: part for part in after.parts}
    for part in before.parts:
        later = now.get(part.id)
        if later and part.id not in moved and later.score != part.score:
            yield Change(part.id, Standing(None, part.score), Standing(None, later.score), reasons.of_part())


def _standing(item: ReportItem | None) -> Standing | None:
    return Standing(item.verdict, item.points) if item else None
