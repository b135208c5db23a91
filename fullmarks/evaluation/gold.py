"""The keys in the gold field of a dataset: as they stand, after GSM8K's ``####``, or in the last box of a worked solution."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue

from fullmarks.evaluation.completions import sound
from fullmarks.find.prose.boxes import last_boxes
from fullmarks.find.prose.passages import passages
from fullmarks.records import frozen

HASHES = "####"
"""What stands before the answer at the end of a solution in GSM8K (Cobbe et al. 2021, arXiv:2110.14168)."""


@frozen
class Gold:
    """The keys, of which any will do, and where in the field they stood; no keys where the field holds none."""

    keys: tuple[JsonValue, ...]
    place: str


NO_GOLD = Gold((), "")


def gold_of(value: object) -> Gold:
    """A list of texts holds keys of which any will do; a list with anything else in it is one key, as ``check`` takes it."""
    if isinstance(value, str):
        return _in_text(value)
    if isinstance(value, bool):
        return Gold((str(value).lower(),), "as it stands")
    if isinstance(value, int | float):
        return Gold((value,), "as it stands")
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return _in_list(value)
    return NO_GOLD


def _in_list(values: Sequence[object]) -> Gold:
    if values and all(isinstance(value, str) for value in values):
        golds = [_in_text(value) for value in values if isinstance(value, str)]
        return Gold(tuple(key for gold in golds for key in gold.keys), golds[0].place)
    row = _row(values)
    return Gold((row,), "as it stands") if row is not None else NO_GOLD


def _row(values: Sequence[object]) -> JsonValue | None:
    """The list with nothing but texts, numbers and lists of them in it."""
    row: list[JsonValue] = []
    for value in values:
        inner = _row(value) if isinstance(value, list | tuple) else value
        inner = sound(inner) if isinstance(inner, str) else inner
        if not isinstance(inner, str | int | float | list) or isinstance(inner, bool):
            return None
        row.append(inner)
    return row or None


def _in_text(written: str) -> Gold:
    text = sound(written)
    *_, last = text.rpartition(HASHES)
    if HASHES in text:
        return Gold((last.strip(),), f"after {HASHES}") if last.strip() else NO_GOLD
    said = passages(text)
    if boxes := last_boxes(said):
        return Gold((boxes[-1].content.strip(),), "in the last box")
    return Gold((text.strip(),), "as it stands") if text.strip() else NO_GOLD
