"""Writing a tree as plain text, so that reading the text gives the same tree.

Brackets are written only where the grammar needs them. Binding strengths are those of ``read.parser``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from fullmarks.expr.functions import ALIASES, CONSTANTS, FUNCTIONS, GREEK
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
from fullmarks.expr.units import UNIT_WORDS
from fullmarks.regex import regex

BARE, LOGIC, RELATION, SETS, SUM, TERM, PRODUCT, POWER, ATOM = range(9)
"""How tightly a written form holds together, loosest first; a ``TERM`` would swallow a factor written behind it."""

Written = tuple[str, int]
"""A text and how tightly it holds together."""

RELATION_SIGNS = {
    "=": "=",
    "!=": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "in": "∈",
    "not in": "∉",
    "approx": "≈",
    "proportional": "∝",
    "subset": "⊂",
    "to": "->",
}
SET_SIGNS = {"union": "∪", "intersection": "∩", "difference": "∖"}
_WORDS = regex(r"[A-Za-z][A-Za-z' -]*[A-Za-z]")
_MEAN_SOMETHING = (
    frozenset({*FUNCTIONS, *ALIASES, *CONSTANTS, *GREEK, *UNIT_WORDS})
    | frozenset(
        "degree percent times choose union intersect intersection infinity otherwise else elsewhere where whenever when".split()
    )
    | frozenset(
        "implies limit product prod sum lim int integral integrate piecewise diff for not deg inf infty minf cup dne cis".split()
    )
)
_PROSE = regex(r"[a-z]{4,}|[a-z]*[eiou][a-z]*(?<=[a-z]{3})|no", re.IGNORECASE)
_ALSO_FUNCTIONS = frozenset(("min", "sec"))


def plain(node: Node) -> str:
    """The tree as plain text; a whole answer that is words is those words, in quotes where they could be mathematics."""
    if isinstance(node, Text) and is_prose(node.value):
        return node.value
    return write(node)[0]


def is_prose(words: str) -> bool:
    """Whether words without quotes around them are still read as words: one of them at least is a word and nothing else."""
    return _WORDS.fullmatch(words) is not None and any(
        _PROSE.fullmatch(word) and word not in _MEAN_SOMETHING and word.lower() not in _MEAN_SOMETHING
        for word in re.split(r"[ '-]+", words)
    )


def number_text(value: Fraction, spelling: str | None = None) -> str:
    """A rational as its author wrote it, or as an integer or quotient."""
    if spelling is not None:
        return spelling
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def write(node: Node) -> Written:
    """The node's text without brackets around it, and how tightly that holds together."""
    return _WRITERS[type(node)](node)


def _at(node: Node, strength: int) -> str:
    """The node's text, in brackets if it holds together less than ``strength``."""
    text, own = _WRITERS[type(node)](node)
    return text if own >= strength else f"({text})"


def _listed(nodes: Iterable[Node]) -> str:
    return ", ".join([_at(node, LOGIC) for node in nodes])


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "'") + '"'


# numbers and names


def _number(node: Number) -> Written:
    whole = node.spelling is not None or node.value.denominator == 1
    strength = SUM if node.value < 0 else ATOM if whole else PRODUCT
    return number_text(node.value, node.spelling), strength


def _indexed(node: Indexed) -> Written:
    return f"{node.base}_{{{', '.join([_at(index, SETS) for index in node.indices])}}}", ATOM


def _quantity(node: Quantity) -> Written:
    first = re.split(r"[*/^]", node.unit, maxsplit=1)[0]
    bare = len(first) > 1 and first in UNIT_WORDS and first not in _ALSO_FUNCTIONS
    unit = node.unit if bare else _quoted(node.unit)
    if isinstance(node.value, Negate):
        return f"{write(node.value)[0]} {unit}", SUM
    return f"{_at(node.value, PRODUCT)} {unit}", TERM


# arithmetic


def _add(node: Add) -> Written:
    """Terms between signs; a unit behind the last of several bare numbers would be read as the unit of all."""
    strength = TERM if all(isinstance(term, Quantity) for term in node.terms) else PRODUCT
    first = node.terms[0]
    text = write(first)[0] if isinstance(first, Negate) else _term(first, strength)
    for term in node.terms[1:]:
        text += f" - {_term(term.operand, strength)}" if isinstance(term, Negate) else f" + {_term(term, strength)}"
    return text, SUM


def _term(node: Node, strength: int) -> str:
    return _at(node, strength if isinstance(node, Quantity) else TERM)


def _negate(node: Negate) -> Written:
    return f"-{_term(node.operand, PRODUCT)}", SUM


def _plus_minus(node: PlusMinus) -> Written:
    sign = "±" if node.upper else "∓"
    right = _term(node.right, PRODUCT)
    return (f"{sign}{right}" if node.left is None else f"{_at(node.left, SUM)} {sign} {right}"), SUM


def _multiply(node: Multiply) -> Written:
    first = node.factors[0]
    head = _at(first, PRODUCT if isinstance(first, Divide) else POWER)
    return "*".join([head, *[_at(factor, POWER) for factor in node.factors[1:]]]), PRODUCT


def _divide(node: Divide) -> Written:
    return f"{_at(node.numerator, PRODUCT)}/{_at(node.denominator, POWER)}", PRODUCT


def _operation(node: Operation) -> Written:
    return f"{_at(node.left, POWER)} {node.operator} {_at(node.right, POWER)}", PRODUCT


def _power(node: Power) -> Written:
    return f"{_at(node.base, ATOM)}^{_at(node.exponent, POWER)}", POWER


# what takes a body


def _call(node: Call) -> Written:
    if node.function == "such_that" and len(node.arguments) == 2:
        return " | ".join([_side(side) for side in node.arguments]), BARE
    name = "Gamma" if node.function == "gamma" else node.function  # gamma alone is a letter
    return f"{name}({_items(node.arguments)})", ATOM


def _side(node: Node) -> str:
    """What stands beside the bar of such_that: a list there has no brackets."""
    return write(node)[0] if isinstance(node, Listing) else _at(node, LOGIC)


def _items(nodes: tuple[Node, ...]) -> str:
    """What stands in a bracket; a condition behind a bar needs no bracket of its own when it is alone."""
    if len(nodes) == 1 and isinstance(nodes[0], Call) and nodes[0].function == "such_that":
        return write(nodes[0])[0]
    return _listed(nodes)


def _big_operator(node: BigOperator) -> Written:
    if node.lower == Text(""):
        return f"{node.kind}_{{{node.index}}} {_at(node.body, POWER)}", TERM
    lower, upper = _at(node.lower, SETS), write(node.upper)[0]
    return f"{node.kind}_{{{node.index}={lower}}}^({upper}) {_at(node.body, POWER)}", TERM


def _integral(node: Integral) -> Written:
    bounds = "" if node.lower is None or node.upper is None else f"_({write(node.lower)[0]})^({write(node.upper)[0]})"
    return f"int{bounds} ({write(node.body)[0]}) d{node.variable}", PRODUCT


def _derivative(node: Derivative) -> Written:
    return f"diff({_at(node.body, LOGIC)}, {node.variable}, {node.order})", ATOM


def _limit(node: Limit) -> Written:
    point = _at(node.point, ATOM if node.side else SETS) + (f"^{node.side}" if node.side else "")
    return f"lim_{{{node.variable}->{point}}} {_at(node.body, POWER)}", TERM


# statements, sets and lists


def _relation(node: Relation) -> Written:
    texts = [_at(operand, SETS) for operand in node.operands]
    signs = [f" {RELATION_SIGNS[operator]} " for operator in node.operators]
    return texts[0] + "".join([sign + text for sign, text in zip(signs, texts[1:], strict=True)]), RELATION


def _logic(node: Logic) -> Written:
    if node.connective == "not":
        return f"not({write(node.parts[0])[0]})", ATOM
    return f" {node.connective} ".join([_at(part, RELATION) for part in node.parts]), LOGIC


def _set_operation(node: SetOperation) -> Written:
    return f" {SET_SIGNS[node.operator]} ".join([_at(part, SUM) for part in node.parts]), SETS


def _listing(node: Listing) -> Written:
    comma = "," if _needs_comma(node) else ""
    return f"{node.opening}{_items(node.items)}{comma}{node.closing}", (ATOM if node.opening else BARE)


def _needs_comma(node: Listing) -> bool:
    """Whether only a comma at the end tells a tuple of one from a group, and a set of sets from a matrix."""
    if node.opening == "(":
        return len(node.items) == 1 and node.closing == ")"
    sizes = {len(item.items) if isinstance(item, Listing) and item.opening == "{" else 0 for item in node.items}
    return node.opening == "{" and len(node.items) > 1 and len(sizes) == 1 and sizes != {0}


def _matrix(node: Matrix) -> Written:
    return "[" + ", ".join([f"[{_listed(row)}]" for row in node.rows]) + "]", ATOM


def _piecewise(node: Piecewise) -> Written:
    pieces = [f"{_at(value, SETS)} if {_at(condition, LOGIC)}" for value, condition in node.branches]
    if node.otherwise is not None:
        pieces.append(f"{_at(node.otherwise, SETS)} otherwise")
    return f"piecewise({', '.join(pieces)})", ATOM


_WRITERS: dict[type[Node], Callable[..., Written]] = {
    Number: _number,
    Symbol: lambda node: (node.name, ATOM),
    Constant: lambda node: (node.name, ATOM),
    Text: lambda node: (_quoted(node.value), ATOM),
    Indexed: _indexed,
    Quantity: _quantity,
    Add: _add,
    Negate: _negate,
    PlusMinus: _plus_minus,
    Multiply: _multiply,
    Divide: _divide,
    Operation: _operation,
    Power: _power,
    Percent: lambda node: (f"{_at(node.operand, ATOM)}%", POWER),
    Call: _call,
    BigOperator: _big_operator,
    Integral: _integral,
    Derivative: _derivative,
    Limit: _limit,
    Relation: _relation,
    Logic: _logic,
    SetOperation: _set_operation,
    Listing: _listing,
    Matrix: _matrix,
    Piecewise: _piecewise,
}
