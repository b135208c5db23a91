"""The names in an item's key that stand for earlier answers: what each stands for, and when another answer may take its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fullmarks.errors import Problem, ReadError
from fullmarks.expr.definitions import Definition, names_in
from fullmarks.expr.nodes import Listing, Logic, Node, Relation
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.records import frozen
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.model import Followed, Item
from fullmarks.rubric.schema import FollowShape
from fullmarks.rubric.symbols import Declared, canonical
from fullmarks.rubric.written import Path, Written, place_of_name, place_of_value

MAY_BE_PUT_IN = frozenset(("symbolic", "numeric", "quantity", "matrix", "array", "piecewise"))
"""The kinds of item whose answer has its place in a formula."""


@frozen
class FollowSource:
    """What the names of one item are found with: the items before it, what it declares, and its place in the file."""

    earlier: Mapping[str, Item]
    declared: Declared
    vocabulary: Vocabulary
    root: Written
    path: Path

    def followed(self, shapes: Mapping[str, FollowShape], found: list[Problem]) -> Iterator[tuple[str, Followed]]:
        """All that can be used, by their names as written; mistakes are added to those found, but for items that are not there."""
        for written, shape in shapes.items():
            earlier = self.earlier.get(shape.item)
            if earlier is None:
                continue
            try:
                name = canonical(written)
                followed = Followed(
                    name, earlier, self._definition(name, earlier), self._where(name, shape), shape.share
                )
            except _BadFollowError as error:
                found.append(problem(place_of_value(self.root, (*self.path, written, error.name)), str(error)))
            except ValueError as error:
                found.append(problem(place_of_name(self.root, (*self.path, written)), str(error)))
            else:
                yield written, followed

    def _definition(self, name: str, earlier: Item) -> Definition:
        tree = earlier.keys[0].tree
        if earlier.checker.kind not in MAY_BE_PUT_IN:
            raise _BadFollowError("item", _NO_FORMULA.format(earlier.id))
        if isinstance(tree, Listing):
            raise _BadFollowError(
                "item", f"“{earlier.id}” has no key that could stand here, only a range. Give it one."
            )
        return Definition(tree, self.declared.functions.get(name, ()))

    def _where(self, name: str, shape: FollowShape) -> Node | None:
        text = shape.where
        if text is None:
            return None
        try:
            tree = read(text, self.vocabulary).tree
        except ReadError as error:
            raise _BadFollowError("where", f"The condition “{text}” cannot be read: {error.sentence}") from error
        if not isinstance(tree, Relation | Logic):
            raise _BadFollowError("where", f"“{text}” is no condition. Write one such as m > 0.")
        if name not in names_in(tree):
            raise _BadFollowError("where", f"The condition “{text}” says nothing about “{name}”.")
        return tree


_NO_FORMULA = "The answer to “{}” has no place in a formula. Follow an item that asks for an expression, a number, a function or a matrix."


class _BadFollowError(Exception):
    """A name that cannot stand for an answer: what is wrong under which of its names."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name
