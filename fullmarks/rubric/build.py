"""Second step of loading: from the shapes to the rubric that the engine uses. All mistakes of meaning are told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeVar

from fullmarks.compare.arrays.shapes import NO_ARRAYS, Arrays, Meaning
from fullmarks.errors import Problem, RubricError
from fullmarks.records import frozen
from fullmarks.rubric.build_item import ItemSource, build_item
from fullmarks.rubric.fingerprint import digest, meaning_of
from fullmarks.rubric.follow import follow_problems
from fullmarks.rubric.followed import FollowSource
from fullmarks.rubric.mistakes import in_order, problem
from fullmarks.rubric.model import AttemptPolicy, Item, LatePolicy, Part, ReleasePolicy, RoundingPolicy, Rubric
from fullmarks.rubric.parse import ParsedRubric, item_path
from fullmarks.rubric.schema import ArrayShapes, AttemptsShape, ItemShape, LateShape, PartShape, RubricShape, Symbols
from fullmarks.rubric.sought import sought_parts
from fullmarks.rubric.symbols import BadSymbol, BadSymbolsError, Declared, declare, declare_arrays
from fullmarks.rubric.written import Path, Place, place_of_name, place_of_value

Block = TypeVar("Block", Symbols, ArrayShapes)


def build(parsed: ParsedRubric) -> Rubric:
    """Raises RubricError with every mistake of meaning, in the order of the file."""
    found: list[Problem] = []
    shape = parsed.shape
    scope = _scope(Scope(), shape, (), parsed, found)
    building = _Building(parsed, found)
    parts = tuple(building.part(part_id, part, scope) for part_id, part in shape.parts.items())
    found += follow_problems(shape, parsed.written)
    found += _ambiguous_ids(parsed)
    if found:
        raise RubricError(parsed.file, in_order(found))
    return Rubric(
        id=shape.rubric,
        title=shape.title,
        version=digest([meaning_of(shape), [item.hash for part in parts for item in part.items]]),
        parts=parts,
        sought=sought_parts(parts),
        attempts=_attempts(shape.attempts),
        release=ReleasePolicy(shape.release.verdicts, shape.release.keys),
        late=_late(shape.late),
        rounding=RoundingPolicy(shape.rounding.item, shape.rounding.part, shape.rounding.total),
        stated_points=shape.points,
        files=shape.file,
    )


def _ambiguous_ids(parsed: ParsedRubric) -> Iterator[Problem]:
    """Parts called as an item of another part is: nothing could tell the part 1.2 from the item 2 of the part 1."""
    items = {f"{part}.{name}" for part, holder in parsed.shape.parts.items() for name in holder.items}
    for part in parsed.shape.parts:
        if part in items:
            place = place_of_name(parsed.written, ("parts", part))
            yield problem(place, f"“{part}” is also an item of another part. Call one of them differently.")


def _attempts(shape: AttemptsShape) -> AttemptPolicy:
    return AttemptPolicy(shape.counts, shape.cost, shape.hints, shape.cap, shape.submissions)


def _late(shape: LateShape | None) -> LatePolicy | None:
    return None if shape is None else LatePolicy(shape.cost, shape.after, shape.grace, shape.cap)


@frozen
class Scope:
    """What holds at one place of a rubric: names, what signs mean, and the arrays that both make."""

    names: Declared = field(default_factory=Declared)
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    arrays: Arrays = NO_ARRAYS

    def over(self, other: Scope) -> Scope:
        """What holds here, and what the other scope has beside; raises ValueError where the arrays have no sizes together."""
        names = other.names.with_more(self.names)
        meanings = {**other.meanings, **self.meanings}
        return Scope(names, meanings, names.known_arrays(meanings))


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


@frozen
class _Building:
    """Makes parts and items in the order of the file, and keeps what was made for the items that follow."""

    parsed: ParsedRubric
    found: list[Problem]
    made: dict[str, Item] = field(default_factory=dict)
    scopes: dict[str, Scope] = field(default_factory=dict)

    def part(self, part_id: str, shape: PartShape, outer: Scope) -> Part:
        scope = _scope(outer, shape, ("parts", part_id), self.parsed, self.found)
        items = tuple(self._item(part_id, name, shape, scope) for name in shape.items)
        return Part(part_id, shape.title, items, shape.aliases, shape.points)

    def _item(self, part_id: str, name: str, part: PartShape, outer: Scope) -> Item:
        path = item_path(part_id, name)
        shape, parsed = part.items[name], self.parsed
        scope = self._with_followed(_scope(outer, shape, path, parsed, self.found), shape, path)
        vocabulary = scope.names.vocabulary(scope.arrays, decimal_comma=parsed.shape.decimal_comma)
        say = {**parsed.shape.say, **part.say}
        follow = FollowSource(self.made, scope.names, vocabulary, parsed.written, (*path, "follows"))
        follows = dict(follow.followed(shape.follows, self.found))
        source = ItemSource(
            part_id, name, path, shape, parsed.items[path], vocabulary, scope.arrays, say, parsed.written, follows
        )
        item = build_item(source)
        self.found.extend(source.problems)
        self.made[item.id], self.scopes[item.id] = item, scope
        return item

    def _with_followed(self, scope: Scope, shape: ItemShape, path: Path) -> Scope:
        """Names of the items that are followed hold here too, since their keys stand in this one's; its own go before them."""
        for name, followed in shape.follows.items():
            if (earlier := self.scopes.get(followed.item)) is None or earlier == scope:
                continue
            try:
                scope = scope.over(earlier)
            except ValueError as error:
                self.found.append(problem(place_of_value(self.parsed.written, (*path, "follows", name)), str(error)))
        return scope


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
