"""Two trees that bend along one symbol, compared on every cell: exact where each law is, and quick to see a wrong border.

First one point of each cell is tried, which shows most differences; then the formulas that hold in a cell must be the same.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import fmpq

from fullmarks.compare.algebra.claims import Algebra
from fullmarks.compare.pieces.bends import Bends, NowhereError, bent_symbol
from fullmarks.compare.pieces.cells import Cell, cells
from fullmarks.compare.points.generic import Point
from fullmarks.compare.points.seen import Seen
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Node, Number
from fullmarks.expr.walk import substitute
from fullmarks.records import frozen

Show = Callable[[Point], Seen]
_MOST_NODES = 8_000
"""So many nodes times borders are compared cell by cell."""
_A_REGION = 2
_AT_ONCE = 3
"""A cell of so many values is tried out; a longer one only if its formulas are not seen to be the same."""
Same = Callable[[Node, Node], bool]
"""Whether two formulas are equal by exact arithmetic."""


@frozen
class Parted:
    """A point at which two trees differ."""

    point: Point
    seen: Seen


def on_cells(answer: Node, expected: Node, algebra: Algebra, base: Point, show: Show) -> OnCells | None:
    """The comparison of two trees that bend along one symbol; None where they do not, or where a border is not known.

    ``base`` says what the other symbols are at the points that are tried.
    """
    name = bent_symbol((answer, expected))
    if name is None or (domain := algebra.domains.get(name, REAL)).kind == "complex":
        return None
    workspace = algebra.workspace
    mine, theirs = workspace.bends(answer, name), workspace.bends(expected, name)
    if mine is None or theirs is None:
        return None
    size = workspace.program(answer).size + workspace.program(expected).size
    if size * len(mine.borders | theirs.borders) > _MOST_NODES:
        return None
    return OnCells(mine, theirs, domain, base, show, algebra.same)


class OnCells:
    """One comparison along one symbol."""

    __slots__ = ("_equal", "_open", "_unseen", "base", "domain", "expected", "mine", "name", "same", "show")

    def __init__(self, mine: Bends, expected: Bends, domain: Domain, base: Point, show: Show, same: Same) -> None:
        self.mine, self.expected, self.name = mine, expected, mine.name
        self.domain, self.base = domain, base
        self.show, self.same = show, same
        self._open: list[Cell] = []
        """Cells that points did not settle, and did not belie."""
        self._unseen = 0
        """Cells in which the two were nowhere seen to agree: algebra may have divided by what vanishes there."""
        self._equal: dict[tuple[int, int], tuple[Node, Node]] = {}
        """Formulas that were found equal, by the identity of both; held, so that no others take these identities."""

    def parted(self) -> Parted | None:
        """Where a point of a cell parts the two; to be asked first."""
        for cell in cells(self.mine.borders | self.expected.borders, self.domain):
            tried = self._tried(cell)
            if isinstance(tried, Parted):
                return tried
            if not tried:
                self._open.append(cell)
        return None

    def equal(self) -> bool:
        """Whether their formulas are the same in every cell that no points settled; False says nothing."""
        return not self._unseen and all(map(self._is_equal, self._open))

    def _tried(self, cell: Cell) -> Parted | bool:
        """Where a cell's points part the two; True where they settle that the two are equal in it."""
        whole = len(cell.all) <= _AT_ONCE and bool(cell.all)
        settled = whole and self.base.keys() <= {self.name}
        lacking, agreed = 0, False
        for value in cell.all if whole else cell.inside:
            point: Point = {**self.base, self.name: value}
            seen = self.show(point)
            lacking += bool(seen.lacking)
            if seen.equal is False or (lacking == _A_REGION and self._is_wide(cell)):
                return Parted(point, seen)
            agreed |= bool(seen.equal) or seen.beyond
            settled &= bool(seen.equal) and seen.values is None
        self._unseen += not agreed and not self._is_border(cell) and not self._is_nowhere(cell)
        return settled

    def _is_nowhere(self, cell: Cell) -> bool:
        """Whether no piece of either tree is meant for a cell."""
        return all(_formula(tree, cell.inside[0]) is None for tree in (self.mine, self.expected))

    def _is_equal(self, cell: Cell) -> bool:
        """Whether both trees' formulas in a cell are one."""
        mine, expected = (_formula(tree, cell.inside[0]) for tree in (self.mine, self.expected))
        if mine is None or expected is None:
            return mine is expected or self._is_border(cell)
        pair = id(mine), id(expected)
        if pair in self._equal:
            return True
        if mine == expected or self.same(mine, expected):
            self._equal[pair] = mine, expected
            return True
        if not self._is_border(cell):
            return bool(cell.all) and self.base.keys() <= {self.name} and all(map(self._settles, cell.all))
        at = {self.name: Number(Fraction(int(cell.all[0].p), int(cell.all[0].q)))}
        return self.same(substitute(mine, at), substitute(expected, at))

    def _settles(self, value: fmpq) -> bool:
        """Whether both are exactly equal at a value of a lone symbol."""
        seen = self.show({self.name: value})
        return bool(seen.equal) and seen.values is None

    def _is_wide(self, cell: Cell) -> bool:
        """Whether a cell is an interval of reals, where a value that is lacking at two points is lacking in a region."""
        return not cell.all and self.domain.kind != "integer"

    def _is_border(self, cell: Cell) -> bool:
        """Whether a cell is a single point without room around it, where a value may be lacking."""
        return bool(cell.all) and self.domain.kind != "integer"


def _formula(tree: Bends, value: fmpq) -> Node | None:
    try:
        return tree.formula(value)
    except NowhereError:
        return None
