"""What a student's earlier submissions tried, item by item, and what that costs now.

None of their results counts: they are not here to be graded again. A submission that was not graded, or whose answer to the item
could not be decided, tried nothing; nor did one that handed in the last answer again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from fullmarks.grade.graded import GradedPart
from fullmarks.grade.points import UNDECIDED
from fullmarks.rubric.model import AttemptPolicy
from fullmarks.submission import Submission, Tried, answer_hash

UNTRIED = Tried(0, "")


def spent(answer: str, policy: AttemptPolicy, before: Tried) -> Fraction:
    """The share of the points that earlier submissions cost an item whose first answer now is this one."""
    if not (before.submissions and policy.submission_cost):
        return Fraction(0)
    further = before.submissions - (answer_hash(answer) == before.last)
    return further * policy.submission_cost


def tried_so_far(submission: Submission, parts: Iterable[GradedPart]) -> Mapping[str, Tried]:
    """What was tried up to and with this submission, for the next one; other items stay as they were."""
    tried = dict(submission.tried)
    for part in parts:
        for place, item in enumerate(part.part.items):
            row = [attempt.items[place] for attempt in part.attempts]
            answers = [one.answer.text for one in row if one.answer and one.outcome.verdict not in UNDECIDED]
            if answers:
                tried[item.id] = _with(answers, tried.get(item.id, UNTRIED))
    return tried


def _with(answers: list[str], before: Tried) -> Tried:
    hashes = [answer_hash(answer) for answer in answers]
    if all(one == before.last for one in hashes):
        return before
    return Tried(before.submissions + 1, hashes[-1])
