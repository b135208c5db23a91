"""The key of a tree: one string for all orders of sums and products, and for subtraction and division however written."""

from __future__ import annotations

from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Call,
    Constant,
    Derivative,
    Divide,
    Indexed,
    Integral,
    Limit,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Operation,
    PlusMinus,
    Power,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.expr.walk import bound_name, children, substitute, walk, with_children

_UNORDERED_CALLS = frozenset(("min", "max", "gcd", "lcm"))


def key(node: Node) -> str:
    """The tree's key; trees with one key are equal everywhere that either is defined."""
    match node:
        case Number(value, _):
            return f"{value.numerator:x}/{value.denominator:x}"  # in decimal, Python refuses long numbers
        case Symbol(name):
            return f"${name}"
        case Constant(name):
            return f"@{name}"
        case Add():
            return f"+({','.join(sorted(_terms(node)))})"
        case Negate(operand):
            return negated(key(operand))
        case Multiply():
            sign, factors = _factors(node)
            body = f"*({','.join(sorted(factors))})"
            return f"-{body}" if sign else body
        case Divide(numerator, denominator):
            return f"/({key(numerator)},{key(denominator)})"
        case Power(base, exponent):
            return f"^({key(base)},{key(exponent)})"
        case Indexed(base, indices):
            return f"${base}[{','.join(map(key, indices))}]"
        case Call(name, arguments):
            keys = [key(argument) for argument in arguments]
            return f"{name}({','.join(sorted(keys) if name in _UNORDERED_CALLS else keys)})"
        case Text(value):
            return f"“{value}”"
        case Listing("{", "}", items):
            return f"{{{','.join(sorted({key(item) for item in items}))}}}"
        case Relation(operands, operators):
            return "".join(
                f"{key(operand)}{operator}" for operand, operator in zip(operands, (*operators, ""), strict=True)
            )
        case _:
            return _other(node)


def negated(text: str) -> str:
    """The key of the negative of a tree with that key."""
    return text[1:] if text.startswith("-") else f"-{text}"


def _other(node: Node) -> str:
    bound = bound_name(node)
    if bound is not None:
        node = _with_numbered_bound(node, bound)
    label = type(node).__name__
    match node:
        case BigOperator(kind, _, _, _, _):
            label = kind
        case Operation(operator, _, _) | SetOperation(operator, _):
            label = operator
        case Listing(opening, closing, _):
            label = opening + closing
        case Logic(connective, _):
            label = connective
        case Quantity(_, unit):
            label = f"unit {unit}"
        case Limit(_, _, _, side):
            label = f"limit{side}"
        case Integral(_, variable, None, _):
            label = f"int {variable}"
        case PlusMinus(left, _, upper):
            label = ("±" if upper else "∓") + ("1" if left is None else "2")
        case Derivative(_, variable, order):
            label = f"d{order} {variable}"
        case Matrix(rows):
            label = f"matrix {len(rows)}"
    return f"{label}<{';'.join(map(key, children(node)))}>"


def _with_numbered_bound(node: Node, bound: str) -> Node:
    """The node with its bound name replaced in the body by a number that no text can have: how many binders lie inside."""
    below = children(node)
    number = sum(bound_name(part) is not None for part in walk(below[0]))
    return with_children(node, (substitute(below[0], {bound: Symbol(f"·{number}")}), *below[1:]))


def _terms(node: Add) -> list[str]:
    found: list[str] = []
    for term in node.terms:
        if isinstance(term, Add):
            found += _terms(term)
        elif isinstance(term, Negate) and isinstance(term.operand, Add):
            found += [negated(text) for text in _terms(term.operand)]
        else:
            found.append(key(term))
    return found


def _factors(node: Multiply) -> tuple[bool, list[str]]:
    """The sign and the keys of the factors without their signs."""
    negative, found = False, []
    for factor in node.factors:
        if isinstance(factor, Multiply):
            sign, inner = _factors(factor)
            negative ^= sign
            found += inner
            continue
        text = key(factor)
        if text.startswith("-"):
            negative, text = not negative, text[1:]
        found.append(text)
    return negative, found
