"""Structured answers: which item each value answers, whether the ids are flat, nested, or a part's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fullmarks.errors import SubmissionError
from fullmarks.find.found import SoughtPart
from fullmarks.find.json_text import kind_name
from fullmarks.submission import AnswerValue

MOST_ENTRIES = 10_000
"""Numbers and texts in one answer."""
DEEPEST_LISTS = 8
"""Lists within lists in one answer."""


def structured_answers(said: object, parts: Sequence[SoughtPart]) -> dict[str, AnswerValue]:
    """Answers by item id, from flat ids, from nested ones, and from a part's own id where it has one item.

    ``{"1a.runtime": …}``, ``{"1a": {"runtime": …}}`` and ``{"1a": …}`` may say the same. A null
    answers nothing. Raises SubmissionError for unknown ids, an item answered twice, and values of a wrong type.
    """
    if not isinstance(said, Mapping):
        raise SubmissionError(
            "wrong_type", f"“answers” must be an object with an answer by item, not {kind_name(said)}.", "answers"
        )
    answers: dict[str, AnswerValue] = {}
    known = frozenset(item.item for part in parts for item in part.items)
    for name, value in said.items():
        for item, entry, where in _items(str(name), value, parts, known):
            if entry is None:
                continue
            if item in answers:
                raise SubmissionError("repeated_name", f"The item “{item}” is answered twice. Keep one of them.", where)
            answers[item] = _value(entry, where)
    return answers


def _items(
    name: str, value: object, parts: Sequence[SoughtPart], known: frozenset[str]
) -> list[tuple[str, object, str]]:
    """Item id, value and JSON path of what stands under one name; ``known`` are the ids of all items."""
    where = f"answers.{name}"
    if name in known:
        return [(name, value, where)]
    part = next((part for part in parts if name == part.part or name in part.aliases), None)
    if part is None:
        raise _unknown(name, parts)
    if not isinstance(value, Mapping):
        return [(_only_item(part, where), value, where)]
    found = []
    for inner, entry in value.items():
        item = inner if str(inner).startswith(f"{part.part}.") else f"{part.part}.{inner}"
        if all(item != sought.item for sought in part.items):
            raise SubmissionError(
                "unknown_item",
                f"“{inner}” is not an item of part {part.part}. Its items are {_listed(_names(part))}.",
                f"{where}.{inner}",
            )
        found.append((item, entry, f"{where}.{inner}"))
    return found


def _only_item(part: SoughtPart, where: str) -> str:
    required = [item for item in part.items if not item.optional] or list(part.items)
    if len(required) != 1:
        raise SubmissionError(
            "several_items",
            f"Part {part.part} has several items: {_listed(_names(part))}. Answer each by its name: "
            f'{{"{part.part}": {{"{_names(part)[0]}": …}}}}.',
            where,
        )
    return required[0].item


def _unknown(name: str, parts: Sequence[SoughtPart]) -> SubmissionError:
    part = max(
        (part for part in parts if name.startswith(f"{part.part}.")), key=lambda part: len(part.part), default=None
    )
    if part is not None:
        inner = name.removeprefix(f"{part.part}.")
        return SubmissionError(
            "unknown_item",
            f"“{inner}” is not an item of part {part.part}. Its items are {_listed(_names(part))}.",
            f"answers.{name}",
        )
    return SubmissionError(
        "unknown_part",
        f"“{name[:80]}” is not a part of this homework. Its parts are {_listed([part.part for part in parts])}.",
        f"answers.{name[:80]}",
    )


def _names(part: SoughtPart) -> list[str]:
    return [item.item.removeprefix(f"{part.part}.") for item in part.items]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:60]) + (" …" if len(names) > 60 else "")


def _value(value: object, where: str) -> AnswerValue:
    left = MOST_ENTRIES

    def copied(value: object, depth: int) -> AnswerValue:
        nonlocal left
        left -= 1
        if left < 0 or depth > DEEPEST_LISTS:
            raise SubmissionError(
                "too_large",
                f"An answer may hold {MOST_ENTRIES:,} entries in lists {DEEPEST_LISTS} deep; this one holds more.",
                where,
            )
        if isinstance(value, list | tuple):
            return [copied(entry, depth + 1) for entry in value]
        if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        raise SubmissionError(
            "wrong_type", f"An answer is a text, a number or a list of them, not {kind_name(value)}.", where
        )

    return copied(value, 0)
