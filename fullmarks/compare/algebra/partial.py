"""The parts of a tree that have no value on more than isolated points: what may not cancel away unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from fullmarks.compare.algebra.bounds import Ranges
from fullmarks.compare.algebra.exponents import integer_terms
from fullmarks.compare.algebra.factorials import factorials
from fullmarks.compare.algebra.generators import HYPERBOLIC, TURNED, small_power
from fullmarks.compare.algebra.monomials import constant, positive_monomial
from fullmarks.compare.canonical import key
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Percent,
    Piecewise,
    Power,
    Symbol,
)
from fullmarks.expr.walk import size_and_depth, symbols, walk

_PARTIAL = frozenset(("asin", "acos", "asec", "acsc", "acosh", "atanh", "gamma", "factorial2"))
"""Functions that are not defined on the whole real line."""
_WITH_POLES = frozenset(("tan", "cot", "sec", "csc"))
_MOST_LOOKS = 50_000
"""How many nodes may be looked at: every doubtful part is looked through as a whole."""
_ARITHMETIC = (Number, Symbol, Add, Multiply, Negate, Divide, Percent)


def partial(tree: Node, domains: Mapping[str, Domain]) -> frozenset[str] | None:
    """These parts, kernels included, by their keys; None where there would be too much to look at."""
    doubtful = [node for node in walk(tree) if type(node) in _BY_NODE and not _is_plain(node)]
    if not doubtful:
        return frozenset()
    size, _ = size_and_depth(tree)
    if len(doubtful) * size > _MOST_LOOKS:
        return None
    ranges = Ranges(domains)
    return frozenset(key(node) for node in doubtful if _BY_NODE[type(node)](node, ranges))


def _is_plain(node: Node) -> bool:
    """A whole power, or a quotient by a number: by far the most."""
    match node:
        case Power(_, Number(value)):
            return value.denominator == 1
        case Divide(_, Number(value)):
            return value != 0
    return False


def _is_partial_call(node: Call, ranges: Ranges) -> bool:
    name, arguments = node.function, node.arguments
    if name in ("sqrt", "root"):
        return not ranges.nonnegative(arguments[0])
    if name == "log":
        return not all(_positive(argument, ranges) for argument in arguments)
    if name in ("factorial", "binomial"):
        return factorials(node, ranges.domains) is None
    if name in _WITH_POLES:
        return _has_integers(node, ranges)
    return name in _PARTIAL


def _is_partial_power(node: Power, ranges: Ranges) -> bool:
    base, exponent = node.base, node.exponent
    if base == Constant("e") or small_power(exponent) is not None or _positive(base, ranges):
        return False
    return not (constant(base) and integer_terms(exponent, ranges.domains) is not None)


def _is_partial_quotient(node: Divide, ranges: Ranges) -> bool:
    divisor = node.denominator
    return type(divisor) is not Number and not _positive(divisor, ranges) and not _has_isolated_zeros(divisor, ranges)


def _is_partial_piecewise(node: Piecewise, _: Ranges) -> bool:
    return node.otherwise is None


_BY_NODE: Mapping[type[Node], Callable[..., bool]] = {  # each takes its own kind of node
    Call: _is_partial_call,
    Power: _is_partial_power,
    Divide: _is_partial_quotient,
    Piecewise: _is_partial_piecewise,
}


def _positive(tree: Node, ranges: Ranges) -> bool:
    return ranges.positive(tree) or positive_monomial(tree, ranges.domains) is not None


def _has_integers(tree: Node, ranges: Ranges) -> bool:
    return any((domain := ranges.domains.get(name)) is not None and domain.kind == "integer" for name in symbols(tree))


def _has_isolated_zeros(tree: Node, ranges: Ranges) -> bool:
    """Whether a tree only vanishes at isolated places or everywhere: rational functions, and analytic ones of real symbols."""
    parts = [node for node in walk(tree) if not isinstance(node, _ARITHMETIC)]
    if all(isinstance(node, Power) and small_power(node.exponent) is not None for node in parts):
        return True
    return not _has_integers(tree, ranges) and all(_is_analytic(node, ranges) for node in parts)


def _is_analytic(node: Node, ranges: Ranges) -> bool:
    match node:
        case Constant("pi" | "e" | "i") | Power(Constant("e"), _) | Call("exp", _):
            return True
        case Power(base, exponent):
            return small_power(exponent) is not None or _positive(base, ranges)
        case Call("sqrt" | "root" | "log", (argument, *_)):
            return _positive(argument, ranges)
        case Call(name, _):
            return name in TURNED or name in HYPERBOLIC
    return False


def are_smooth(radicands: Iterable[Node], domains: Mapping[str, Domain]) -> bool:
    """Whether roots and logarithms of all these trees are analytic wherever they have values."""
    ranges = Ranges(domains)
    return all(_positive(tree, ranges) for tree in radicands)
