"""A check that breaks is nobody's answer's fault: it goes to a person, with what broke for staff to read."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.grade.judge import Judged, decide, explained
from fullmarks.outcome import undecided
from fullmarks.rubric.model import Item


def judge_safely(text: str, item: Item, others: tuple[str, ...] = (), definitions: tuple[str, ...] = ()) -> Judged:
    """The judgement; where the engine itself fails, ``needs_review`` with a note that names the failure."""
    return explained_safely(decide_safely(text, item, others, definitions), item)


def decide_safely(text: str, item: Item, others: tuple[str, ...] = (), definitions: tuple[str, ...] = ()) -> Judged:
    """The verdict alone, with the same safety."""
    return safely(lambda: decide(text, item, others, definitions))


def explained_safely(judged: Judged, item: Item) -> Judged:
    """The explanation of a verdict, with the same safety."""
    return safely(lambda: explained(judged, item))


def safely(work: Callable[[], Judged]) -> Judged:
    """What the work finds out; where it breaks, ``needs_review``."""
    try:
        return work()
    except Exception as failure:  # noqa: BLE001 - whatever it is, it must cost neither the points nor the other answers
        return Judged(
            undecided(f"The check failed, by a mistake in Fullmarks: {type(failure).__name__}: {failure}"), None
        )
