"""Between which rationals a tree's values surely lie on the declared domains: enough to know many signs, and never a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Add, Call, Constant, Divide, Multiply, Negate, Node, Number, Percent, Power, Symbol
from fullmarks.records import record

_MOST_BITS = 512
_LARGEST_POWER = 64
_ZERO, _ONE = Fraction(0), Fraction(1)


@record
class End:
    """One end of a range; ``value`` is None at infinity, ``open`` where the value itself is not taken."""

    value: Fraction | None
    open: bool = False


@record
class Bounds:
    """A range of real values."""

    low: End
    high: End

    @property
    def positive(self) -> bool:
        """Whether every value is above zero."""
        low = self.low.value
        return low is not None and (low > 0 or (low == 0 and self.low.open))

    @property
    def nonnegative(self) -> bool:
        """Whether no value is below zero."""
        return self.low.value is not None and self.low.value >= 0


_NO_END = End(None, open=True)
_ANYTHING = Bounds(_NO_END, _NO_END)
_ABOVE_ZERO = Bounds(End(_ZERO, open=True), _NO_END)
_NOT_BELOW_ZERO = Bounds(End(_ZERO), _NO_END)
_NOTHING = Bounds(End(_ZERO), End(_ZERO))
_CONSTANTS = {
    "pi": Bounds(End(Fraction(3), open=True), End(Fraction(22, 7), open=True)),
    "e": Bounds(End(Fraction(2), open=True), End(Fraction(3), open=True)),
}


class Ranges:
    """The ranges of trees, each part looked at once, for as long as the trees are held by whoever asks."""

    __slots__ = ("_known", "domains")

    def __init__(self, domains: Mapping[str, Domain]) -> None:
        self.domains = domains
        self._known: dict[int, Bounds | None] = {}

    def of(self, node: Node) -> Bounds | None:
        """The range; None for what may not be real, or is not known here. Where the tree has a value, it lies in the range."""
        place = id(node)
        if place not in self._known:
            self._known[place] = self._find(node)
        return self._known[place]

    def positive(self, node: Node) -> bool:
        """Whether every value that the tree has is above zero."""
        found = self.of(node)
        return found is not None and found.positive

    def nonnegative(self, node: Node) -> bool:
        """Whether no value of the tree is below zero."""
        found = self.of(node)
        return found is not None and found.nonnegative

    def _find(self, node: Node) -> Bounds | None:
        find = _BY_NODE.get(type(node))
        found = find(node, self) if find is not None else None
        if found is None or any(_long(end) for end in (found.low, found.high)):
            return None
        return found


def _long(end: End) -> bool:
    value = end.value
    return value is not None and value.numerator.bit_length() + value.denominator.bit_length() > _MOST_BITS


def _number(node: Number, _: Ranges) -> Bounds:
    return Bounds(End(node.value), End(node.value))


def _symbol(node: Symbol, ranges: Ranges) -> Bounds | None:
    domain = ranges.domains.get(node.name, REAL)
    if domain.kind == "complex":
        return None
    touches_zero = domain.nonzero and domain.lower == 0
    low = _NO_END if domain.lower is None else End(domain.lower, domain.lower_open or touches_zero)
    return Bounds(low, _NO_END if domain.upper is None else End(domain.upper, domain.upper_open))


def _constant(node: Constant, _: Ranges) -> Bounds | None:
    return _CONSTANTS.get(node.name)


def _add(node: Add, ranges: Ranges) -> Bounds | None:
    total: Bounds | None = None
    for term in node.terms:
        found = ranges.of(term)
        if found is None:
            return None
        total = found if total is None else Bounds(_sum(total.low, found.low), _sum(total.high, found.high))
    return total


def _sum(first: End, second: End) -> End:
    if first.value is None or second.value is None:
        return _NO_END
    return End(first.value + second.value, first.open or second.open)


def _negate(node: Negate, ranges: Ranges) -> Bounds | None:
    found = ranges.of(node.operand)
    return None if found is None else _negated(found)


def _negated(found: Bounds) -> Bounds:
    low, high = found.low, found.high
    return Bounds(
        _NO_END if high.value is None else End(-high.value, high.open),
        _NO_END if low.value is None else End(-low.value, low.open),
    )


def _percent(node: Percent, ranges: Ranges) -> Bounds | None:
    found = ranges.of(node.operand)
    return None if found is None else _product(found, Bounds(End(Fraction(1, 100)), End(Fraction(1, 100))))


def _multiply(node: Multiply, ranges: Ranges) -> Bounds | None:
    total: Bounds | None = None
    for factor in node.factors:
        found = ranges.of(factor)
        if found is None:
            return None
        total = found if total is None else _product(total, found)
    return total


def _product(first: Bounds, second: Bounds) -> Bounds:
    """The product where both signs are known; anything else may be anything."""
    if _NOTHING in (first, second):
        return _NOTHING
    if first.low.value is not None and first.low.value >= 0 and second.low.value is not None and second.low.value >= 0:
        return Bounds(_end_of_product(first.low, second.low), _end_of_product(first.high, second.high))
    if first.high.value is not None and first.high.value <= 0:
        return _negated(_product(_negated(first), second))
    if second.high.value is not None and second.high.value <= 0:
        return _negated(_product(first, _negated(second)))
    return _ANYTHING


def _end_of_product(first: End, second: End) -> End:
    if first.value == 0 or second.value == 0:
        # Zero is reached unless each end that is zero is open.
        return End(_ZERO, all(end.open for end in (first, second) if end.value == 0))
    if first.value is None or second.value is None:
        return _NO_END
    return End(first.value * second.value, first.open or second.open)


def _divide(node: Divide, ranges: Ranges) -> Bounds | None:
    above, below = ranges.of(node.numerator), ranges.of(node.denominator)
    if above is None or below is None:
        return None
    if below.nonnegative:
        return _product(above, _inverse(below))
    return _negated(_product(above, _inverse(_negated(below)))) if _negated(below).nonnegative else _ANYTHING


def _inverse(found: Bounds) -> Bounds:
    """One over a range without negative values."""
    high, low = found.high.value, found.low.value
    return Bounds(
        End(_ZERO, open=True) if high is None else End(1 / high, found.high.open) if high else _NO_END,
        End(1 / low, found.low.open) if low else _NO_END,
    )


def _power(node: Power, ranges: Ranges) -> Bounds | None:
    base = ranges.of(node.base)
    exponent = node.exponent.value if type(node.exponent) is Number else None
    if base is None:
        return None
    if exponent is None:
        real = ranges.of(node.exponent) is not None
        return _ABOVE_ZERO if real and base.positive else None
    if exponent.denominator != 1 or not 0 < abs(exponent) <= _LARGEST_POWER:
        return _ABOVE_ZERO if base.positive else _NOT_BELOW_ZERO if base.nonnegative else None
    whole = abs(int(exponent))
    found = _whole_power(base, whole)
    if exponent > 0 or found is None:
        return found
    return _inverse(found) if found.nonnegative else _ANYTHING


def _whole_power(base: Bounds, exponent: int) -> Bounds:
    if base.nonnegative:
        return Bounds(_raised(base.low, exponent), _raised(base.high, exponent))
    other = _negated(base)
    if other.nonnegative:
        found = Bounds(_raised(other.low, exponent), _raised(other.high, exponent))
        return _negated(found) if exponent % 2 else found
    return _ANYTHING if exponent % 2 else _NOT_BELOW_ZERO


def _raised(end: End, exponent: int) -> End:
    return _NO_END if end.value is None else End(end.value**exponent, end.open)


def _call(node: Call, ranges: Ranges) -> Bounds | None:
    arguments = [ranges.of(argument) for argument in node.arguments]
    if not arguments or any(found is None for found in arguments):
        return None
    first = arguments[0]
    if node.function in ("exp", "cosh"):
        return _ABOVE_ZERO if node.function == "exp" else Bounds(End(_ONE), _NO_END)
    if node.function in ("sqrt", "root") and first is not None:
        return _ABOVE_ZERO if first.positive else _NOT_BELOW_ZERO if first.nonnegative else None
    if node.function in ("factorial", "gamma") and first is not None and (first.positive or node.function != "gamma"):
        return _ABOVE_ZERO if first.nonnegative else None
    if node.function in ("sin", "cos"):
        return Bounds(End(-_ONE), End(_ONE))
    if node.function == "abs":
        return _ABOVE_ZERO if first is not None and first.positive else _NOT_BELOW_ZERO
    return None


_BY_NODE: Mapping[type[Node], Callable[..., Bounds | None]] = {  # each takes its own kind of node
    Number: _number,
    Symbol: _symbol,
    Constant: _constant,
    Add: _add,
    Negate: _negate,
    Percent: _percent,
    Multiply: _multiply,
    Divide: _divide,
    Power: _power,
    Call: _call,
}
