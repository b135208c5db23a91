"""What in an answer answers the item: the right side of a chain, the value behind a target's name.

``y = 2x`` answers the key ``2x``, ``c = 1/√d`` an item whose target is ``c``; ``f = a = b`` counts by its last side. A chain
whose left side is a lone name other than the target answers another question (contract of ``check``).
"""

from __future__ import annotations

from fullmarks.compare.canonical import key
from fullmarks.compare.statements.builders import condition_of
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import Call, Indexed, Listing, Logic, Node, PlusMinus, Relation, SetOperation, Symbol, Text
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import functions, symbols
from fullmarks.records import record

_CHAIN = frozenset(("=", "approx", "to"))
_OF_SEVERAL = (Listing, PlusMinus, SetOperation, Logic)
_EQUATED = frozenset("abs sqrt root log exp sin cos tan cot sec csc sinh cosh tanh asin acos atan factorial".split())
"""Functions that stand in equations to be solved; the value of another, such as a determinant, is given by one."""
_BOUNDS = {"upper": {"<="}, "lower": {">="}}
_OTHER_WAY = {"upper": {">="}, "lower": {"<="}}
"""``key ≥ …`` says the same as ``… ≤ key``."""


@record
class Aimed:
    """The tree that answers; ``other`` names the left side when the answer is about something else."""

    tree: Node
    other: str | None = None


@record
class Target:
    """What an item asks for: the left sides that its answer may have (none: nothing said), the key, and whether it is a bound.

    ``written`` is a key with names of earlier answers as its author wrote it: ``y(n - 5)`` may be said to be something.
    """

    names: tuple[Node, ...]
    expected: Node
    bound: str | None = None
    written: Node | None = None

    def aim(self, tree: Node) -> Aimed:
        """The part of an answer that answers; the whole where it is no chain."""
        tree = condition_of(tree, self.expected)
        if isinstance(self.expected, (Relation, Logic)):
            return Aimed(tree)
        match tree:
            case Listing("", "", items) if any(isinstance(item, Relation) for item in items):
                return self._among(tree, items)
            case Logic("and", parts) if any(isinstance(part, Relation) for part in parts):
                return self._among(tree, parts)
            case Relation(operands, operators) if set(operators) <= _CHAIN:
                return Aimed(tree) if self._is_unsolved(operands) else self._chain(operands, operators)
            case Relation(operands, operators) if (
                self.bound is not None and set(operators) <= _CHAIN | _BOUNDS[self.bound]
            ):
                return Aimed(self._exact_side(operands, operators))
            case Relation(operands, operators) if self.bound is not None and set(operators) <= _OTHER_WAY[self.bound]:
                return Aimed(operands[0])
            case Relation((left, right), ("in",)) if _is_name(left) and self._is_asked(left):
                return Aimed(_only_member(right))
        return Aimed(tree)

    def _among(self, tree: Node, items: tuple[Node, ...]) -> Aimed:
        """Of several statements, the one about the target; where several values are asked for, all that speak of it."""
        wanted = set(map(key, self.names))
        about = [
            item
            for item in items
            if isinstance(item, Relation)
            and set(item.operators) <= _CHAIN
            and any(key(side) in wanted for side in item.operands[:-1])
        ]
        if not about or (self._asks_for_several() and self._goes_on(about, items)):
            return Aimed(tree)
        return self._chain(about[0].operands, about[0].operators)

    def _is_unsolved(self, operands: tuple[Node, ...]) -> bool:
        """``x^2 = 4`` where a set of values is asked for: an equation, whose right side is none of its solutions."""
        several = isinstance(self.expected, Listing) and self.expected.opening in ("{", "")
        left, value = operands[0], operands[-1]
        of_a_thing = isinstance(left, Text) or (isinstance(left, Call) and left.function not in _EQUATED)
        said_of_a_name = of_a_thing or any(_is_name(side) for side in operands[:-1])
        return several and not said_of_a_name and bool(symbols(left)) and not isinstance(value, _OF_SEVERAL)

    def _asks_for_several(self) -> bool:
        return isinstance(self.expected, (Listing, PlusMinus))

    def _goes_on(self, about: list[Relation], items: tuple[Node, ...]) -> bool:
        """``x = 1, x = 2`` and ``x = 1, 2`` list values of one target."""
        return len(about) > 1 or not all(isinstance(item, Relation) for item in items)

    def _chain(self, operands: tuple[Node, ...], operators: tuple[str, ...]) -> Aimed:
        value = self._exact_side(operands, operators)
        left = operands[0]
        if isinstance(left, Text):  # ``= 5`` without a left side
            return Aimed(value)
        if (
            _is_name(left)
            and not self._is_asked(left)
            and not any(self._is_asked(side) for side in operands[1:-1] if _is_name(side))
        ):
            return Aimed(value, plain(left))
        if (
            _is_name(value)
            and not _is_name(left)
            and not self._mentions(value)
            and symbols(left) <= symbols(self.expected)
        ):
            return Aimed(left)  # 5 = x
        return Aimed(value)

    def _exact_side(self, operands: tuple[Node, ...], operators: tuple[str, ...]) -> Node:
        """The right-most side; of ``x = 1/3 ≈ 0.333``, the side before the rounding.

        Where a number is asked for, a formula is no side of it: of ``f = 1/(2 pi R C) ≈ 1.6 kHz`` the number counts.
        """
        last = len(operands) - 1
        while (
            (last > 1 or (last == 1 and not _is_name(operands[0])))
            and operators[last - 1] == "approx"
            and not isinstance(operands[last - 1], Text)
        ):
            if symbols(operands[last - 1]) and not symbols(operands[last]) and not symbols(self.expected):
                break
            last -= 1
        return operands[last]

    def _is_asked(self, side: Node) -> bool:
        """Whether a lone name may stand to the left of an answer."""
        if self.written is not None and key(side) == key(self.written):
            return True
        if self.names:
            return key(side) in {key(name) for name in self.names}
        return not self._mentions(side)

    def _mentions(self, side: Node) -> bool:
        """Whether the key uses the name."""
        if isinstance(side, Call):
            return side.function in functions(self.expected)
        name = side.name if isinstance(side, Symbol) else side.base if isinstance(side, Indexed) else ""
        return name in symbols(self.expected)


def _is_name(node: Node) -> bool:
    """A lone symbol, an entry, or the value of a function that is not one of mathematics' own."""
    return isinstance(node, (Symbol, Indexed)) or (isinstance(node, Call) and node.function not in FUNCTIONS)


def _only_member(node: Node) -> Node:
    """The member of a set of one (``x ∈ {5}``); any other set is itself."""
    match node:
        case Listing("{", "}", (item,)):
            return item
    return node
