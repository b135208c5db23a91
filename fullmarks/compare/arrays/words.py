"""Array expressions and their shapes as they stand in a sentence for whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable

from fullmarks.expr.nodes import Add, Call, Negate, Node, Number, Power, Symbol
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import rebuild
from fullmarks.regex import regex

TRANSPOSED = frozenset(("T", "top", "H"))
"""Exponents that mean the transpose where they are no symbols of their own; arrays are real."""
_PRODUCT = regex(r"(?<! )\*(?! )")
_LOOSE = (Add, Negate)


def said(node: Node) -> str:
    """An expression: ``3·I - Wᵀ·W``; products with a dot, since a star may mean something else."""
    return _PRODUCT.sub("·", plain(_with_raised(node)))


def factor(node: Node) -> str:
    """The same as a factor or under a sign: in brackets where it is a sum."""
    return f"({said(node)})" if isinstance(node, _LOOSE) else said(node)


def term(node: Node) -> str:
    """The same as a term, without its sign."""
    return said(node.operand if isinstance(node, Negate) else node)


def listed(parts: Iterable[tuple[str, str]]) -> str:
    """``A is n × m, B is m × n``; the same thing once."""
    return ", ".join(dict.fromkeys(f"{what} is {shape}" for what, shape in parts))


def sides(rows: str, columns: str) -> str:
    """``d_out × d_in``, ``(n - k + 1) × k``."""
    return " × ".join(f"({side})" if " " in side else side for side in (rows, columns))


def _with_raised(node: Node) -> Node:
    """The tree with transposes and inverses as names: ``Wᵀ``, ``W⁻¹``."""
    match node:
        case Call("transpose", (base,)):
            return Symbol(f"{factor(base)}ᵀ")
        case Power(base, Symbol(name)) if name in TRANSPOSED:
            return Symbol(f"{factor(base)}ᵀ")
        case Call("inverse", (base,)):
            return Symbol(f"{factor(base)}⁻¹")
        case Power(base, Negate(Number(value))) if value == 1:
            return Symbol(f"{factor(base)}⁻¹")
    return rebuild(node, _with_raised)
