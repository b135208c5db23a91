"""An integral without bounds beside an expression: it stands for every function that has its body as derivative."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.scalars import compare_scalars
from fullmarks.expr.nodes import Derivative, Integral, Node
from fullmarks.expr.walk import walk


def antiderivative(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether one side is among the functions that the other, an integral without bounds, stands for; None for other trees."""
    match answer, expected:
        case Integral(body, variable, None, _), other:
            pass
        case other, Integral(body, variable, None, _):
            pass
        case _:
            return None
    if any(isinstance(part, Integral) for tree in (body, other) for part in walk(tree)):
        return None
    compared = compare_scalars(Derivative(other, variable, 1), body, assumptions)
    note = "An integral without bounds stands for every function with that derivative."
    return replace(compared, evidence=replace(compared.evidence, note=note)) if compared.equal else compared
