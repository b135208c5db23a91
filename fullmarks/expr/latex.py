"""Writing a tree as LaTeX, for people to look at in a report.

Arithmetic, functions, matrices and relations are read back to the same values; products may be grouped otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from fullmarks.expr.functions import GREEK
from fullmarks.expr.latex_names import escaped, name_in_latex, words_in_latex
from fullmarks.expr.latex_signs import BRACKETS, CONSTANTS, OPERATIONS, RELATIONS, SET_SIGNS
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
from fullmarks.expr.plain import (
    ATOM,
    BARE,
    LOGIC,
    POWER,
    PRODUCT,
    RELATION,
    SETS,
    SUM,
    TERM,
    Written,
    number_text,
)

_NAMED_FUNCTIONS = frozenset(
    "sin cos tan cot sec csc sinh cosh tanh coth exp min max gcd det arg arcsin arccos arctan".split()
)
_INVERSE_FUNCTIONS = {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}
_WRAPPED_FUNCTIONS = {
    "sqrt": (r"\sqrt{", "}"),
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor"),
    "ceil": (r"\left\lceil ", r"\right\rceil"),
}


def latex(node: Node) -> str:
    """The tree as LaTeX, without delimiters."""
    return _WRITERS[type(node)](node)[0]


def _at(node: Node, strength: int) -> str:
    text, own = _WRITERS[type(node)](node)
    return text if own >= strength else rf"\left({text}\right)"


def _listed(nodes: tuple[Node, ...]) -> str:
    return ", ".join([_at(node, LOGIC) for node in nodes])


# numbers and names


def _number(node: Number) -> Written:
    value, spelling = node.value, node.spelling
    if spelling is not None or value.denominator == 1:
        return number_text(value, spelling), (ATOM if value >= 0 else SUM)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}", (PRODUCT if value >= 0 else SUM)


def _indexed(node: Indexed) -> Written:
    return f"{name_in_latex(node.base)}_{{{_listed(node.indices)}}}", ATOM


# arithmetic


def _add(node: Add) -> Written:
    first = node.terms[0]
    text = latex(first) if isinstance(first, Negate) else _at(first, TERM)
    for term in node.terms[1:]:
        text += f" - {_at(term.operand, TERM)}" if isinstance(term, Negate) else f" + {_at(term, TERM)}"
    return text, SUM


def _plus_minus(node: PlusMinus) -> Written:
    sign = r"\pm" if node.upper else r"\mp"
    left = "" if node.left is None else _at(node.left, SUM)
    return f"{left} {sign} {_at(node.right, TERM)}".strip(), SUM


def _multiply(node: Multiply) -> Written:
    texts = [_at(factor, PRODUCT if isinstance(factor, Divide) else POWER) for factor in node.factors]
    joined = texts[0]
    for before, text in pairwise(texts):
        touching = (
            text[:1].isdigit() or (before[-1:].isdigit() and text.startswith(r"\frac")) or before in ("d", r"\partial")
        )
        joined += rf" \cdot {text}" if touching else f" {text}"
    return joined, PRODUCT


def _divide(node: Divide) -> Written:
    return rf"\frac{{{latex(node.numerator)}}}{{{latex(node.denominator)}}}", PRODUCT


def _operation(node: Operation) -> Written:
    sign, _, mode = node.operator.partition("_")
    below = rf"_{{\text{{{mode}}}}}" if mode else ""
    return f"{_at(node.left, POWER)} {OPERATIONS.get(sign, sign)}{below} {_at(node.right, POWER)}", PRODUCT


def _power(node: Power) -> Written:
    return f"{_at(node.base, ATOM)}^{{{latex(node.exponent)}}}", POWER


# functions


def _call(node: Call) -> Written:
    name, arguments = node.function, node.arguments
    if name in _WRAPPED_FUNCTIONS:
        before, after = _WRAPPED_FUNCTIONS[name]
        return f"{before}{_listed(arguments)}{after}", ATOM
    match name, arguments:
        case "root", (radicand, degree):
            return rf"\sqrt[{latex(degree)}]{{{latex(radicand)}}}", ATOM
        case "log", (argument, base):
            return rf"\log_{{{latex(base)}}}\left({latex(argument)}\right)", ATOM
        case "binomial", (upper, lower):
            return rf"\binom{{{latex(upper)}}}{{{latex(lower)}}}", ATOM
        case "mod", (dividend, divisor):
            return rf"{_at(dividend, PRODUCT)} \bmod {_at(divisor, POWER)}", PRODUCT
        case "factorial", (argument,):
            return f"{_at(argument, ATOM)}!", POWER
        case "factorial2", (argument,):
            return f"{_at(argument, ATOM)}!!", POWER
        case "degrees", (argument,):
            return rf"{_at(argument, ATOM)}^{{\circ}}", POWER
        case "transpose", (argument,):
            return rf"{_at(argument, ATOM)}^{{\top}}", POWER
        case "norm", (argument,):
            return rf"\left\|{latex(argument)}\right\|", ATOM
        case "norm", (argument, order):
            return rf"\left\|{latex(argument)}\right\|_{{{latex(order)}}}", ATOM
        case "conjugate", (argument,) if not isinstance(argument, (Symbol, Constant, Number)):  # x̄ is a name
            return rf"\overline{{{latex(argument)}}}", ATOM
        case "such_that", (left, right):
            return rf"{latex(left)} \mid {latex(right)}", BARE
        case "derivative", (body, variable):
            return rf"\frac{{d {_at(body, ATOM)}}}{{d {_at(variable, ATOM)}}}", ATOM
    inside = latex(arguments[0]) if len(arguments) == 1 else _listed(arguments)
    return rf"{_function_name(name)}\left({inside}\right)", ATOM


def _function_name(name: str) -> str:
    if name in ("log", "gamma"):
        return {"log": r"\ln", "gamma": r"\Gamma"}[name]
    if (known := _INVERSE_FUNCTIONS.get(name, name)) in _NAMED_FUNCTIONS:
        return rf"\{known}"
    base = name.partition("_")[0].rstrip("'")
    return name_in_latex(name) if len(base) <= 1 or base in GREEK else rf"\operatorname{{{escaped(name)}}}"


# what has bounds


def _big_operator(node: BigOperator) -> Written:
    sign = r"\sum" if node.kind == "sum" else r"\prod"
    if node.lower == Text(""):
        return f"{sign}_{{{name_in_latex(node.index)}}} {_at(node.body, PRODUCT)}", TERM
    return (
        f"{sign}_{{{name_in_latex(node.index)}={_at(node.lower, SETS)}}}^{{{latex(node.upper)}}} {_at(node.body, PRODUCT)}",
        TERM,
    )


def _integral(node: Integral) -> Written:
    bounds = "" if node.lower is None or node.upper is None else f"_{{{latex(node.lower)}}}^{{{latex(node.upper)}}}"
    return rf"\int{bounds} {_at(node.body, PRODUCT)}\,d{name_in_latex(node.variable)}", PRODUCT


def _derivative(node: Derivative) -> Written:
    power = f"^{{{node.order}}}" if node.order > 1 else ""
    return rf"\frac{{d{power}}}{{d{name_in_latex(node.variable)}{power}}} {_at(node.body, PRODUCT)}", TERM


def _limit(node: Limit) -> Written:
    point = _at(node.point, ATOM) + f"^{{{node.side}}}" if node.side else latex(node.point)
    return rf"\lim_{{{name_in_latex(node.variable)} \to {point}}} {_at(node.body, PRODUCT)}", TERM


# statements, sets and lists


def _relation(node: Relation) -> Written:
    texts = [_at(operand, SETS) for operand in node.operands]
    signs = [f" {RELATIONS[operator]} " for operator in node.operators]
    return texts[0] + "".join([sign + text for sign, text in zip(signs, texts[1:], strict=True)]), RELATION


def _logic(node: Logic) -> Written:
    if node.connective == "not":
        return rf"\lnot\left({latex(node.parts[0])}\right)", ATOM
    return rf" \text{{ {node.connective} }} ".join([_at(part, RELATION) for part in node.parts]), LOGIC


def _listing(node: Listing) -> Written:
    inside = latex(node.items[0]) if len(node.items) == 1 else _listed(node.items)
    comma = "," if len(node.items) == 1 and node.opening == "(" and node.closing == ")" else ""
    return f"{BRACKETS[node.opening]}{inside}{comma}{BRACKETS[node.closing]}", (ATOM if node.opening else BARE)


def _matrix(node: Matrix) -> Written:
    body = r" \\ ".join([" & ".join([_at(entry, LOGIC) for entry in row]) for row in node.rows])
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}", ATOM


def _piecewise(node: Piecewise) -> Written:
    lines = [rf"{_at(value, SETS)} & \text{{if }} {latex(condition)}" for value, condition in node.branches]
    if node.otherwise is not None:
        lines.append(rf"{_at(node.otherwise, SETS)} & \text{{otherwise}}")
    return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}", ATOM


_WRITERS: dict[type[Node], Callable[..., Written]] = {
    Number: _number,
    Symbol: lambda node: (name_in_latex(node.name), ATOM),
    Constant: lambda node: (CONSTANTS.get(node.name, node.name), ATOM),
    Text: lambda node: (words_in_latex(node.value), ATOM),
    Indexed: _indexed,
    Quantity: lambda node: (rf"{_at(node.value, POWER)}\,{words_in_latex(node.unit)}", TERM),
    Add: _add,
    Negate: lambda node: (f"-{_at(node.operand, TERM)}", SUM),
    PlusMinus: _plus_minus,
    Multiply: _multiply,
    Divide: _divide,
    Operation: _operation,
    Power: _power,
    Percent: lambda node: (rf"{_at(node.operand, ATOM)}\%", POWER),
    Call: _call,
    BigOperator: _big_operator,
    Integral: _integral,
    Derivative: _derivative,
    Limit: _limit,
    Relation: _relation,
    Logic: _logic,
    SetOperation: lambda node: (f" {SET_SIGNS[node.operator]} ".join([_at(part, SUM) for part in node.parts]), SETS),
    Listing: _listing,
    Matrix: _matrix,
    Piecewise: _piecewise,
}
