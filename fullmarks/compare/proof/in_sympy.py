"""SymPy's expression for a tree that came over the pipe, built node by node from a fixed table of constructors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import sympy

from fullmarks.compare.proof.written import NotWrittenError, Written, fraction

_ASSUMPTIONS: Mapping[str, dict[str, bool]] = {
    "complex": {},
    "real": {"real": True},
    "nonzero": {"real": True, "nonzero": True},
    "positive": {"positive": True},
    "negative": {"negative": True},
    "nonnegative": {"nonnegative": True},
    "integer": {"integer": True},
    "positive integer": {"integer": True, "positive": True},
    "nonnegative integer": {"integer": True, "nonnegative": True},
}
"""What SymPy is told of a symbol, by the nearest domain that it can hold."""

Tree = Written | str | int
_CONSTANTS: Mapping[str, sympy.Expr] = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "infinity": sympy.oo}
_SAME_NAME = (
    *("sin", "cos", "tan", "cot", "sec", "csc", "atan", "sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "exp"),
    *("floor", "sign", "factorial", "factorial2", "gamma", "erf", "re", "im", "conjugate", "binomial"),
)
_FUNCTIONS: Mapping[str, Callable[..., sympy.Expr]] = {
    **{name: getattr(sympy, name) for name in _SAME_NAME},
    "abs": sympy.Abs,
    "acot": lambda value: sympy.pi / 2 - sympy.atan(value),
    "log": lambda value, base=sympy.E: sympy.log(_positive(value)) / sympy.log(_positive(base)),
    "sqrt": lambda value: sympy.sqrt(_not_negative(value)),
    "root": lambda value, degree: sympy.root(_not_negative(value), degree),
    "ceil": sympy.ceiling,
    "min": sympy.Min,
    "max": sympy.Max,
    "mod": sympy.Mod,
    "degrees": lambda value: value * sympy.pi / 180,
}


def _positive(value: sympy.Expr) -> sympy.Expr:
    """The value, if SymPy knows that it is positive: elsewhere its branches are not the engine's conventions."""
    if value.is_positive is not True:
        raise NotWrittenError(str(value))
    return value


def _not_negative(value: sympy.Expr) -> sympy.Expr:
    if value.is_nonnegative is not True:
        raise NotWrittenError(str(value))
    return value


def _power(base: sympy.Expr, exponent: sympy.Expr) -> sympy.Expr:
    return sympy.Pow(base if exponent.is_integer is True else _positive(base), exponent)


class Builder:
    """Expressions over symbols with the assumptions of their domains."""

    def __init__(self, domains: Mapping[str, str]) -> None:
        self._symbols = {name: sympy.Symbol(name, **_ASSUMPTIONS[domain]) for name, domain in domains.items()}

    def symbol(self, name: str) -> sympy.Expr:
        """The symbol of that name; one that is not declared is real."""
        return self._symbols.setdefault(name, sympy.Symbol(name, real=True))

    @contextmanager
    def binding(self, name: str, symbol: sympy.Symbol) -> Iterator[None]:
        """Inside, the name stands for a symbol of its own."""
        before = self._symbols.get(name)
        self._symbols[name] = symbol
        try:
            yield
        finally:
            if before is None:
                del self._symbols[name]
            else:
                self._symbols[name] = before

    def build(self, tree: Tree) -> sympy.Expr:
        """The expression; raises NotWrittenError for a node or function that is not in the tables."""
        if not isinstance(tree, list):
            raise NotWrittenError(str(tree))
        head, *rest = tree
        make = _NODES.get(str(head))
        if make is None:
            raise NotWrittenError(str(head))
        return make(self, rest)


def _call(builder: Builder, rest: Written) -> sympy.Expr:
    name, *arguments = rest
    function = _FUNCTIONS.get(str(name))
    if function is None:
        raise NotWrittenError(str(name))
    return function(*map(builder.build, arguments))


def _number(_: Builder, rest: Written) -> sympy.Expr:
    value = fraction(str(rest[0]), str(rest[1]))
    return sympy.Rational(value.numerator, value.denominator)


def _integral(builder: Builder, rest: Written) -> sympy.Expr:
    body, variable, lower, upper = rest
    first, last = builder.build(lower), builder.build(upper)
    # Between bounds that are not negative the variable is positive, but for an end, which is nothing to an integral.
    positive = first.is_nonnegative is True and last.is_nonnegative is True
    symbol = sympy.Symbol(str(variable), **({"positive": True} if positive else {"real": True}))
    with builder.binding(str(variable), symbol):
        return sympy.Integral(builder.build(body), (symbol, first, last))


def _limit(builder: Builder, rest: Written) -> sympy.Expr:
    body, variable, point, side = rest
    place = builder.build(point)
    if place is sympy.oo:  # far out the variable is positive
        symbol = sympy.Symbol(str(variable), positive=True)
        with builder.binding(str(variable), symbol):
            return sympy.Limit(builder.build(body), symbol, place)
    return sympy.Limit(builder.build(body), builder.symbol(str(variable)), place, str(side) or "+-")


def _big(kind: Callable[..., sympy.Expr]) -> Callable[[Builder, Written], sympy.Expr]:
    def make(builder: Builder, rest: Written) -> sympy.Expr:
        body, index, lower, upper = rest
        first, last = builder.build(lower), builder.build(upper)
        counts_up = {"nonnegative": True} if first.is_nonnegative is True else {}
        symbol = sympy.Symbol(str(index), integer=True, **counts_up)
        with builder.binding(str(index), symbol):
            return kind(builder.build(body), (symbol, first, last))

    return make


_NODES: Mapping[str, Callable[[Builder, Written], sympy.Expr]] = {
    "number": _number,
    "symbol": lambda builder, rest: builder.symbol(str(rest[0])),
    "constant": lambda _, rest: _CONSTANTS[str(rest[0])],
    "add": lambda builder, rest: sympy.Add(*map(builder.build, rest)),
    "multiply": lambda builder, rest: sympy.Mul(*map(builder.build, rest)),
    "divide": lambda builder, rest: builder.build(rest[0]) / builder.build(rest[1]),
    "power": lambda builder, rest: _power(builder.build(rest[0]), builder.build(rest[1])),
    "negate": lambda builder, rest: -builder.build(rest[0]),
    "call": _call,
    "integral": _integral,
    "derivative": lambda builder, rest: sympy.Derivative(
        builder.build(rest[0]), builder.symbol(str(rest[1])), int(str(rest[2]))
    ),
    "limit": _limit,
    "sum": _big(sympy.Sum),
    "product": _big(sympy.Product),
}
