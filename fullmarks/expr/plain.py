"""Writing a tree as plain text, so that reading the text gives the same tree.

Brackets are written only where the grammar needs them. Binding strengths are those of ``read.parser``.
"""

from __future__ import annotations

import re
from fractions import Fraction

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
    Percent,
    Piecewise,
    PlusMinus,
    Power,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
    Text,
)

BARE, LOGIC, RELATION, SETS, SUM, PRODUCT, POWER, ATOM = range(8)
"""How tightly a written form holds together, loosest first."""

RELATION_SIGNS = {
    "=": "=",
    "!=": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "in": "∈",
    "approx": "≈",
    "proportional": "∝",
    "subset": "⊂",
    "to": "->",
}
SET_SIGNS = {"union": "∪", "intersection": "∩", "difference": "∖"}
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z' -]*[A-Za-z]")
_SIMPLE_NAME = re.compile(r"[^\W_]+(?:_[^\W_]+)?'*")


def plain(node: Node) -> str:
    """The tree as plain text."""
    if isinstance(node, Text):
        return node.value if _PLAIN_WORDS.fullmatch(node.value) else _quoted(node.value)
    return _write(node)[0]


def number_text(value: Fraction, spelling: str | None = None) -> str:
    """A rational as its author wrote it, or as an integer or quotient."""
    if spelling is not None:
        return spelling
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def name_text(name: str) -> str:
    """A symbol's name, its subscript in braces where it is not one word."""
    base, _, subscript = name.partition("_")
    return name if _SIMPLE_NAME.fullmatch(name) or not subscript else f"{base}_{{{subscript}}}"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "'") + '"'


def _at(node: Node, strength: int) -> str:
    """The node's text, in brackets if it holds together less than ``strength``."""
    text, own = _write(node)
    return text if own >= strength else f"({text})"


def _write(node: Node) -> tuple[str, int]:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number(value, spelling):
            whole = spelling is not None or value.denominator == 1
            return number_text(value, spelling), (ATOM if whole and value >= 0 else PRODUCT if value >= 0 else SUM)
        case Symbol(name):
            return name_text(name), ATOM
        case Constant(name):
            return name, ATOM
        case Text(value):
            return _quoted(value), ATOM
        case Indexed(base, indices):
            return f"{base}_{{{', '.join(_write(index)[0] for index in indices)}}}", ATOM
        case Add(terms):
            return _sum(terms), SUM
        case Negate(operand):
            return f"-{_at(operand, PRODUCT)}", SUM
        case PlusMinus(left, right, upper):
            sign = "±" if upper else "∓"
            return (
                f"{sign}{_at(right, PRODUCT)}" if left is None else f"{_at(left, SUM)} {sign} {_at(right, PRODUCT)}"
            ), SUM
        case Multiply(factors):
            return _product(factors), PRODUCT
        case Divide(numerator, denominator):
            return f"{_at(numerator, PRODUCT)}/{_at(denominator, POWER)}", PRODUCT
        case Operation(operator, left, right):
            return f"{_at(left, POWER)} {operator} {_at(right, POWER)}", PRODUCT
        case Power(base, exponent):
            return f"{_at(base, ATOM)}^{_at(exponent, POWER)}", POWER
        case Percent(operand):
            return f"{_at(operand, ATOM)}%", POWER
        case Quantity(value, unit):
            return f"{_at(value, POWER)} {unit if unit.isalpha() and len(unit) > 1 else _quoted(unit)}", PRODUCT
        case Call(function, arguments):
            return f"{function}({', '.join(_at(argument, LOGIC) for argument in arguments)})", ATOM
        case BigOperator(kind, body, index, lower, upper):
            return f"{kind}_{{{index}={_write(lower)[0]}}}^({_write(upper)[0]}) {_at(body, POWER)}", PRODUCT
        case Integral(body, variable, lower, upper):
            bounds = "" if lower is None or upper is None else f"_({_write(lower)[0]})^({_write(upper)[0]})"
            return f"int{bounds} ({_write(body)[0]}) d{variable}", PRODUCT
        case Derivative(body, variable, order):
            return f"diff({_write(body)[0]}, {variable}, {order})", ATOM
        case Limit(body, variable, point, side):
            return f"lim_{{{variable}->{_write(point)[0]}{'^' + side if side else ''}}} {_at(body, POWER)}", PRODUCT
        case Relation(operands, operators):
            signs = (f" {RELATION_SIGNS[operator]} " for operator in operators)
            texts = [_at(operand, SETS) for operand in operands]
            return texts[0] + "".join(sign + text for sign, text in zip(signs, texts[1:], strict=True)), RELATION
        case Logic("not", parts):
            return f"not({_write(parts[0])[0]})", ATOM
        case Logic(connective, parts):
            return f" {connective} ".join(_at(part, RELATION) for part in parts), LOGIC
        case SetOperation(operator, parts):
            return f" {SET_SIGNS[operator]} ".join(_at(part, SUM) for part in parts), SETS
        case Listing(opening, closing, items):
            inside = ", ".join(_at(item, LOGIC) for item in items)
            comma = "," if len(items) == 1 and opening == "(" and closing == ")" else ""
            return f"{opening}{inside}{comma}{closing}", (ATOM if opening else BARE)
        case Matrix(rows):
            return "[" + ", ".join(
                "[" + ", ".join(_at(entry, LOGIC) for entry in row) + "]" for row in rows
            ) + "]", ATOM
        case Piecewise(branches, otherwise):
            pieces = [f"{_at(value, SETS)} if {_at(condition, LOGIC)}" for value, condition in branches]
            if otherwise is not None:
                pieces.append(f"{_at(otherwise, SETS)} otherwise")
            return f"piecewise({', '.join(pieces)})", ATOM
    raise TypeError(type(node).__name__)


def _sum(terms: tuple[Node, ...]) -> str:
    first = terms[0]
    text = _write(first)[0] if isinstance(first, Negate) else _at(first, PRODUCT)
    for term in terms[1:]:
        text += f" - {_at(term.operand, PRODUCT)}" if isinstance(term, Negate) else f" + {_at(term, PRODUCT)}"
    return text


def _product(factors: tuple[Node, ...]) -> str:
    first = factors[0]
    head = _at(first, PRODUCT) if isinstance(first, Divide) else _at(first, POWER)
    return "*".join((head, *(_at(factor, POWER) for factor in factors[1:])))
