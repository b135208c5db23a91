"""Numbers that may be a little off: decided with exact fractions or certified enclosures, never with floats.

The border counts as inside. A tolerance is an absolute one, a relative one (a share of the key's size), or both, and then
the wider of the two holds. A key of zero has no size: only an absolute tolerance says anything about it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from fullmarks.checkers.kinds import is_expression
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.written import ExactNumber
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.units.quantities import Match, noted, side_by_side
from fullmarks.compare.values import enclosure, order, rational
from fullmarks.expr.nodes import Add, Call, Multiply, Negate, Node, Number
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen

_SHOWN = Context(prec=8)

Allowance = Annotated[ExactNumber, Field(ge=0)]


class ToleranceOptions(NamedOptions):
    """How far a number may be off."""

    absolute: Allowance | None = Field(None, description="Largest distance from the key.")
    relative: Allowance | None = Field(
        None, description="Largest distance from the key, as a share of its size: 1% or 0.01."
    )

    @property
    def tolerance(self) -> Tolerance | None:
        """None when numbers must be exact."""
        if self.absolute is None and self.relative is None:
            return None
        return Tolerance(self.absolute or Fraction(0), self.relative or Fraction(0))


@frozen
class Tolerance:
    """The allowed distance is the greater of ``absolute`` and ``relative`` times the key's size."""

    absolute: Fraction = Fraction(0)
    relative: Fraction = Fraction(0)

    def sentence(self) -> str:
        parts = [f"{shown(self.absolute)}"] if self.absolute else []
        parts += [f"{shown(self.relative * 100)} % of the key"] if self.relative else []
        return f"{' or '.join(parts) or 'nothing'} is allowed"


def compare_within(answer: Node, expected: Node, tolerance: Tolerance | None, assumptions: Assumptions) -> Comparison:
    """Equal up to the tolerance where both are numbers; exactly equal where there is no tolerance or no number.

    Units are converted into the key's first.
    """
    if tolerance is None:
        return equal(answer, expected, assumptions)
    pair = side_by_side(answer, expected, assumptions.domains)
    if pair is not None and pair.match not in (Match.MISSING, Match.OTHER):
        compared = compare_within(pair.value, pair.expected, tolerance, assumptions)
        return replace(compared, evidence=noted(compared.evidence, pair))
    numbers = pair is None and all(is_expression(tree) and not symbols(tree) for tree in (answer, expected))
    inside = within(answer, expected, tolerance) if numbers else None
    if inside is None:
        return equal(answer, expected, assumptions)
    note = f"Off by {distance_shown(answer, expected)}; {tolerance.sentence()}."
    return Comparison(
        inside, Evidence(EvidenceKind.TOLERANCE, values=(value_shown(answer), value_shown(expected)), note=note)
    )


def within(answer: Node, expected: Node, tolerance: Tolerance) -> bool | None:
    """Whether two constants lie as near as allowed; None where one has no value, or is too large for 512 bits to say.

    What they cannot tell from the border otherwise lies on it, and is inside.
    """
    distance = Call("abs", (Add((answer, Negate(expected))),))
    size = Call("abs", (expected,))
    sides = [
        order(distance, allowed)
        for allowed in (Number(tolerance.absolute), Multiply((Number(tolerance.relative), size)))
    ]
    if any(side is not None and side <= 0 for side in sides):
        return True
    return None if None in sides else False


def bounds(node: Node, bits: int) -> tuple[Fraction, Fraction] | None:
    """A constant's exact value twice, or an enclosure of it; None where it has no real value, or one past all measure."""
    exact = rational(node)
    if exact is not None:
        return exact, exact
    return enclosure(node, bits)


def shown(number: Fraction) -> str:
    """A number to eight digits, for staff."""
    decimal = _SHOWN.divide(Decimal(number.numerator), Decimal(number.denominator))
    return f"{decimal.normalize():f}" if -7 < decimal.adjusted() < 9 else str(decimal.normalize())


def value_shown(node: Node) -> str:
    """A constant's value to eight digits, or words where it is past all measure."""
    value = bounds(node, 128)
    return "more than can be shown" if value is None else shown((value[0] + value[1]) / 2)


def distance_shown(answer: Node, expected: Node) -> str:
    """How far two constants are apart, to eight digits."""
    return value_shown(Call("abs", (Add((answer, Negate(expected))),)))
