"""Second step of loading: from the shapes to the rubric that the engine uses. All mistakes of meaning are told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fullmarks.compare.arrays.shapes import NO_ARRAYS, Arrays, Meaning
from fullmarks.errors import Problem, RubricError
from fullmarks.rubric.build_item import ItemSource, build_item
from fullmarks.rubric.fingerprint import digest, meaning_of
from fullmarks.rubric.follow import follow_problems
from fullmarks.rubric.mistakes import in_order, problem
from fullmarks.rubric.model import AttemptPolicy, Item, Part, ReleasePolicy, Rubric
from fullmarks.rubric.parse import ParsedRubric, item_path
from fullmarks.rubric.schema import ArrayShapes, ItemShape, PartShape, RubricShape, Symbols
from fullmarks.rubric.symbols import BadSymbol, BadSymbolsError, Declared, declare, declare_arrays
from fullmarks.rubric.written import Path, Place, place_of_name, place_of_value

Block = TypeVar("Block", Symbols, ArrayShapes)


def build(parsed: ParsedRubric) -> Rubric:
    """Raises RubricError with every mistake of meaning, in the order of the file."""
    found: list[Problem] = []
    shape = parsed.shape
    scope = _scope(Scope(), shape, (), parsed, found)
    parts = tuple(_part(part_id, part, scope, parsed, found) for part_id, part in shape.parts.items())
    found += follow_problems(shape, parsed.written)
    if found:
        raise RubricError(parsed.file, in_order(found))
    return Rubric(
        id=shape.rubric,
        title=shape.title,
        version=digest([meaning_of(shape), [item.hash for part in parts for item in part.items]]),
        parts=parts,
        attempts=AttemptPolicy(shape.attempts.counts, shape.attempts.cost, shape.attempts.hints),
        release=ReleasePolicy(shape.release.verdicts, shape.release.keys),
        stated_points=shape.points,
    )


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds at one place of a rubric: names, what signs mean, and the arrays that both make."""

    names: Declared = field(default_factory=Declared)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    arrays: Arrays = NO_ARRAYS


def _scope(
    outer: Scope, shape: RubricShape | PartShape | ItemShape, path: Path, parsed: ParsedRubric, found: list[Problem]
) -> Scope:
    """What holds inside; the outer scope where nothing is declared."""
    if not (shape.symbols or shape.arrays or shape.operators):
        return outer
    names = outer.names.with_more(_declared(shape.symbols, declare, (*path, "symbols"), parsed, found))
    names = names.with_more(_declared(shape.arrays, declare_arrays, (*path, "arrays"), parsed, found))
    meanings: dict[str, Meaning] = {**outer.meanings, **{str(sign): one for sign, one in shape.operators.items()}}
    try:
        return Scope(names, meanings, names.known_arrays(meanings))
    except ValueError as error:
        if outer.arrays or not outer.names.arrays:  # else it was told outside already
            block = "arrays" if shape.arrays else "symbols"
            found.append(problem(place_of_value(parsed.written, (*path, block)), str(error)))
        return Scope(names, meanings)


def _part(part_id: str, shape: PartShape, outer: Scope, parsed: ParsedRubric, found: list[Problem]) -> Part:
    scope = _scope(outer, shape, ("parts", part_id), parsed, found)
    items = tuple(_item(part_id, name, shape, scope, parsed, found) for name in shape.items)
    return Part(part_id, shape.title, items, shape.aliases, shape.points)


def _item(part_id: str, name: str, part: PartShape, outer: Scope, parsed: ParsedRubric, found: list[Problem]) -> Item:
    path = item_path(part_id, name)
    shape = part.items[name]
    scope = _scope(outer, shape, path, parsed, found)
    vocabulary = scope.names.vocabulary(scope.arrays, decimal_comma=parsed.shape.decimal_comma)
    say = {**parsed.shape.say, **part.say}
    source = ItemSource(part_id, name, path, shape, parsed.items[path], vocabulary, scope.arrays, say, parsed.written)
    item = build_item(source)
    found += source.problems
    return item


def _declared(
    block: Block, declaring: Callable[[Block], Declared], path: Path, parsed: ParsedRubric, found: list[Problem]
) -> Declared:
    """What a block declares; nothing, and the mistakes, where it cannot be used."""
    try:
        return declaring(block)
    except BadSymbolsError as error:
        found += (problem(_place(parsed, path, bad), bad.sentence) for bad in error.wrong)
        return Declared()


def _place(parsed: ParsedRubric, path: Path, bad: BadSymbol) -> Place:
    if bad.is_domain:
        return place_of_value(parsed.written, (*path, bad.names, "domain"))
    return place_of_name(parsed.written, (*path, bad.names))
