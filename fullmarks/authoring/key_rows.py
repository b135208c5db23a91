"""Keys in a row of the class's own table: a column for each item, and among the students one that is called “key”."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.records import frozen

_WHO = frozenset(("", "student", "name", "email", "email address", "id", "sid"))
_KEYS = frozenset(("key", "keys", "answer key", "solution", "solutions"))
_POINTS = frozenset(("points", "max points", "worth"))


@frozen
class KeyOfColumn:
    """A column's item with its key, and its points where a row says them."""

    item: str
    key: str
    points: str


def keys_in_a_row(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[KeyOfColumn, ...]] | None:
    """The number of the row that holds the keys, counted from 1, and the keys; None where the table is none of this form.

    The answers of students, in the other rows, are nobody's keys. A column without a key is none.
    """
    if not rows or not rows[0] or _word(rows[0]) not in _WHO:
        return None
    number = next((place for place, row in enumerate(rows) if row and _word(row) in _KEYS), None)
    if not number:
        return None
    points = next((row for row in rows if row and _word(row) in _POINTS), ())
    found = [
        KeyOfColumn(name.strip(), key.strip(), points[place].strip() if place < len(points) else "")
        for place, (name, key) in enumerate(zip(rows[0], rows[number], strict=False))
        if place and name.strip() and key.strip()
    ]
    return number + 1, tuple(found)


def _word(row: Sequence[str]) -> str:
    return row[0].strip().casefold()
