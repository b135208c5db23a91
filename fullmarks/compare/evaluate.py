"""The value of a tree at a point: exact where it is rational, a certified ball elsewhere.

Whoever calls this holds ``precision``. Every node that is visited costs one of the evaluator's budget, so that no tree and no
sum takes longer than its limits say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from hashlib import blake2b
from typing import Any

from flint import acb, arb, ctx, fmpq

from fullmarks.compare import integers, powers
from fullmarks.compare.conditions import holds
from fullmarks.compare.function_values import BY_FUNCTION, log_ratio
from fullmarks.compare.reach import needed_bits
from fullmarks.compare.special import COMPLEX, REAL, Value, real_part
from fullmarks.compare.undefined import BeyondError, UncertainError, UndefinedError
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Divide,
    Indexed,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Piecewise,
    Power,
    Quantity,
    Symbol,
)
from fullmarks.limits import Limits

_WATCHED_BITS = 512


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

    def __init__(
        self,
        point: Mapping[str, Value],
        limits: Limits,
        seed: str = "",
        *,
        in_complex: bool = False,
        budget: Budget | None = None,
    ) -> None:
        self.point = dict(point)
        self.limits = limits
        self.seed = seed
        self.in_complex = in_complex
        self.budget = budget or Budget(limits.evaluations)
        self.height = 0
        """Bits of the largest exact number met: balls of fewer bits cannot hold it apart from its neighbours."""
        self.absorbed = False
        """Whether a term of a sum was too small beside the sum to be seen at this precision."""

        self.needed_bits = 0
        """Bits at which what functions do to very large or small arguments would still be seen."""

    def value(self, node: Node) -> Value:
        """The node's value; raises NoValueError."""
        budget = self.budget
        budget.left -= 1
        if budget.left < 0:
            raise BeyondError
        evaluate = _BY_NODE.get(type(node))
        if evaluate is None:
            raise BeyondError
        return evaluate(self, node)

    def notice_absorbed(self, values: list[Value], total: Value) -> None:
        resolution = _size(total) * arb(2) ** -max(0, ctx.prec - 32)
        self.absorbed |= any(_size(value) <= resolution and value != 0 for value in values)

    def quotient(self, numerator: Value, denominator: Value) -> Value:
        if isinstance(denominator, fmpq):
            if denominator == 0:
                raise UndefinedError("pole")
        elif denominator.contains(0) if isinstance(denominator, arb) else denominator.contains(acb(0)):
            raise UndefinedError("pole") if denominator.is_zero() else UncertainError
        return self.bounded(numerator / denominator)

    def bounded(self, value: Value) -> Value:
        if isinstance(value, fmpq):
            height = value.height_bits()
            self.height = max(self.height, height)
            if height > self.limits.exact_bits:
                self.absorbed = True
                return arb(value)
        return value

    def exact(self, node: Node) -> fmpq:
        """The value of a node that must be an exact rational; raises BeyondError for any other."""
        value = self.value(node)
        if isinstance(value, fmpq):
            return value
        raise BeyondError

    def arbitrary(self, name: str, arguments: tuple[fmpq, ...]) -> fmpq:
        """A rational that stands for an unknown value, the same for the same name and arguments."""
        text = f"{self.seed}|{name}|{','.join(map(str, arguments))}"
        digest = blake2b(text.encode(), digest_size=6).digest()
        return fmpq(int.from_bytes(digest[:3], "big") % 4001 - 2000, 2 + int.from_bytes(digest[3:], "big") % 997)

    def function(self, name: str, argument: Value) -> Value:
        if self.in_complex or isinstance(argument, acb):
            result: arb | acb = COMPLEX[name](acb(argument)) if name in COMPLEX else REAL[name](real_part(argument))
        else:
            result = REAL[name](arb(argument))
        if not result.is_finite():
            raise UncertainError
        if ctx.prec > _WATCHED_BITS:
            self.needed_bits = max(self.needed_bits, needed_bits(name, argument, result))
        if isinstance(argument, fmpq) and isinstance(result, arb) and result.is_exact():
            return _exact_ball(result)
        return result


def _number(at: Evaluator, node: Number) -> Value:
    value = fmpq(node.value.numerator, node.value.denominator)
    return at.bounded(value)


def _symbol(at: Evaluator, node: Symbol) -> Value:
    value = at.point.get(node.name)
    if value is None:
        raise BeyondError
    return value


def _constant(at: Evaluator, node: Constant) -> Value:
    match node.name:
        case "pi":
            return arb.pi()
        case "e":
            return arb.const_e()
        case "i":
            return acb(0, 1)
        case "undefined":
            raise UndefinedError("nowhere")
    raise BeyondError


def _add(at: Evaluator, node: Add) -> Value:
    terms = node.terms
    values = [at.value(term) for term in terms]
    total = values[0]
    for value in values[1:]:
        total = total + value
    if not isinstance(total, fmpq):
        at.notice_absorbed(values, total)
        return total
    return at.bounded(total)


def _multiply(at: Evaluator, node: Multiply) -> Value:
    factors = node.factors
    total = at.value(factors[0])
    for factor in factors[1:]:
        total = total * at.value(factor)
    return at.bounded(total)


def _negate(at: Evaluator, node: Negate) -> Value:
    return -at.value(node.operand)


def _divide(at: Evaluator, node: Divide) -> Value:
    match node:
        case Divide(Call("log", (value,)), Call("log", (base,))):  # log 8 / log 2 is the integer 3
            exact = log_ratio(at.value(value), at.value(base))
            if exact is not None:
                return exact
    numerator = at.value(node.numerator)
    return at.quotient(numerator, at.value(node.denominator))


def _power(at: Evaluator, node: Power) -> Value:
    exponent = at.value(node.exponent)
    if isinstance(node.base, Constant) and node.base.name == "e":
        return at.function("exp", exponent)
    value = powers.power(at.value(node.base), exponent, at.limits.exact_bits, in_complex=at.in_complex)
    return at.bounded(value)


def _percent(at: Evaluator, node: Percent) -> Value:
    return at.value(node.operand) / fmpq(100)


def _quantity(at: Evaluator, node: Quantity) -> Value:
    return at.value(node.value)


def _indexed(at: Evaluator, node: Indexed) -> Value:
    return at.arbitrary(node.base, tuple(at.exact(index) for index in node.indices))


def _call(at: Evaluator, node: Call) -> Value:
    name, arguments = node.function, node.arguments
    special = BY_FUNCTION.get(name)
    if special is not None:
        return special(at, arguments)
    if len(arguments) == 1 and (name in REAL or name in COMPLEX):
        return at.function(name, at.value(arguments[0]))
    return at.arbitrary(name, tuple(at.exact(argument) for argument in arguments))


def _big(at: Evaluator, node: BigOperator) -> Value:
    indices = integers.index_range(at.exact(node.lower), at.exact(node.upper), at.limits.sum_terms)
    before = at.point.get(node.index)
    is_sum = node.kind == "sum"
    total: Value = fmpq(0) if is_sum else fmpq(1)
    try:
        for index in indices:
            at.point[node.index] = fmpq(index)
            term = at.value(node.body)
            total = at.bounded(total + term if is_sum else total * term)
    finally:
        if before is None:
            at.point.pop(node.index, None)
        else:
            at.point[node.index] = before
    return total


def _piecewise(at: Evaluator, node: Piecewise) -> Value:
    for value, condition in node.branches:
        if holds(condition, at.value):
            return at.value(value)
    if node.otherwise is None:
        raise UndefinedError("nowhere")
    return at.value(node.otherwise)


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


_BY_NODE: Mapping[type[Node], Callable[[Evaluator, Any], Value]] = {  # each takes its own kind of node
    Number: _number,
    Symbol: _symbol,
    Constant: _constant,
    Add: _add,
    Multiply: _multiply,
    Negate: _negate,
    Divide: _divide,
    Power: _power,
    Percent: _percent,
    Quantity: _quantity,
    Indexed: _indexed,
    Call: _call,
    BigOperator: _big,
    Piecewise: _piecewise,
}
