"""Follow-through: a right step from a wrong earlier answer earns its points.

An answer that is not right is marked again with the student's own earlier answers put in for the names in the key that stand for
them, everything that comes of the key worked out anew. What may be put in says ``admissible.py``, what would make the key
trivial ``degenerate.py``. A name that the answer uses itself stands for itself and follows nothing.

Where the earlier answer could not be read, or nobody could decide about it, nobody can say whether this one follows from it: then
it goes to a person instead of being wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.definitions import Definition, names_in
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols
from fullmarks.find.found import Answer
from fullmarks.grade.admissible import admitted
from fullmarks.grade.degenerate import why_degenerate
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.graded import GradedItem
from fullmarks.grade.judge import Judged
from fullmarks.grade.safely import decide_safely, explained_safely, safely
from fullmarks.outcome import Diagnosis, Outcome, Verdict
from fullmarks.records import frozen
from fullmarks.rubric.amounts import written
from fullmarks.rubric.definitions import with_definitions, with_names
from fullmarks.rubric.model import Followed, Item

FOLLOW_THROUGH = "follow_through"
Counting = Callable[[str], GradedItem | None]
"""From an item's id to its result that counted."""
_MAY_FOLLOW = frozenset((Verdict.PARTIAL, Verdict.INCORRECT, Verdict.NEEDS_REVIEW))


@frozen
class Step:
    """A name in the key, and the earlier answer that is put in for it."""

    followed: Followed
    definition: Definition


@frozen
class Refused:
    """Why the answer to an earlier item was not put in, for staff; ``unsure`` where nobody could tell whether it may be."""

    item: str
    sentence: str
    unsure: bool = False


def followed_through(judged: Judged, answer: Answer, item: Item, earlier: Earlier, turn: int | None) -> Judged:
    """The judgement of an answer given at a turn, with what follows from the earlier answers that counted then."""
    value = judged.value
    if not item.follows or value is None or judged.outcome.verdict not in _MAY_FOLLOW:
        return judged
    return safely(lambda: _followed(judged, names_in(value), answer, item, lambda name: earlier.at(name, turn)))


def _followed(judged: Judged, names: frozenset[str], answer: Answer, item: Item, counted: Counting) -> Judged:
    """The same for an answer that is not right; ``names`` are those that it uses."""
    steps: list[Step] = []
    refusals: list[Refused] = []
    for followed in item.follows:
        if followed.name in names:
            continue
        found = _earlier_answer(followed, counted(followed.earlier.id), item)
        if isinstance(found, Refused):
            refusals.append(found)
        elif found is not None:
            steps.append(Step(followed, found))
    if steps:
        again = _with_steps(item, steps)
        if isinstance(again, Item):
            second = decide_safely(answer.formula or answer.text, again, answer.others, answer.definitions)
            if second.outcome.share or item.near:  # else no explanation could earn anything
                second = explained_safely(second, again)
            if better := _better(judged, second, steps):
                return better
        else:
            refusals.append(again)
    return _left_open(judged, refusals)


def _earlier_answer(followed: Followed, graded: GradedItem | None, item: Item) -> Definition | Refused | None:
    """What the student's answer makes of a name; None where there is none, or where it is the right one."""
    if graded is None or graded.outcome.verdict is Verdict.MISSING:
        return None
    name, verdict = followed.earlier.id, graded.outcome.verdict
    if verdict is Verdict.UNREADABLE:
        return Refused(name, f"The answer to {name} could not be read.", unsure=True)
    if graded.value is None or verdict is Verdict.SEVERAL_ANSWERS:
        return Refused(name, f"The answer to {name} was not put in: it is no single answer to that item.")
    if equal(graded.value, followed.definition.value, followed.earlier.assumptions).equal:
        return None
    found = admitted(followed, graded.value, item)
    if isinstance(found, Definition):
        return found
    unsure = found.unsure or verdict is Verdict.NEEDS_REVIEW
    return Refused(name, f"The answer to {name} was not put in: {found.sentence}.", unsure)


def _with_steps(item: Item, steps: list[Step]) -> Item | Refused:
    """The item to mark by: its keys with the earlier answers in them, without those that are trivial then."""
    own = {step.followed.name: step.definition for step in steps}
    follows = tuple(replace(one, definition=own.get(one.name, one.definition)) for one in item.follows)
    try:
        again = with_definitions(item, {one.name: one.definition for one in follows})
    except UnusableKeyError as error:
        return Refused(_ids(steps), f"The answer to {_ids(steps)} cannot be put in: {error.sentence}", unsure=True)
    trivial = [_why_trivial(place, again, item, steps) for place in range(len(item.keys))]
    keys = tuple(key for key, why in zip(again.keys, trivial, strict=True) if why is None)
    if not keys:
        return Refused(_ids(steps), f"The answer to {_ids(steps)} was not put in: {trivial[0]}.")
    return replace(again, keys=keys, follows=follows)


def _why_trivial(place: int, again: Item, item: Item, steps: list[Step]) -> str | None:
    literal = with_names(item)
    own = symbols((literal or item).keys[place].tree) - {one.name for one in item.follows}
    put_in = [(step.followed, step.definition) for step in steps]
    return why_degenerate(again.keys[place].tree, item.keys[place].tree, own, put_in, item.assumptions)


def _better(first: Judged, second: Judged, steps: list[Step]) -> Judged | None:
    """The second judgement with its cap, where it earns more than the first one; None where it does not."""
    outcome = second.outcome
    cap = min(step.followed.share for step in steps)
    share = outcome.share * cap
    if outcome.verdict is Verdict.NEEDS_REVIEW and first.outcome.verdict is Verdict.INCORRECT:
        return replace(first, outcome=_undecided(first.outcome, _UNDECIDED.format(_ids(steps)), outcome.evidence.note))
    if share <= first.outcome.share:
        return None
    verdict = Verdict.CORRECT if share == 1 else Verdict.PARTIAL
    diagnosis = _diagnosis(outcome, steps, cap)
    return replace(second, outcome=Outcome(verdict, share, outcome.evidence, diagnosis, outcome.entries))


_RIGHT = "This goes on rightly from your answer to {}."
_PARTLY = "This was marked with your answer to {} put in."
_UNDECIDED = "Whether this follows from your answer to {} could not be decided. It is not counted as wrong: a person will look at it."


def _diagnosis(outcome: Outcome, steps: list[Step], cap: Fraction) -> Diagnosis:
    inner = outcome.diagnosis
    said = [(_RIGHT if outcome.share == 1 else _PARTLY).format(_ids(steps))]
    if inner is not None and inner.student:
        said.append(inner.student)
    if cap < 1:
        said.append(f"Such a step earns at most {written(cap * 100)}% of the points.")
    put_in = "; ".join(f"{step.followed.name} = {plain(step.definition.value)}" for step in steps)
    staff = f"Marked with earlier answers put in: {put_in}.{f' {inner.staff}' if inner is not None else ''}"
    detail = [("items", ", ".join(step.followed.earlier.id for step in steps))]
    if inner is not None:
        detail += [("code", inner.code), *(pair for pair in inner.detail if pair[0] not in ("items", "code"))]
    return Diagnosis(FOLLOW_THROUGH, " ".join(said), staff, tuple(detail))


def _left_open(judged: Judged, refusals: list[Refused]) -> Judged:
    """The first judgement; where an earlier answer left open whether this one follows from it, not as a wrong one."""
    if not refusals:
        return judged
    note = " ".join(one.sentence for one in refusals)
    outcome = judged.outcome
    unsure = " and ".join(one.item for one in refusals if one.unsure)
    if outcome.verdict is Verdict.INCORRECT and unsure:
        return replace(judged, outcome=_undecided(outcome, _UNDECIDED.format(unsure), note))
    evidence = replace(outcome.evidence, note=" ".join(filter(None, (outcome.evidence.note, note))))
    return replace(judged, outcome=replace(outcome, evidence=evidence))


def _undecided(outcome: Outcome, student: str, note: str | None) -> Outcome:
    evidence = Evidence(EvidenceKind.UNDECIDED, note=note)
    return Outcome(Verdict.NEEDS_REVIEW, Fraction(0), evidence, Diagnosis(FOLLOW_THROUGH, student, ""), outcome.entries)


def _ids(steps: Iterable[Step]) -> str:
    return " and ".join(dict.fromkeys(step.followed.earlier.id for step in steps))
