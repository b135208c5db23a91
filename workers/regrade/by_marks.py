"""What a changed rubric makes of submissions, worked out from their marks: no submission is read, and no report written anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Connection

from fullmarks.outcome import Verdict
from fullmarks.report.build import shown_points
from fullmarks.report.cases import shown_items
from fullmarks.report.model import Points
from fullmarks.report.part_scores import PartScore, Settled, max_score, part_score, whole_score
from fullmarks.report.patch import ItemPatch, PartPatch, Patch
from fullmarks.rubric.model import Part
from store.changes import Change
from store.marks import Judgement, judgements, marks_of
from store.regrades import Origin
from store.reports import Counting, counting
from workers.bounded import Bounded
from workers.regrade.comparison import Comparison
from workers.regrade.counts import Counts
from workers.regrade.moves import Move, MovedStanding, written

MOST_KEPT = 300_000
"""So many distinct answers, and combinations of them, are remembered."""

Names = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement as this needs it: what counts, its words' hash, and what the report shows of it."""

    settled: Settled
    shown_key: bytes
    shown: MovedStanding


@dataclass(frozen=True, slots=True)
class PartMove:
    """What one combination of answers to a part's items comes to under the new version."""

    delta: Fraction
    is_other: bool
    lowers: bool
    part: PartPatch
    items: tuple[ItemPatch, ...]
    moves: tuple[Move, ...]
    text: tuple[str, str, str]
    """Part, items and moves as JSON."""


@dataclass(frozen=True, slots=True)
class Told:
    """What marks tell about some submissions: the changes, whom they tell about, and whom they do not."""

    changes: list[Change]
    told: list[str]
    untold: list[str]


class ByMarks:
    """Compares submissions of one origin; what it has found out about answers serves all of them."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._judged: Bounded[tuple[bytes, bytes], Judged] = Bounded(MOST_KEPT)
        self._parts: Bounded[tuple[str, Names], PartMove] = Bounded(MOST_KEPT)
        self._items = [item.id for _, part in comparison.changed_parts for item in part.items]
        self._max = shown_points(max_score(comparison.new))
        self._was_max = shown_points(max_score(comparison.old))

    def compare(self, connection: Connection, ids: Sequence[str], origin: Origin, counts: Counts) -> Told:
        """What marks tell."""
        answers = self._answers(connection, ids)
        changes: list[Change] = []
        told: list[str] = []
        untold: list[str] = []
        for row in counting(connection, ids, origin.rubric_version, origin.engine_version):
            moves = self._part_moves(answers.get(row.submission_id, {}))
            if moves is None or row.total is None:
                untold.append(row.submission_id)
                continue
            told.append(row.submission_id)
            if (change := self._change(row, row.total, moves, counts)) is not None:
                changes.append(change)
        return Told(changes, told, untold)

    def _answers(self, connection: Connection, ids: Sequence[str]) -> Mapping[str, dict[str, bytes]]:
        found: dict[str, dict[str, bytes]] = {}
        for submission, item, answer in marks_of(connection, ids, self._items) if self._items else ():
            found.setdefault(submission, {})[item] = answer
        distinct = {answer for answers in found.values() for answer in answers.values()}
        self._learn(connection, distinct)
        return found

    def _learn(self, connection: Connection, distinct: set[bytes]) -> None:
        sheets = self._comparison.old_sheet, self._comparison.new_sheet
        basis = {one.items[item].basis for one in sheets for item in self._items}
        known = {answer for answer, _ in self._judged}
        new = sorted(distinct - known)
        if new:
            for name, judgement in judgements(connection, new, sorted(basis)).items():
                self._judged[name] = _judged(judgement)

    def _part_moves(self, answers: Mapping[str, bytes]) -> list[PartMove] | None:
        """What each changed part comes to; None where an answer or a judgement is not known."""
        moves: list[PartMove] = []
        for old, new in self._comparison.changed_parts:
            try:
                names = tuple([answers[item.id] for item in new.items])
                move = self._parts.get((new.id, names))
                if move is None:
                    move = self._parts[new.id, names] = self._part_move(old, new, names)
            except KeyError:
                return None
            moves.append(move)
        return moves

    def _part_move(self, old: Part, new: Part, names: Names) -> PartMove:
        """Raises ``KeyError`` for what was never judged."""
        both = self._comparison
        was = [
            self._judged[name, both.old_sheet.items[item.id].basis] for item, name in zip(old.items, names, strict=True)
        ]
        now = [
            self._judged[name, both.new_sheet.items[item.id].basis] for item, name in zip(new.items, names, strict=True)
        ]
        before = part_score(old, [one.settled for one in was], both.old)
        after = part_score(new, [one.settled for one in now], both.new)
        items = tuple(
            ItemPatch(id=item.id, answer=name.hex(), basis=both.new_sheet.items[item.id].basis.hex())
            for item, name, one, other in zip(new.items, names, was, now, strict=True)
            if one.shown_key != other.shown_key
        )
        moves = self._moves(new, was, now, before, after)
        part = PartPatch(
            id=new.id,
            score=shown_points(after.score),
            max_score=shown_points(after.max_score),
            counted_attempt=after.counted_attempt,
        )
        return PartMove(
            delta=after.score - before.score,
            is_other=bool(items) or before != after,
            lowers=shown_points(after.score) < shown_points(before.score),
            part=part,
            items=items,
            moves=moves,
            text=(part.model_dump_json(), ",".join(one.model_dump_json() for one in items), written(moves)[1:-1]),
        )

    def _moves(
        self, part: Part, was: Sequence[Judged], now: Sequence[Judged], before: PartScore, after: PartScore
    ) -> tuple[Move, ...]:
        reasons = self._comparison.reasons
        found = tuple(
            Move(place=item.id, before=one.shown, after=other.shown, reasons=reasons.of(item.id))
            for item, one, other in zip(part.items, was, now, strict=True)
            if one.shown != other.shown
        )
        score = shown_points(before.score), shown_points(after.score)
        if found or score[0] == score[1]:
            return found
        standings = [MovedStanding(verdict=None, points=points) for points in score]
        return (Move(place=part.id, before=standings[0], after=standings[1], reasons=reasons.of_part()),)

    def _change(self, row: Counting, total: str, moves: Sequence[PartMove], counts: Counts) -> Change | None:
        other = [move for move in moves if move.is_other]
        new_total = sum((move.delta for move in other), Fraction(total))
        score = shown_points(whole_score(new_total, self._comparison.new))
        counts.count_score(row.score, score)
        if not other and score == row.score and self._max == self._was_max:
            return None
        lowers = score < row.score or any(move.lowers for move in other)
        told = ",".join(filter(None, (move.text[2] for move in other)))
        is_more_than_words = bool(told) or score != row.score
        counts.changed += is_more_than_words
        counts.reworded += not is_more_than_words
        counts.lowered += lowers
        for move in (one for part in other for one in part.moves):
            counts.count_item(
                move.place, move.before.points if move.before else 0, move.after.points if move.after else 0
            )
        return Change(
            submission_id=row.submission_id,
            before=row.score,
            score=score,
            max_score=self._max,
            lowers=lowers,
            changes=f"[{told}]",
            total=str(new_total),
            patch=self._patch(row, score, other),
        )

    def _patch(self, row: Counting, score: Points, other: Sequence[PartMove]) -> str:
        if row.patch is None:
            parts = ",".join(move.text[0] for move in other)
            items = ",".join(filter(None, (move.text[1] for move in other)))
            return f'{{"score":{json.dumps(score)},"max_score":{json.dumps(self._max)},"parts":[{parts}],"items":[{items}]}}'
        before = Patch.model_validate_json(row.patch)
        sums = {one.id: one for one in before.parts} | {move.part.id: move.part for move in other}
        entries = {one.id: one for one in before.items} | {one.id: one for move in other for one in move.items}
        patch = Patch(score=score, max_score=self._max, parts=tuple(sums.values()), items=tuple(entries.values()))
        return patch.model_dump_json()


def _judged(judgement: Judgement) -> Judged:
    counts = shown_items(judgement.shown)[(judgement.attempt or 1) - 1]
    settled = Settled(Verdict(judgement.verdict), Fraction(judgement.points), judgement.attempt)
    return Judged(settled, judgement.shown_key, MovedStanding(verdict=counts.verdict, points=counts.points))
