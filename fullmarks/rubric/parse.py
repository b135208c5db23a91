"""First step of loading: a rubric's text against the shapes, all mistakes of form at once. Nothing is read as mathematics yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pydantic import JsonValue, ValidationError

from fullmarks.checkers.checker import CheckerOptions
from fullmarks.errors import Problem, RubricError
from fullmarks.records import frozen
from fullmarks.rubric.item_checker import ITEM_NAMES, ItemChecker, find_checker, key_problems, option_problems
from fullmarks.rubric.mistakes import in_order, problems
from fullmarks.rubric.schema import RubricShape
from fullmarks.rubric.written import Path, Written, WrittenEntry, WrittenList, WrittenMapping, data
from fullmarks.rubric.yaml_text import read_yaml

NEGATED = "-key"
"""A convention's key that is the item's own with every sign turned."""


@frozen
class ParsedItem:
    """An item's options, its own and with each other key; a convention by ``-key`` has the item's own."""

    checker: ItemChecker
    options: CheckerOptions
    also: tuple[CheckerOptions, ...]
    known: tuple[CheckerOptions, ...]
    conventions: Mapping[str, CheckerOptions]
    negated: frozenset[str]
    """The conventions by ``-key``."""


@frozen
class ParsedRubric:
    """A rubric whose form is right: its shape, its items' options by their paths, and what was written where."""

    file: str
    written: Written
    shape: RubricShape
    items: Mapping[Path, ParsedItem]


def item_path(part: str, item: str) -> Path:
    """From the whole file to an item."""
    return ("parts", part, "items", item)


def parse(text: str, file: str) -> ParsedRubric:
    """Raises RubricError with every mistake of form, in the order of the file."""
    written = read_yaml(text, file)
    found: list[Problem] = []
    shape: RubricShape | None = None
    try:
        shape = RubricShape.model_validate(_without_checkers(written))
    except ValidationError as error:
        found += problems(error, RubricShape, written)
    items = {path: parsed for path, item in _items(written) if (parsed := _parsed(item, path, written, found))}
    if found or shape is None:
        raise RubricError(file, in_order(found))
    return ParsedRubric(file, written, shape, items)


def _parsed(item: WrittenMapping, at: Path, root: Written, found: list[Problem]) -> ParsedItem | None:
    """An item's checker, options and keys; mistakes are added to those found."""
    checker, wrong = find_checker(item, at, root)
    found += wrong
    if checker is None:
        return None
    try:
        options = checker.validated()
    except ValidationError as error:
        found += option_problems(error, checker, at, root)
        return None
    negated: set[str] = set()
    keys: dict[Path, CheckerOptions] = {}
    for path, key in _keys(item):
        if path[0] == "conventions" and key == NEGATED:
            negated.add(str(path[1]))
            keys[path] = options
            continue
        try:
            keys[path] = checker.with_key(key)
        except ValidationError as error:
            found += key_problems(error, checker, (*at, *path), root)
    return ParsedItem(
        checker,
        options,
        also=tuple(one for path, one in keys.items() if path[0] == "also"),
        known=tuple(one for path, one in keys.items() if path[0] == "known"),
        conventions={str(path[1]): one for path, one in keys.items() if path[0] == "conventions"},
        negated=frozenset(negated),
    )


def _keys(item: WrittenMapping) -> Iterator[tuple[Path, JsonValue]]:
    """Every other key of an item, with its path from there: further ones, known mistakes, conventions."""
    for name, holds in (("also", "answer"), ("known", "answer"), ("conventions", "key")):
        entry = item.entry(name)
        for step, value in _members(entry.value) if entry else ():
            inner = value.entry(holds) if isinstance(value, WrittenMapping) else None
            if inner is not None:
                yield (name, step, holds), data(inner.value)
            elif name != "known":
                yield (name, step), data(value)


def _members(value: Written) -> Iterator[tuple[str | int, Written]]:
    if isinstance(value, WrittenList):
        yield from enumerate(value.values)
    elif isinstance(value, WrittenMapping):
        yield from ((entry.name.text, entry.value) for entry in value.entries)


def _items(root: Written) -> Iterator[tuple[Path, WrittenMapping]]:
    """Every item that stands where items stand and is a mapping at all."""
    for part, value in _named(root, "parts"):
        for item, holder in _named(value, "items"):
            if isinstance(holder, WrittenMapping):
                yield item_path(part, item), holder


def _named(holder: Written, name: str) -> Iterator[tuple[str, Written]]:
    entry = holder.entry(name) if isinstance(holder, WrittenMapping) else None
    if entry is not None and isinstance(entry.value, WrittenMapping):
        yield from ((one.name.text, one.value) for one in entry.value.entries)


def _without_checkers(root: Written) -> JsonValue:
    """The data of a rubric with its items' checkers and options left out: they are looked at item by item."""
    return data(_changed(root, "parts", lambda part: _changed(part, "items", _bare)))


def _changed(holder: Written, name: str, change: Callable[[Written], Written]) -> Written:
    """The holder with every value of its mapping of that name changed."""
    if not isinstance(holder, WrittenMapping):
        return holder
    entries = (
        WrittenEntry(entry.name, _each(entry.value, change)) if entry.name.text == name else entry
        for entry in holder.entries
    )
    return WrittenMapping(tuple(entries), holder.place)


def _each(value: Written, change: Callable[[Written], Written]) -> Written:
    if not isinstance(value, WrittenMapping):
        return value
    return WrittenMapping(tuple(WrittenEntry(entry.name, change(entry.value)) for entry in value.entries), value.place)


def _bare(item: Written) -> Written:
    if not isinstance(item, WrittenMapping):
        return item
    return WrittenMapping(tuple(entry for entry in item.entries if entry.name.text in ITEM_NAMES), item.place)
