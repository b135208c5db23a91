"""Products side by side: matrix products from left to right, where a row times a column is a number.

``A xᵀy`` is the matrix times the number xᵀy, though A times xᵀ alone would not fit; ``w · x`` of two columns is the sum of
products. Anything else that does not fit is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import fmpq

from fullmarks.compare.arrays.place import Place, UnfitError
from fullmarks.compare.arrays.values import ArrayValue, Identity, Table, multiplied, number, scaled, shape
from fullmarks.compare.arrays.words import factor, listed
from fullmarks.compare.evaluation.special import Value
from fullmarks.expr.nodes import Node


@dataclass(slots=True)
class _Segment:
    """Factors that fit each other, with their product."""

    product: Table
    nodes: list[Node]

    def __str__(self) -> str:
        return "·".join(map(factor, self.nodes))


def chain(at: Place, nodes: tuple[Node, ...], values: tuple[ArrayValue, ...]) -> ArrayValue:
    """The product of factors in their order; raises UnfitError with the first two that do not fit."""
    multiple: Value = fmpq(1)
    identity = False
    segments: list[_Segment] = []
    for node, value in zip(nodes, values, strict=True):
        if not isinstance(value, Table):
            identity |= isinstance(value, Identity)
            multiple = multiple * (value.factor if isinstance(value, Identity) else value)
            continue
        last = segments[-1] if segments else None
        if last is None or last.product.ncols() != value.nrows():
            segments.append(_Segment(value, [node]))
            continue
        product = number(at.charge(multiplied(last.product, value)))
        if isinstance(product, Table):
            last.product = product
            last.nodes.append(node)
        else:
            multiple = multiple * product
            segments.pop()
    if not segments:
        return Identity(multiple) if identity else multiple
    product = segments[0].product if len(segments) == 1 else _inner(at, segments)
    return scaled(product, multiple) if isinstance(product, Table) else multiple * product


def _inner(at: Place, segments: list[_Segment]) -> Value | Table:
    """The sum of products of two columns that stand side by side."""
    first, second = segments[0], segments[1]
    if len(segments) == 2 and shape(first.product) == shape(second.product) and first.product.ncols() == 1:
        return number(multiplied(first.product.transpose(), second.product))
    raise UnfitError(lambda: _why_unfit(at, first, second))


def _why_unfit(at: Place, first: _Segment, second: _Segment) -> str:
    shapes = listed((str(segment), at.describe(segment.product)) for segment in (first, second))
    return f"{first}·{second} cannot be multiplied: {shapes}."
