"""Counts the lines of a run as they come, by problem and by group; what is kept of an answer is its verdict and, to vote, its text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fullmarks.evaluation.bounded import BoundedChecks
from fullmarks.evaluation.checked import ToGroup
from fullmarks.evaluation.files.fields import Fields
from fullmarks.evaluation.files.score_lines import ScoreLine
from fullmarks.evaluation.files.summary import GroupSummary, NotScored, Summary
from fullmarks.evaluation.statistics.interval import Estimate, clustered, of_means, wilson
from fullmarks.evaluation.statistics.pass_at_k import pass_at_k, usual_ks
from fullmarks.evaluation.statistics.votes import majority
from fullmarks.outcome import Verdict
from fullmarks.records import frozen

MOST_NOT_SCORED = 10
"""So many lines without a verdict are named; the others are counted."""
NO_VOTE = frozenset({Verdict.MISSING, Verdict.SEVERAL_ANSWERS})
"""Verdicts about outputs that give no one answer."""
RIGHT = -1
"""The number of the group of right answers; what equals the key needs no comparison with what equals it too."""


@dataclass(slots=True)
class _Problem:
    """Its answers: how many, how many right, and the texts that vote with whether they are right."""

    of: int = 0
    right: int = 0
    votes: list[tuple[str, bool]] = field(default_factory=list)


@frozen
class _Vote:
    majority: Estimate | None
    by_text: int


class Tally:
    """One file's counts."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: dict[str, _Problem] = defaultdict(_Problem)
        self._groups: dict[tuple[str, str], dict[str, _Problem]] = defaultdict(lambda: defaultdict(_Problem))
        self._undecided: Counter[tuple[str, str]] = Counter()
        self._verdicts: Counter[str] = Counter()
        self._evidence: Counter[str] = Counter()
        self._not_scored: list[NotScored] = []
        self._unusable = 0
        self._gold_place = ""

    def add(self, line: ScoreLine) -> None:
        """Counts one line."""
        if not isinstance(line.verdict, Verdict):
            self._unusable += 1
            if len(self._not_scored) < MOST_NOT_SCORED:
                self._not_scored.append(NotScored(row=line.row, why=line.why))
            return
        is_right = line.verdict is Verdict.CORRECT
        self._gold_place = self._gold_place or line.gold_place
        self._verdicts[line.verdict] += 1
        self._evidence[line.evidence or "none"] += 1
        problem = self._problems[line.problem]
        _count(problem, is_right=is_right)
        if line.verdict not in NO_VOTE:
            # What was read differently may still mean the same; what was read alike does.
            problem.votes.append((line.read_as or line.answer, is_right))
        for group in line.groups.items():
            _count(self._groups[group][line.problem], is_right=is_right)
            self._undecided[group] += line.verdict is Verdict.NEEDS_REVIEW

    def shares(self) -> Mapping[str, float]:
        """The share of right answers by problem."""
        return {name: problem.right / problem.of for name, problem in self._problems.items()}

    def summary(self, fields: Fields, checks: BoundedChecks) -> Summary:
        """What the counts say; answers to one problem are grouped by meaning to vote."""
        problems = list(self._problems.values())
        several = any(problem.of > 1 for problem in problems)
        vote = _vote(problems, checks) if several else _Vote(None, 0)
        return Summary(
            file=self._file,
            fields=fields,
            gold_place=self._gold_place,
            answers=sum(problem.of for problem in problems),
            problems=len(problems),
            accuracy=_accuracy(problems),
            method="clustered standard error by problem" if several else "Wilson's score interval",
            verdicts=dict(self._verdicts.most_common()),
            evidence=dict(self._evidence.most_common()),
            pass_at=_pass_at(problems) if several else {},
            majority=vote.majority,
            votes_by_text=vote.by_text,
            groups=tuple(self._group(group) for group in sorted(self._groups, key=_place(fields))),
            not_scored=self._unusable,
            first_not_scored=tuple(self._not_scored),
        )

    def _group(self, group: tuple[str, str]) -> GroupSummary:
        problems = list(self._groups[group].values())
        return GroupSummary(
            field=group[0],
            value=group[1],
            answers=sum(problem.of for problem in problems),
            accuracy=_accuracy(problems) or Estimate(0, 0, 1),
            undecided=self._undecided[group],
        )


def _count(problem: _Problem, *, is_right: bool) -> None:
    problem.of += 1
    problem.right += is_right


def _accuracy(problems: Sequence[_Problem]) -> Estimate | None:
    if not problems:
        return None
    if all(problem.of == 1 for problem in problems):
        return wilson(sum(problem.right for problem in problems), len(problems))
    return clustered([problem.right for problem in problems], [problem.of for problem in problems])


def _pass_at(problems: Sequence[_Problem]) -> dict[int, Estimate]:
    """For every k that each problem has answers enough for."""
    least = min(problem.of for problem in problems)
    return {k: of_means([pass_at_k(problem.right, problem.of, k) for problem in problems]) for k in usual_ks(least)}


def _vote(problems: Sequence[_Problem], checks: BoundedChecks) -> _Vote:
    results = []
    by_text = 0
    for problem, found in checks.groups(problems, lambda one: ToGroup(answers=_wrong(one))):
        by_text += found.by_text
        numbers = iter(found.numbers)
        groups = [RIGHT if is_right else next(numbers) for _, is_right in problem.votes]
        results.append(majority(groups, [is_right for _, is_right in problem.votes]))
    return _Vote(of_means(results), by_text)


def _wrong(problem: _Problem) -> tuple[str, ...]:
    return tuple(text for text, is_right in problem.votes if not is_right)


def _place(fields: Fields) -> Callable[[tuple[str, str]], tuple[int, int, float, str]]:
    """In the order of the fields, and in each by number where the values are numbers, such as levels."""

    def place(group: tuple[str, str]) -> tuple[int, int, float, str]:
        field, value = group
        digits = "".join(sign for sign in value if sign.isdecimal())
        is_number = digits.isascii() and digits != "" and len(digits) < 9
        return fields.groups.index(field), not is_number, float(digits) if is_number else 0.0, value

    return place
