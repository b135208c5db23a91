"""The value of a tree at a point: exact where it is rational, a certified ball elsewhere.

Whoever calls this holds ``precision``. Every node that is visited costs one of the evaluator's budget, so that no tree and no
sum takes longer than its limits say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from hashlib import blake2b

from flint import acb, acb_mat, arb, arb_mat, ctx, fmpq, fmpq_mat, fmpz

from fullmarks.compare import powers
from fullmarks.compare.special import COMPLEX, REAL, Value
from fullmarks.compare.undefined import BeyondError, NoValueError, UncertainError, UndefinedError
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Divide,
    Indexed,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Piecewise,
    Power,
    Quantity,
    Relation,
    Symbol,
)
from fullmarks.limits import Limits

_TRUTHS = {"true": True, "false": False}
_MOST_EXACT_FACTORIAL = 1_000


def rational_value(value: Fraction) -> fmpq:
    """A Fraction as python-flint's rational."""
    return fmpq(value.numerator, value.denominator)


class Evaluator:
    """Values of trees at one point.

    ``point`` gives each symbol its rational; families (``x_{i,j}``) and functions that nothing defines get rationals that
    depend on ``seed``, the name and the exact indices or arguments, and on nothing else.
    """

    def __init__(self, point: Mapping[str, Value], limits: Limits, seed: str = "", *, in_complex: bool = False) -> None:
        self.point = dict(point)
        self.limits = limits
        self.seed = seed
        self.in_complex = in_complex
        self.spent = 0
        self.height = 0
        """Bits of the largest exact number met: balls of fewer bits cannot hold it apart from its neighbours."""
        self.absorbed = False
        """Whether a term of a sum was too small beside the sum to be seen at this precision."""

    def value(self, node: Node) -> Value:
        """The node's value; raises NoValueError."""
        self.spent += 1
        if self.spent > self.limits.evaluations:
            raise BeyondError
        evaluate = _BY_NODE.get(type(node))
        if evaluate is None:
            raise BeyondError
        return evaluate(self, node)

    # arithmetic

    def _number(self, node: Number) -> Value:
        value = fmpq(node.value.numerator, node.value.denominator)
        return self._bounded(value)

    def _symbol(self, node: Symbol) -> Value:
        value = self.point.get(node.name)
        if value is None:
            raise BeyondError
        return value

    def _constant(self, node: Constant) -> Value:
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

    def _add(self, node: Add) -> Value:
        terms = node.terms
        values = [self.value(term) for term in terms]
        total = values[0]
        for value in values[1:]:
            total = total + value
        if not isinstance(total, fmpq):
            self._notice_absorbed(values, total)
            return total
        return self._bounded(total)

    def _notice_absorbed(self, values: list[Value], total: Value) -> None:
        resolution = _size(total) * arb(2) ** -max(0, ctx.prec - 32)
        self.absorbed |= any(_size(value) <= resolution and value != 0 for value in values)

    def _multiply(self, node: Multiply) -> Value:
        factors = node.factors
        total = self.value(factors[0])
        for factor in factors[1:]:
            total = total * self.value(factor)
        return self._bounded(total)

    def _negate(self, node: Negate) -> Value:
        return -self.value(node.operand)

    def _divide(self, node: Divide) -> Value:
        numerator = self.value(node.numerator)
        return self._quotient(numerator, self.value(node.denominator))

    def _quotient(self, numerator: Value, denominator: Value) -> Value:
        if isinstance(denominator, fmpq):
            if denominator == 0:
                raise UndefinedError("pole")
        elif denominator.contains(0) if isinstance(denominator, arb) else denominator.contains(acb(0)):
            raise UndefinedError("pole") if denominator.is_zero() else UncertainError
        return self._bounded(numerator / denominator)

    def _bounded(self, value: Value) -> Value:
        if isinstance(value, fmpq):
            height = value.height_bits()
            self.height = max(self.height, height)
            if height > self.limits.exact_bits:
                self.absorbed = True
                return arb(value)
        return value

    def _power(self, node: Power) -> Value:
        exponent = self.value(node.exponent)
        if isinstance(node.base, Constant) and node.base.name == "e":
            return self._function("exp", exponent)
        value = powers.power(self.value(node.base), exponent, self.limits.exact_bits, in_complex=self.in_complex)
        return self._bounded(value)

    def _percent(self, node: Percent) -> Value:
        return self.value(node.operand) / fmpq(100)

    def _quantity(self, node: Quantity) -> Value:
        return self.value(node.value)

    # families and unknown functions

    def _indexed(self, node: Indexed) -> Value:
        return self.arbitrary(node.base, tuple(self._exact(index) for index in node.indices))

    def _exact(self, node: Node) -> fmpq:
        value = self.value(node)
        if isinstance(value, fmpq):
            return value
        raise BeyondError

    def arbitrary(self, name: str, arguments: tuple[fmpq, ...]) -> fmpq:
        """A rational that stands for an unknown value, the same for the same name and arguments."""
        text = f"{self.seed}|{name}|{','.join(map(str, arguments))}"
        digest = blake2b(text.encode(), digest_size=6).digest()
        return fmpq(int.from_bytes(digest[:3], "big") % 4001 - 2000, 2 + int.from_bytes(digest[3:], "big") % 997)

    # functions

    def _call(self, node: Call) -> Value:
        name, arguments = node.function, node.arguments
        special = _BY_FUNCTION.get(name)
        if special is not None:
            return special(self, arguments)
        if len(arguments) == 1 and (name in REAL or name in COMPLEX):
            return self._function(name, self.value(arguments[0]))
        return self.arbitrary(name, tuple(self._exact(argument) for argument in arguments))

    def _function(self, name: str, argument: Value) -> Value:
        if self.in_complex or isinstance(argument, acb):
            result: arb | acb = COMPLEX[name](acb(argument)) if name in COMPLEX else REAL[name](self._real(argument))
        else:
            result = REAL[name](arb(argument))
        if not result.is_finite():
            raise UncertainError
        if isinstance(argument, fmpq) and isinstance(result, arb) and result.is_exact():
            return _exact_ball(result)
        return result

    def _real(self, value: Value) -> arb:
        if isinstance(value, acb):
            if not value.imag.contains(0):
                raise UndefinedError("domain")
            return value.real
        return arb(value)

    def _sqrt(self, arguments: tuple[Node, ...]) -> Value:
        return powers.power(self.value(arguments[0]), fmpq(1, 2), self.limits.exact_bits, in_complex=self.in_complex)

    def _root(self, arguments: tuple[Node, ...]) -> Value:
        radicand, degree = (self.value(argument) for argument in arguments)
        return powers.root(radicand, degree, self.limits.exact_bits, in_complex=self.in_complex)

    def _log(self, arguments: tuple[Node, ...]) -> Value:
        value = self._function("log", self.value(arguments[0]))
        if len(arguments) == 1:
            return value
        return self._quotient(value, self._function("log", self.value(arguments[1])))

    def _abs(self, arguments: tuple[Node, ...]) -> Value:
        return abs(self.value(arguments[0]))

    def _degrees(self, arguments: tuple[Node, ...]) -> Value:
        return self.value(arguments[0]) * arb.pi() / 180

    def _sign(self, arguments: tuple[Node, ...]) -> Value:
        value = self._real(self.value(arguments[0])) if not isinstance(v := self.value(arguments[0]), fmpq) else v
        for outcome, holds in ((1, value > 0), (-1, value < 0), (0, value == 0)):
            if holds:
                return fmpq(outcome)
        raise UncertainError

    def _floor(self, arguments: tuple[Node, ...]) -> Value:
        return fmpq(self._integer_part(self.value(arguments[0]), fmpq(0)))

    def _ceil(self, arguments: tuple[Node, ...]) -> Value:
        return fmpq(-self._integer_part(-self.value(arguments[0]), fmpq(0)))

    def _round(self, arguments: tuple[Node, ...]) -> Value:
        return fmpq(self._integer_part(self.value(arguments[0]), fmpq(1, 2)))

    def _integer_part(self, value: Value, shift: fmpq) -> fmpz:
        if isinstance(value, fmpq):
            return (value + shift).floor()
        whole = (self._real(value) + shift).floor().unique_fmpz()
        if whole is None:
            raise UncertainError
        return whole

    def _factorial(self, arguments: tuple[Node, ...]) -> Value:
        value = self.value(arguments[0])
        if isinstance(value, fmpq) and value.q == 1:
            if value < 0:
                raise UndefinedError("pole")
            if value <= _MOST_EXACT_FACTORIAL:
                return fmpq(fmpz.fac_ui(int(value.p)))
        return self._function("factorial", value)

    def _binomial(self, arguments: tuple[Node, ...]) -> Value:
        upper, lower = (self.value(argument) for argument in arguments)
        if (
            isinstance(upper, fmpq)
            and isinstance(lower, fmpq)
            and upper.q == lower.q == 1
            and 0 <= lower
            and 0 <= upper <= 10_000
        ):
            return fmpq(fmpz.bin_uiui(int(upper.p), int(lower.p))) if lower <= upper else fmpq(0)
        top = self._function("factorial", upper)
        return self._quotient(top, self._function("factorial", lower) * self._function("factorial", upper - lower))

    def _extreme(self, arguments: tuple[Node, ...], *, largest: bool) -> Value:
        values = [self.value(argument) for argument in arguments]
        if all(isinstance(value, fmpq) for value in values):
            return max(values) if largest else min(values)
        balls = [self._real(value) for value in values]
        total = balls[0]
        for ball in balls[1:]:
            total = total.max(ball) if largest else total.min(ball)
        return total

    def _modulo(self, arguments: tuple[Node, ...]) -> Value:
        value, modulus = (self._exact(argument) for argument in arguments)
        if modulus == 0:
            raise UndefinedError("pole")
        return value - modulus * (value / modulus).floor()

    def _divisor(self, arguments: tuple[Node, ...], *, least_multiple: bool) -> Value:
        values = [self._exact(argument) for argument in arguments]
        if any(value.q != 1 for value in values):
            raise UndefinedError("domain")
        total = abs(values[0].p)
        for value in values[1:]:
            total = total.lcm(value.p) if least_multiple else total.gcd(value.p)
        return fmpq(abs(total))

    def _determinant(self, arguments: tuple[Node, ...]) -> Value:
        rows = self._square(arguments[0])
        if all(isinstance(entry, fmpq) for row in rows for entry in row):
            return fmpq_mat(rows).det()
        return acb_mat(rows).det() if self.in_complex else arb_mat(rows).det()

    def _trace(self, arguments: tuple[Node, ...]) -> Value:
        rows = self._square(arguments[0])
        total = rows[0][0]
        for k in range(1, len(rows)):
            total = total + rows[k][k]
        return total

    def _square(self, node: Node) -> list[list[Value]]:
        if not isinstance(node, Matrix):
            raise BeyondError
        if len(node.rows) != len(node.rows[0]):
            raise UndefinedError("shape")
        return [[self.value(entry) for entry in row] for row in node.rows]

    # sums, pieces, conditions

    def _big(self, node: BigOperator) -> Value:
        lower, upper = self._exact(node.lower), self._exact(node.upper)
        if lower.q != 1 or upper.q != 1:
            raise UndefinedError("domain")
        first, last = int(lower.p), int(upper.p)
        if last - first + 1 > self.limits.sum_terms:
            raise BeyondError
        before = self.point.get(node.index)
        total: Value = fmpq(0) if node.kind == "sum" else fmpq(1)
        try:
            for index in range(first, last + 1):
                self.point[node.index] = fmpq(index)
                term = self.value(node.body)
                total = self._bounded(total + term if node.kind == "sum" else total * term)
        finally:
            if before is None:
                self.point.pop(node.index, None)
            else:
                self.point[node.index] = before
        return total

    def _piecewise(self, node: Piecewise) -> Value:
        for value, condition in node.branches:
            if self.holds(condition):
                return self.value(value)
        if node.otherwise is None:
            raise UndefinedError("nowhere")
        return self.value(node.otherwise)

    def holds(self, condition: Node) -> bool:
        """Whether a condition holds here; raises UncertainError where the balls do not tell."""
        match condition:
            case Constant(name) if name in _TRUTHS:
                return _TRUTHS[name]
            case Relation(operands, operators):
                return all(
                    self._related(operands[k], operator, operands[k + 1]) for k, operator in enumerate(operators)
                )
            case Logic("and", parts):
                return all(self.holds(part) for part in parts)
            case Logic("or", parts):
                return any(self.holds(part) for part in parts)
            case Logic("not", parts):
                return not self.holds(parts[0])
            case Listing("", "", parts):
                return all(self.holds(part) for part in parts)
        raise BeyondError

    def _related(self, left: Node, operator: str, right: Node) -> bool:
        if operator in ("in", "not in"):
            return self._member(self.value(left), right) == (operator == "in")
        return _compare(self.value(left), operator, self.value(right))

    def _member(self, value: Value, container: Node) -> bool:
        match container:
            case Listing("{", "}", items):
                return any(_compare(value, "=", self.value(item)) for item in items)
            case Listing(opening, closing, (low, high)) if opening in "([" and closing in ")]":
                above = low in _INFINITIES or _compare(value, ">=" if opening == "[" else ">", self.value(low))
                return above and (
                    high in _INFINITIES or _compare(value, "<=" if closing == "]" else "<", self.value(high))
                )
            case Constant("reals"):
                return True
            case Constant("integers") if isinstance(value, fmpq):
                return bool(value.q == 1)
        raise BeyondError


_INFINITIES = (Constant("infinity"), Negate(Constant("infinity")))


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


def _compare(left: Value, operator: str, right: Value) -> bool:
    if isinstance(left, acb) or isinstance(right, acb):
        raise BeyondError
    less, more = left < right, left > right
    known_equal = not less and not more and isinstance(left, fmpq) and isinstance(right, fmpq)
    if not (less or more or known_equal):
        raise UncertainError
    match operator:
        case "=":
            return known_equal
        case "!=":
            return not known_equal
        case "<":
            return bool(less)
        case "<=":
            return bool(less) or known_equal
        case ">":
            return bool(more)
        case ">=":
            return bool(more) or known_equal
    raise BeyondError


_BY_NODE: Mapping[type[Node], Callable[[Evaluator, Node], Value]] = {  # type: ignore[assignment]  # each takes its own node
    Number: Evaluator._number,
    Symbol: Evaluator._symbol,
    Constant: Evaluator._constant,
    Add: Evaluator._add,
    Multiply: Evaluator._multiply,
    Negate: Evaluator._negate,
    Divide: Evaluator._divide,
    Power: Evaluator._power,
    Percent: Evaluator._percent,
    Quantity: Evaluator._quantity,
    Indexed: Evaluator._indexed,
    Call: Evaluator._call,
    BigOperator: Evaluator._big,
    Piecewise: Evaluator._piecewise,
}

_BY_FUNCTION: Mapping[str, Callable[[Evaluator, tuple[Node, ...]], Value]] = {
    "sqrt": Evaluator._sqrt,
    "root": Evaluator._root,
    "log": Evaluator._log,
    "abs": Evaluator._abs,
    "degrees": Evaluator._degrees,
    "sign": Evaluator._sign,
    "floor": Evaluator._floor,
    "ceil": Evaluator._ceil,
    "round": Evaluator._round,
    "factorial": Evaluator._factorial,
    "binomial": Evaluator._binomial,
    "max": lambda evaluator, arguments: evaluator._extreme(arguments, largest=True),
    "min": lambda evaluator, arguments: evaluator._extreme(arguments, largest=False),
    "mod": Evaluator._modulo,
    "gcd": lambda evaluator, arguments: evaluator._divisor(arguments, least_multiple=False),
    "det": Evaluator._determinant,
    "trace": Evaluator._trace,
    "lcm": lambda evaluator, arguments: evaluator._divisor(arguments, least_multiple=True),
}

__all__ = ["Evaluator", "NoValueError", "rational_value"]
