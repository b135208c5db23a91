"""Second step of loading: from the shapes to the rubric that the engine uses. All mistakes of meaning are told at once."""

from __future__ import annotations

from fullmarks.errors import Problem, RubricError
from fullmarks.rubric.build_item import ItemSource, build_item
from fullmarks.rubric.fingerprint import digest, meaning_of
from fullmarks.rubric.follow import follow_problems
from fullmarks.rubric.mistakes import in_order, problem
from fullmarks.rubric.model import AttemptPolicy, Item, Part, ReleasePolicy, Rubric
from fullmarks.rubric.parse import ParsedRubric, item_path
from fullmarks.rubric.schema import PartShape, Symbols
from fullmarks.rubric.symbols import BadSymbol, BadSymbolsError, Declared, declare
from fullmarks.rubric.written import Path, Place, place_of_name, place_of_value


def build(parsed: ParsedRubric) -> Rubric:
    """Raises RubricError with every mistake of meaning, in the order of the file."""
    found: list[Problem] = []
    shape = parsed.shape
    names = _declared(shape.symbols, ("symbols",), parsed, found)
    parts = tuple(_part(part_id, part, names, parsed, found) for part_id, part in shape.parts.items())
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


def _part(part_id: str, shape: PartShape, names: Declared, parsed: ParsedRubric, found: list[Problem]) -> Part:
    names = names.with_more(_declared(shape.symbols, ("parts", part_id, "symbols"), parsed, found))
    items = tuple(_item(part_id, name, shape, names, parsed, found) for name in shape.items)
    return Part(part_id, shape.title, items, shape.aliases, shape.points)


def _item(
    part_id: str, name: str, part: PartShape, names: Declared, parsed: ParsedRubric, found: list[Problem]
) -> Item:
    path = item_path(part_id, name)
    shape = part.items[name]
    names = names.with_more(_declared(shape.symbols, (*path, "symbols"), parsed, found))
    vocabulary = names.vocabulary(parsed.shape.operators, decimal_comma=parsed.shape.decimal_comma)
    say = {**parsed.shape.say, **part.say}
    source = ItemSource(part_id, name, path, shape, parsed.items[path], vocabulary, say, parsed.written)
    item = build_item(source)
    found += source.problems
    return item


def _declared(symbols: Symbols, path: Path, parsed: ParsedRubric, found: list[Problem]) -> Declared:
    """What a block declares; nothing, and the mistakes, where it cannot be used."""
    try:
        return declare(symbols)
    except BadSymbolsError as error:
        found += (problem(_place(parsed, path, bad), bad.sentence) for bad in error.wrong)
        return Declared()


def _place(parsed: ParsedRubric, path: Path, bad: BadSymbol) -> Place:
    if bad.is_domain:
        return place_of_value(parsed.written, (*path, bad.names, "domain"))
    return place_of_name(parsed.written, (*path, bad.names))
