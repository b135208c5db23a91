"""Names that a rubric declares and nothing uses.

A name counts as used where a key, a mistake, a target, an option, a size or a test has it: a name that only students use is declared for
them, and a test shows how they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Node
from fullmarks.expr.walk import functions, symbols
from fullmarks.read.reader import read
from fullmarks.records import frozen
from fullmarks.rubric.arrays import WHERE
from fullmarks.rubric.model import Item, Rubric
from fullmarks.rubric.schema import ItemShape, PartShape, RubricShape
from fullmarks.rubric.symbols import canonical
from fullmarks.rubric.written import Path

Names = frozenset[str]
NONE: Names = frozenset()


@frozen
class UnusedNames:
    """What one line declares in vain; ``path`` leads to the line."""

    path: Path
    names: tuple[str, ...]


def unused_names(shape: RubricShape, rubric: Rubric) -> Iterator[UnusedNames]:
    """All of them, line by line; an inner declaration hides an outer one of the same name."""
    used = {item.id: _used(item) for item in rubric.items()}
    of_parts: set[str] = set()
    for part_id, part in shape.parts.items():
        of_items: set[str] = set()
        for name, item in part.items.items():
            here = used[f"{part_id}.{name}"]
            yield from _vain(item, ("parts", part_id, "items", name), here)
            of_items |= here - _declared(item)
        yield from _vain(part, ("parts", part_id), frozenset(of_items))
        of_parts |= of_items - _declared(part)
    yield from _vain(shape, (), frozenset(of_parts))


def _vain(holder: RubricShape | PartShape | ItemShape, path: Path, used: Names) -> Iterator[UnusedNames]:
    """The lines of one block whose names nothing inside uses."""
    mentioned = used | _mentioned(holder)
    for block, lines in (("symbols", holder.symbols), ("arrays", holder.arrays)):
        for line in lines:
            names = tuple(name for name in _names(line) if name not in mentioned)
            if names and line != WHERE:
                yield UnusedNames((*path, block, line), names)


def _declared(holder: PartShape | ItemShape) -> Names:
    return frozenset(name for line in (*holder.symbols, *holder.arrays) for name in _names(line))


def _names(line: str) -> list[str]:
    return [canonical(name) for name in line.replace(",", " ").split()]


def _mentioned(holder: RubricShape | PartShape | ItemShape) -> Names:
    """Names that other declarations of the block have: a function's arguments, the indices of a family."""
    shapes = holder.symbols.values()
    return frozenset(name for shape in shapes for name in (*(shape.function_of or ()), *(shape.indexed_by or ())))


def _used(item: Item) -> Names:
    """All names that an item has a use for."""
    trees = [*_trees(item)]
    in_trees = NONE.union(*(symbols(tree) | functions(tree) for tree in trees))
    entries = {name for entry, name in item.assumptions.arrays.entries.items() if entry in in_trees}
    return in_trees | entries | {followed.name for followed in item.follows} | _words_of_options(item)


def _trees(item: Item) -> Iterator[Node]:
    yield from (key.tree for key in item.keys)
    yield from (known.key.tree for known in item.known)
    yield from (convention.key.tree for convention in item.conventions)
    arrays = item.assumptions.arrays
    yield from (side for shape in arrays.shapes.values() for side in shape.sides)
    yield from (meaning for _, meaning in arrays.where)
    answers = (example.answer for example in item.examples)
    for text in (*answers, *item.targets):
        try:
            yield read(text, item.vocabulary).tree
        except ReadError:
            continue


def _words_of_options(item: Item) -> Names:
    """The texts of an item's options, some of which are names: ``in terms of: [r]``."""
    return frozenset(text for key in item.keys for text in _texts(key.options.model_dump(mode="json")))


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield name
            yield from _texts(one)
