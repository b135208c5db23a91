"""The value of a tree at a point: exact where it is rational, a certified ball elsewhere.

Whoever calls this holds ``precision``. What is run is a ``program``; all that one run shares is here: the point, the budget, and
what was noticed on the way about the precision that would be needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction

from flint import acb, arb, ctx, fmpq

from fullmarks.compare.evaluation.program import Program, Run, program
from fullmarks.compare.evaluation.reach import needed_bits
from fullmarks.compare.evaluation.special import COMPLEX, REAL, Value, real_part
from fullmarks.compare.evaluation.stand_ins import Family, Place, known_family, stand_in
from fullmarks.compare.evaluation.undefined import BeyondError, UncertainError, UndefinedError
from fullmarks.expr.nodes import Node
from fullmarks.limits import Limits

_WATCHED_BITS = 255
"""From this precision on, it is noticed what would need more."""
_BITS_FOR_DOUBLE = 1_024
"""At so many bits more, an evaluation costs as much again."""
_SLOW = frozenset(("gamma", "factorial", "erf"))
"""Functions whose cost grows faster than the precision."""
_BITS_FOR_ONE = 32
_LONG_NUMBER = 512
"""An exact number longer than all before it costs one evaluation more for so many bits."""


def rational_value(value: Fraction) -> fmpq:
    """A Fraction as python-flint's rational."""
    return fmpq(value.numerator, value.denominator)


class Budget:
    """How many more nodes may be evaluated, by all the evaluators that share it."""

    __slots__ = ("left",)

    def __init__(self, evaluations: int) -> None:
        self.left = evaluations


class Evaluator:
    """Values of trees at one point.

    ``point`` gives each symbol its rational; families (``x_{i,j}``) and functions that nothing defines get rationals that
    depend on ``seed``, the name and the exact indices or arguments, and on nothing else.
    """

    __slots__ = (
        "_families",
        "absorbed",
        "budget",
        "exact_bits",
        "height",
        "in_complex",
        "limits",
        "needed_bits",
        "point",
        "seed",
        "stand_ins",
        "ties",
        "watching",
        "weight",
        "wholes",
    )

    def __init__(
        self,
        point: Mapping[str, Value],
        limits: Limits,
        seed: str = "",
        *,
        in_complex: bool = False,
        budget: Budget | None = None,
        stand_ins: bool = True,
        ties: bool = False,
    ) -> None:
        self.point = dict(point)
        self.wholes: dict[str, int] = {}
        """Symbols of the point that are known to be integers: what indices are made of."""
        self._families: dict[str, Family] = {}
        self.limits = limits
        self.exact_bits = limits.exact_bits
        self.seed = seed
        self.in_complex = in_complex
        self.stand_ins = stand_ins
        self.ties = ties
        """Whether the point lies on a border, so that sides of a condition whose balls overlap are equal."""
        self.budget = budget or Budget(limits.evaluations)
        self.watching = ctx.prec > _WATCHED_BITS
        self.weight = 1 + ctx.prec // _BITS_FOR_DOUBLE
        self.height = 0
        """Bits of the largest exact number met: balls of fewer bits cannot hold it apart from its neighbours."""
        self.absorbed = False
        """Whether a term of a sum was too small beside the sum to be seen at this precision."""
        self.needed_bits = 0
        """Bits at which what functions do to very large or small arguments would still be seen."""

    def value(self, node: Node) -> Value:
        """The node's value; raises NoValueError."""
        return self.run(program(node))

    def run(self, made: Program) -> Value:
        """The value of a tree whose program is there already; raises NoValueError."""
        self.spend(made.size)
        self.height = max(self.height, made.height)
        return made.run(self)

    def spend(self, evaluations: int) -> None:
        """Takes from the budget, more at a high precision; raises BeyondError when it is used up."""
        self.budget.left -= evaluations * self.weight
        if self.budget.left < 0:
            raise BeyondError

    # what programs are made of

    def bind(self, name: str, number: int) -> None:
        """Sets an index of a sum."""
        self.point[name] = fmpq(number)
        self.wholes[name] = number

    @contextmanager
    def binding(self, name: str) -> Iterator[None]:
        """Whatever an index of a sum is set to inside, the name stands for what it did before once outside."""
        before = self.point.get(name)
        try:
            yield
        finally:
            self.release(name, before)

    def release(self, name: str, before: Value | None) -> None:
        """Lets a name stand again for what it did before an index had it."""
        self.wholes.pop(name, None)
        if before is None:
            self.point.pop(name, None)
        else:
            self.point[name] = before

    def whole(self, name: str) -> int:
        """The integer that a symbol is; raises BeyondError where it is none."""
        value = self.point.get(name)
        if type(value) is not fmpq or value.q != 1:
            raise BeyondError
        number = self.wholes[name] = int(value)
        return number

    def quotient(self, numerator: Value, denominator: Value) -> Value:
        """A quotient; raises where the divisor is zero, or may be."""
        if isinstance(denominator, fmpq):
            if denominator == 0:
                raise UndefinedError("pole")
        elif denominator.contains(0) if isinstance(denominator, arb) else denominator.contains(acb(0)):
            raise UndefinedError("pole") if denominator.is_zero() else UncertainError
        return self.bounded(numerator / denominator)

    def bounded(self, value: Value) -> Value:
        """A value, as a ball once it has too many bits to stay exact."""
        if type(value) is fmpq:
            height = value.height_bits()
            if height > self.height:
                self.height = height
                self.budget.left -= height // _LONG_NUMBER
                if height > self.exact_bits:
                    self.absorbed = True
                    return arb(value)
        return value

    def exact(self, run: Run) -> fmpq:
        """What runs to an exact rational; raises BeyondError where it does not."""
        value = run(self)
        if isinstance(value, fmpq):
            return value
        raise BeyondError

    def arbitrary(self, name: str, place: Place) -> fmpq:
        """A rational that stands for an unknown value, the same for the same name and place."""
        if not self.stand_ins:
            raise BeyondError
        return stand_in(self.seed, name, place)

    def entry(self, base: str, place: Place) -> Value:
        """An entry of an indexed family; ``x_1`` of ``x`` may also be a symbol of its own."""
        family = self._families.get(base)
        if family is None:
            family = self._families[base] = self._family(base)
        value = family.get(place)
        if value is None:
            value = self.point.get(f"{base}_{''.join(map(str, place))}") if family.spelled else None
            value = self.arbitrary(base, place) if value is None else value
            family.keep(place, value)
        return value

    def _family(self, base: str) -> Family:
        """What is known of a family: by all evaluators together, or by this one where symbols of its point are entries."""
        if any(name.rpartition("_")[0] == base for name in self.point):
            return Family(spelled=True)
        return known_family(self.seed, base)

    def function(self, name: str, argument: Value) -> Value:
        """A function of one number, by name."""
        if self.watching and name in _SLOW:
            self.spend(ctx.prec // _BITS_FOR_ONE)
        if self.in_complex or isinstance(argument, acb):
            result: arb | acb = COMPLEX[name](acb(argument)) if name in COMPLEX else REAL[name](real_part(argument))
        else:
            result = REAL[name](arb(argument))
        if not result.is_finite():
            raise UncertainError
        if self.watching:
            self.notice_reach(name, argument, result)
        if isinstance(argument, fmpq) and isinstance(result, arb) and result.is_exact():
            return _exact_ball(result)
        return result

    def notice_reach(self, name: str, argument: Value, result: Value) -> None:
        """Notes the precision that a function's argument and result ask for."""
        self.needed_bits = max(self.needed_bits, needed_bits(name, argument, result))

    def notice_absorbed(self, values: list[Value], total: Value) -> None:
        """Notes when a term is too small beside its sum to be seen."""
        resolution = _size(total) * arb(2) ** -max(0, ctx.prec - 32)
        self.absorbed |= any(_size(value) <= resolution and value != 0 for value in values)


def _size(value: Value) -> arb:
    """An upper bound of the absolute value, as an exact ball."""
    if isinstance(value, fmpq):
        return abs(arb(value)).upper()
    return value.abs_upper()


def _exact_ball(value: arb) -> Value:
    """A ball without radius as the rational that it is."""
    mantissa, exponent = value.man_exp()
    if abs(exponent) > 10_000:
        return value
    return fmpq(mantissa) * fmpq(2) ** int(exponent)
