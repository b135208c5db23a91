"""The parts of a tree that have no value on more than isolated points: what may not cancel away unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fullmarks.compare.bounds import surely_nonnegative, surely_positive
from fullmarks.compare.canonical import key
from fullmarks.compare.exponents import integer_terms
from fullmarks.compare.factorials import factorials
from fullmarks.compare.generators import HYPERBOLIC, TURNED, small_power
from fullmarks.compare.monomials import constant, positive_monomial
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
from fullmarks.expr.walk import children, symbols, walk

_PARTIAL = frozenset(("asin", "acos", "asec", "acsc", "acosh", "atanh", "gamma", "factorial2"))
"""Functions that are not defined on the whole real line."""
_WITH_POLES = frozenset(("tan", "cot", "sec", "csc"))
_ARITHMETIC = (Number, Symbol, Add, Multiply, Negate, Divide, Percent)


def partial(tree: Node, domains: Mapping[str, Domain]) -> frozenset[str]:
    """These parts, kernels included, by their keys."""
    found: set[str] = set()
    _gather_partial(tree, domains, found)
    return frozenset(found)


def _gather_partial(node: Node, domains: Mapping[str, Domain], found: set[str]) -> None:
    is_partial = _BY_NODE.get(type(node))
    if is_partial is not None and is_partial(node, domains):
        found.add(key(node))
    for child in children(node):
        _gather_partial(child, domains, found)


def _is_partial_call(node: Call, domains: Mapping[str, Domain]) -> bool:
    name, arguments = node.function, node.arguments
    if name in ("sqrt", "root"):
        return not surely_nonnegative(arguments[0], domains)
    if name == "log":
        return not all(_positive(argument, domains) for argument in arguments)
    if name in ("factorial", "binomial"):
        return factorials(node, domains) is None
    if name in _WITH_POLES:
        return _has_integers(node, domains)
    return name in _PARTIAL


def _is_partial_power(node: Power, domains: Mapping[str, Domain]) -> bool:
    base, exponent = node.base, node.exponent
    if base == Constant("e") or small_power(exponent) is not None or _positive(base, domains):
        return False
    return not (constant(base) and integer_terms(exponent, domains) is not None)


def _is_partial_quotient(node: Divide, domains: Mapping[str, Domain]) -> bool:
    divisor = node.denominator
    return type(divisor) is not Number and not _positive(divisor, domains) and not _has_isolated_zeros(divisor, domains)


def _is_partial_piecewise(node: Piecewise, _: Mapping[str, Domain]) -> bool:
    return node.otherwise is None


_BY_NODE: Mapping[type[Node], Callable[..., bool]] = {  # each takes its own kind of node
    Call: _is_partial_call,
    Power: _is_partial_power,
    Divide: _is_partial_quotient,
    Piecewise: _is_partial_piecewise,
}


def _positive(tree: Node, domains: Mapping[str, Domain]) -> bool:
    return surely_positive(tree, domains) or positive_monomial(tree, domains) is not None


def _has_integers(tree: Node, domains: Mapping[str, Domain]) -> bool:
    return any((domain := domains.get(name)) is not None and domain.kind == "integer" for name in symbols(tree))


def _has_isolated_zeros(tree: Node, domains: Mapping[str, Domain]) -> bool:
    """Whether a tree only vanishes at isolated places or everywhere: rational functions, and analytic ones of real symbols."""
    parts = [node for node in walk(tree) if not isinstance(node, _ARITHMETIC)]
    if all(isinstance(node, Power) and small_power(node.exponent) is not None for node in parts):
        return True
    return not _has_integers(tree, domains) and all(_is_analytic(node, domains) for node in parts)


def _is_analytic(node: Node, domains: Mapping[str, Domain]) -> bool:
    match node:
        case Constant("pi" | "e" | "i") | Power(Constant("e"), _) | Call("exp", _):
            return True
        case Power(base, exponent):
            return small_power(exponent) is not None or _positive(base, domains)
        case Call("sqrt" | "root" | "log", (argument, *_)):
            return _positive(argument, domains)
        case Call(name, _):
            return name in TURNED or name in HYPERBOLIC
    return False
