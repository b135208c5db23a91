"""A matrix in blocks of one size, and the general entry of such a matrix: which block an entry is said to belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from fullmarks.compare.values import rational
from fullmarks.expr.nodes import Indexed, Multiply, Node, Number, Symbol
from fullmarks.expr.walk import rebuild, substitute, symbols, walk
from fullmarks.records import frozen

Place = tuple[int, int]


@frozen
class Blocks:
    """``down`` by ``across`` blocks of ``height`` by ``width``; all places count from 1."""

    down: int
    across: int
    height: int
    width: int

    @property
    def shape(self) -> Place:
        return self.down * self.height, self.across * self.width

    def all(self) -> Iterator[Place]:
        """The places of the blocks, row by row."""
        yield from product(range(1, self.down + 1), range(1, self.across + 1))

    def places(self, block: Place) -> Iterator[Place]:
        """The places of a block's entries in the whole matrix."""
        rows, columns = (range((at - 1) * size + 1, at * size + 1) for at, size in zip(block, self.sides, strict=True))
        yield from product(rows, columns)

    @property
    def sides(self) -> Place:
        return self.height, self.width

    def block_of(self, place: Place) -> Place:
        """The block that holds a place."""
        return (place[0] - 1) // self.height + 1, (place[1] - 1) // self.width + 1


@frozen
class GeneralEntry:
    """``left = rest·value_{indices}``: the value's own indices, those of the sides to the left, and all but the value."""

    lefts: tuple[tuple[Node, ...], ...]
    indices: tuple[Node, Node]
    rest: Node


def general_entry(lefts: tuple[Node, ...], value: Node, is_value: Callable[[Indexed], bool]) -> GeneralEntry | None:
    """The parts of a general entry; None where it does not hold exactly one value with two indices."""
    found = [part for part in walk(value) if isinstance(part, Indexed) and is_value(part)]
    indices = _two(found[0].indices) if len(set(found)) == 1 else None
    if indices is None:
        return None
    named = tuple(side.indices for side in lefts if isinstance(side, Indexed) and len(side.indices) == 2)
    return GeneralEntry(named, indices, _without(value, found[0]))


def _two(indices: tuple[Node, ...]) -> tuple[Node, Node] | None:
    """The row and the column; also without a comma between them, ``⌈i/2⌉⌈j/2⌉``."""
    match indices:
        case (row, column) | (Multiply((row, column)),):
            return row, column
    return None


def names_its_block(entry: GeneralEntry, blocks: Blocks) -> bool | None:
    """Whether each entry of the matrix gets the value of its own block; None where names of the answer's own stand for the block."""
    rows, columns = (symbols(index) for index in entry.indices)
    lefts = [left for left in entry.lefts if all(isinstance(index, Symbol) for index in left)]
    if lefts or not entry.lefts:
        names = [sorted(symbols(index)) for index in lefts[0]] if lefts else [sorted(rows), sorted(columns)]
        if lefts and _are_names(entry.indices) and not (rows | columns) & {name for one in names for name in one}:
            return None
        if not lefts and _are_names(entry.indices):
            return None
        return len(names[0]) == len(names[1]) == 1 and _goes_to_blocks(entry, names[0][0], names[1][0], blocks)
    return _fills_blocks(entry, blocks)


def _are_names(indices: tuple[Node, ...]) -> bool:
    return all(isinstance(index, Symbol) for index in indices) and len(set(indices)) == len(indices)


def _goes_to_blocks(entry: GeneralEntry, row: str, column: str, blocks: Blocks) -> bool:
    """Whether the value's indices are the block's for every entry, all counted from 1 or all from 0."""
    rows, columns = blocks.shape
    return any(
        all(
            _at(entry.indices, {row: place[0] - 1 + first, column: place[1] - 1 + first})
            == tuple(at - 1 + first for at in blocks.block_of(place))
            for place in product(range(1, rows + 1), range(1, columns + 1))
        )
        for first in (1, 0)
    )


def _fills_blocks(entry: GeneralEntry, blocks: Blocks) -> bool:
    """Whether the sides to the left, ``dx_{2p-1,2q-1} = dx_{2p-1,2q} = …``, are all places of the value's block."""
    if not _are_names(entry.indices):
        return False
    row, column = (min(symbols(index)) for index in entry.indices)
    return all(
        {_at(left, {row: block[0], column: block[1]}) for left in entry.lefts}
        == {(Fraction(place[0]), Fraction(place[1])) for place in blocks.places(block)}
        for block in blocks.all()
    )


def _at(indices: tuple[Node, ...], values: Mapping[str, int]) -> tuple[Fraction | None, ...]:
    numbers: Mapping[str, Node] = {name: Number(Fraction(value)) for name, value in values.items()}
    return tuple(rational(substitute(index, numbers)) for index in indices)


def _without(node: Node, value: Node) -> Node:
    """The tree with 1 in place of the value."""
    return Number(Fraction(1)) if node == value else rebuild(node, lambda child: _without(child, value))
