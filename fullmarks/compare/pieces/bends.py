"""A tree that follows several laws along one symbol: where each begins, and which formula it is there.

Pieces, absolute values, signs and extremes whose borders are rational cut the line into cells; in each cell the tree is one
formula. Known for borders that are zeros of ``a x + b`` alone; anything else has no bends here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeGuard

from flint import fmpq

from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Listing,
    Logic,
    Multiply,
    Negate,
    Node,
    Number,
    Piecewise,
    Relation,
    Symbol,
)
from fullmarks.expr.walk import bound_name, children, rebuild, symbols, walk
from fullmarks.records import frozen

_BENT_FUNCTIONS = frozenset(("abs", "sign", "max", "min"))
_MOST_BORDERS = 24
_MOST_ARGUMENTS = 6
_TRUTHS = {"true": True, "false": False}
_SIGNS = {sign: Number(Fraction(sign)) for sign in (-1, 0, 1)}
_COMPARED: Mapping[str, Callable[[fmpq], bool]] = {
    "=": lambda gap: gap == 0,
    "!=": lambda gap: gap != 0,
    "<": lambda gap: gap < 0,
    "<=": lambda gap: gap <= 0,
    ">": lambda gap: gap > 0,
    ">=": lambda gap: gap >= 0,
}
"""Relations, by what they say of the left side less the right one."""

Truth = Callable[[fmpq], bool]
"""Whether a condition holds at a value of the symbol."""
Choice = Callable[[fmpq], Node]
"""What a bent node is at a value of the symbol, its own parts still bent."""


class UnknownBendsError(ArithmeticError):
    """A border is no zero of ``a x + b``."""


class NowhereError(ArithmeticError):
    """No piece is meant for a value of the symbol."""


@frozen
class Line:
    """The values of ``start + slope x``."""

    start: fmpq
    slope: fmpq

    def at(self, value: fmpq) -> fmpq:
        """The value for one x."""
        return self.start + self.slope * value

    def less(self, other: Line) -> Line:
        """This line less another."""
        return Line(self.start - other.start, self.slope - other.slope)


@frozen
class Bends:
    """The borders of a tree along one symbol, and what it is between them."""

    tree: Node
    name: str
    borders: frozenset[fmpq]
    choices: dict[int, Choice]
    above: frozenset[int]
    """The identities of all nodes that hold a bent one."""

    def formula(self, value: fmpq) -> Node:
        """The tree as it is at a value of the symbol, without bends; raises NowhereError."""
        return self._plain(self.tree, value)

    def _plain(self, node: Node, value: fmpq) -> Node:
        if id(node) not in self.above:
            return node
        choice = self.choices.get(id(node))
        if choice is not None:
            return self._plain(choice(value), value)
        return rebuild(node, lambda child: self._plain(child, value))


def bent_symbol(trees: Sequence[Node]) -> str | None:
    """The one symbol along which trees bend; None where there is none, or several."""
    found: set[str] = set()
    for tree in trees:
        for node in walk(tree):
            if isinstance(node, Relation) or _is_bent_call(node):
                found |= symbols(node)
    return next(iter(found)) if len(found) == 1 else None


def bends(tree: Node, name: str) -> Bends | None:
    """The bends of a tree along a symbol; None where one of them is not known exactly."""
    maker = _Maker(name)
    try:
        maker.look(tree)
    except UnknownBendsError:
        return None
    return Bends(tree, name, frozenset(maker.borders), maker.choices, frozenset(maker.above))


class _Maker:
    """Finds the bends of one tree."""

    __slots__ = ("above", "borders", "choices", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.borders: set[fmpq] = set()
        self.choices: dict[int, Choice] = {}
        self.above: set[int] = set()

    def look(self, node: Node) -> bool:
        """Whether a node bends, or holds what does."""
        if isinstance(node, Piecewise):
            found = self._look_at_pieces(node)
        elif _is_bent_call(node):
            found = self._look_at_call(node)
        else:
            found = sum(map(self.look, children(node))) > 0
            if found and bound_name(node) is not None:
                raise UnknownBendsError
        if found:
            self.above.add(id(node))
        return found

    def _look_at_pieces(self, node: Piecewise) -> bool:
        truths = [(value, self._truth(condition)) for value, condition in node.branches]
        for value, _ in node.branches:
            self.look(value)
        if node.otherwise is not None:
            self.look(node.otherwise)

        def choice(at: fmpq) -> Node:
            for value, holds in truths:
                if holds(at):
                    return value
            if node.otherwise is None:
                raise NowhereError
            return node.otherwise

        self.choices[id(node)] = choice
        return True

    def _look_at_call(self, node: Call) -> bool:
        if len(node.arguments) > _MOST_ARGUMENTS:
            raise UnknownBendsError
        lines = [self._line(argument) for argument in node.arguments]
        first, arguments = lines[0], node.arguments
        if node.function in ("max", "min"):
            for one, other in combinations(lines, 2):
                self._cut(one.less(other))
            pick = max if node.function == "max" else min
            self.choices[id(node)] = lambda at: arguments[pick(range(len(lines)), key=lambda k: lines[k].at(at))]
            return True
        self._cut(first)
        negative = Negate(arguments[0])
        if node.function == "abs":
            self.choices[id(node)] = lambda at: negative if first.at(at) < 0 else arguments[0]
        else:
            self.choices[id(node)] = lambda at: _SIGNS[(first.at(at) > 0) - (first.at(at) < 0)]
        return True

    def _truth(self, condition: Node) -> Truth:
        match condition:
            case Constant(name) if name in _TRUTHS:
                truth = _TRUTHS[name]
                return lambda _: truth
            case Relation(operands, operators) if all(operator in _COMPARED for operator in operators):
                lines = [self._line(operand) for operand in operands]
                links = [(lines[k].less(lines[k + 1]), _COMPARED[operator]) for k, operator in enumerate(operators)]
                for gap, _ in links:
                    self._cut(gap)
                return lambda at: all(holds(gap.at(at)) for gap, holds in links)
            case Logic("and", parts) | Listing("", "", parts):
                truths = [self._truth(part) for part in parts]
                return lambda at: all(truth(at) for truth in truths)
            case Logic("or", parts):
                truths = [self._truth(part) for part in parts]
                return lambda at: any(truth(at) for truth in truths)
            case Logic("not", (part,)):
                inner = self._truth(part)
                return lambda at: not inner(at)
        raise UnknownBendsError

    def _cut(self, line: Line) -> None:
        if line.slope != 0:
            self.borders.add(-line.start / line.slope)
            if len(self.borders) > _MOST_BORDERS:
                raise UnknownBendsError

    def _line(self, node: Node) -> Line:
        match node:
            case Number(value, _):
                return Line(rational_value(value), fmpq(0))
            case Symbol(name) if name == self.name:
                return Line(fmpq(0), fmpq(1))
            case Negate(operand):
                line = self._line(operand)
                return Line(-line.start, -line.slope)
            case Add(terms):
                lines = [self._line(term) for term in terms]
                return Line(sum((line.start for line in lines), fmpq(0)), sum((line.slope for line in lines), fmpq(0)))
            case Divide(numerator, denominator) if divisor := constant(denominator):
                return _scaled(self._line(numerator), 1 / rational_value(divisor))
            case Multiply(factors):
                return self._product(factors)
        fixed = constant(node)
        if fixed is None:
            raise UnknownBendsError
        return Line(rational_value(fixed), fmpq(0))

    def _product(self, factors: tuple[Node, ...]) -> Line:
        total = Line(fmpq(1), fmpq(0))
        for factor in factors:
            line = self._line(factor)
            if line.slope == 0:
                total = _scaled(total, line.start)
            elif total.slope == 0:
                total = _scaled(line, total.start)
            else:
                raise UnknownBendsError
        return total


def _scaled(line: Line, factor: fmpq) -> Line:
    return Line(line.start * factor, line.slope * factor)


def _is_bent_call(node: Node) -> TypeGuard[Call]:
    return isinstance(node, Call) and node.function in _BENT_FUNCTIONS
