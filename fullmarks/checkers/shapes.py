"""Shapes of arrays in an entry: ``28×28×10``, ``(28, 28, 10)``, ``490``, and whether two are the same."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.checkers.compared import together
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.values import rational
from fullmarks.expr.nodes import Listing, Matrix, Multiply, Node, Quantity, Relation

Sizes = tuple[Node, ...]


def same_shape(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether the answer, or a side of a chain that it is, has the key's sizes in the key's order; sizes of 1 make no difference."""
    wanted = _without_ones(_sizes(expected))
    difference = Comparison(False, Evidence(EvidenceKind.EXACT))
    for side in _sides(answer):
        given = _without_ones(_sizes(side))
        if len(given) != len(wanted):
            continue
        compared = together(equal(one, other, assumptions) for one, other in zip(given, wanted, strict=True))
        if compared.equal is not False:
            return compared
        difference = compared
    return difference


def _sides(answer: Node) -> Iterator[Node]:
    match answer:
        case Relation(operands, operators) if set(operators) <= {"="}:
            yield from operands
        case Relation(operands, _):
            yield operands[-1]  # 7×7×10 → 490
        case _:
            yield answer


def _sizes(node: Node) -> Sizes:
    match node:
        case Multiply(factors):
            return factors
        case Listing("(" | "[" | "", _, items):
            return items
        case Matrix(((*items,),)):
            return tuple(items)
        case Quantity(value, _):
            return _sizes(value)
    return (node,)


def _without_ones(sizes: Sizes) -> Sizes:
    return tuple(size for size in sizes if rational(size) != 1) or sizes[:1]
