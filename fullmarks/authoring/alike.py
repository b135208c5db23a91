"""Whether one key, given as an answer, would be marked right by another: what makes two rules of an item the same."""

from __future__ import annotations

from fullmarks.outcome import Verdict
from fullmarks.rubric.model import Item, Key


def answers_key(answer: Key, key: Key, item: Item) -> bool:
    """Whether the item's checker takes the one for the other."""
    return item.checker.check(answer.tree, key.tree, key.options, item.assumptions).verdict is Verdict.CORRECT
