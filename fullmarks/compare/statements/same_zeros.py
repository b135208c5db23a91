r"""Two equations of waves with the same solutions: ``\tan x = 0`` and ``\sin x = 0``.

Their solutions are looked for among the usual angles. Where they are shown to be all solutions of both, the equations are the same; where
they are all solutions of one, and not of the other, they are not.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.statements.all_solutions import are_all_solutions
from fullmarks.compare.statements.families import Families, Family
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Add, Call, Constant, Multiply, Negate, Node, Number, Relation
from fullmarks.expr.walk import substitute, symbols, walk

_ANGLES = 24
"""The multiples of π/12 in one turn."""
_PI, _ZERO = Constant("pi"), Number(Fraction(0))
_TURN = Multiply((Number(Fraction(2)), _PI))
_WAVES = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))


def same_zeros(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Whether two equations of waves have the same solutions; None where this cannot tell."""
    names = symbols(answer) | symbols(expected)
    if len(names) != 1 or not (_is_of_waves(answer) and _is_of_waves(expected)):
        return None
    (name,) = names
    if assumptions.domains.get(name, REAL) != REAL:
        return None
    found = _usual_solutions(expected, name, assumptions)
    if found is None:
        return None
    theirs = are_all_solutions(found, expected, assumptions)
    if theirs is None or not theirs.equal:
        return None
    mine = are_all_solutions(found, answer, assumptions)
    return mine if mine is not None and mine.equal is not None else None


def _is_of_waves(tree: Node) -> bool:
    return (
        isinstance(tree, Relation)
        and tree.operators == ("=",)
        and any(isinstance(part, Call) and part.function in _WAVES and symbols(part) for part in walk(tree))
    )


def _usual_solutions(equation: Node, name: str, assumptions: Assumptions) -> Families | None:
    if not isinstance(equation, Relation):
        return None
    left, right = equation.operands
    gap = Add((left, Negate(right)))
    places = [Multiply((Number(Fraction(count, _ANGLES // 2)), _PI)) for count in range(_ANGLES)]
    solving = [
        place for place in places if compare_scalars(substitute(gap, {name: place}), _ZERO, assumptions).equal is True
    ]
    return Families(name, tuple(Family(place, _TURN) for place in solving)) if solving else None
