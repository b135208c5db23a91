"""The keys that a rubric lets students see, and when."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.rubric.model import Item, Rubric

FREE_TEXT = "text"
"""The kind whose key is a list of phrases, which is no answer."""


def released_keys(rubric: Rubric, *, due_passed: bool) -> Mapping[str, str]:
    """Item id to its key as the author wrote it; nothing where the rubric does not release keys, or not yet."""
    release = rubric.release.keys
    if release == "never" or (release == "after due" and not due_passed):
        return {}
    return {item.id: item.keys[0].text for item in rubric.items() if _has_an_answer(item)}


def _has_an_answer(item: Item) -> bool:
    return item.checker.kind != FREE_TEXT and not item.void
