"""A rubric file as it was written: texts, lists and mappings, each with its place, before anything is understood.

Nothing is resolved here: ``0.50``, ``1e-3``, ``yes`` and the name ``1:`` are the texts that stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import JsonValue

from fullmarks.records import frozen


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Line and column of the first character, counted from 1; a column counts code points."""

    line: int
    column: int


@frozen
class WrittenText:
    """A text; ``mark`` is the quote or block mark that it begins with, empty for a plain one."""

    text: str
    place: Place
    mark: str = ""

    def place_within(self, offset: int) -> Place:
        """Where a character of the text stands; the beginning where line ends or escapes hide it."""
        if self.mark not in ("", "'") or "\n" in self.text or "'" in self.text[:offset]:
            return self.place
        return Place(self.place.line, self.place.column + len(self.mark) + offset)


@frozen
class WrittenList:
    """A list, in square brackets or with dashes."""

    values: tuple[Written, ...]
    place: Place


@frozen
class WrittenEntry:
    """One ``name: value`` of a mapping."""

    name: WrittenText
    value: Written


@frozen
class WrittenMapping:
    """A mapping, in braces or by indentation; no name stands twice."""

    entries: tuple[WrittenEntry, ...]
    place: Place

    def entry(self, name: str) -> WrittenEntry | None:
        """The entry of that name."""
        return next((entry for entry in self.entries if entry.name.text == name), None)


Written = WrittenText | WrittenList | WrittenMapping

Path = tuple[str | int, ...]
"""From the whole file to one value: ``("parts", "1a", "items", "runtime", "tests", 0, "answer")``."""


def existing(root: Written, path: Path) -> Path:
    """A path without the steps that lead nowhere: Pydantic also names the kinds of a choice, and what is missing."""
    value, steps = root, []
    for step in path:
        child = _child(value, step)
        if child is not None:
            value = child
            steps.append(step)
    return tuple(steps)


def value_at(root: Written, path: Path) -> Written:
    """The value that a path leads to; steps that lead nowhere are left out."""
    value = root
    for step in path:
        value = _child(value, step) or value
    return value


def place_of_value(root: Written, path: Path) -> Place:
    """Where the value of a path begins."""
    return value_at(root, path).place


def place_of_name(root: Written, path: Path) -> Place:
    """Where the name stands that a path ends with; for what has none (a list's element, the whole file) the value's place."""
    holder = value_at(root, path[:-1])
    if path and isinstance(holder, WrittenMapping):
        entry = holder.entry(str(path[-1]))
        if entry is not None:
            return entry.name.place
    return place_of_value(root, path)


def data(value: Written) -> JsonValue:
    """The same without places, for models to validate: every text, number or name is a string."""
    match value:
        case WrittenText(text):
            return text
        case WrittenList(values):
            return [data(one) for one in values]
        case WrittenMapping(entries):
            return {entry.name.text: data(entry.value) for entry in entries}


def texts(value: Written) -> Iterator[WrittenText]:
    """All texts in a value, names included, in the order of the file."""
    match value:
        case WrittenText():
            yield value
        case WrittenList(values):
            for one in values:
                yield from texts(one)
        case WrittenMapping(entries):
            for entry in entries:
                yield entry.name
                yield from texts(entry.value)


def _child(value: Written, step: str | int) -> Written | None:
    if isinstance(value, WrittenMapping):
        entry = value.entry(str(step))
        return entry.value if entry else None
    if isinstance(value, WrittenList) and isinstance(step, int) and step < len(value.values):
        return value.values[step]
    return None
