"""Writing a tree as presentation MathML, for pages: formulas as browsers and screen readers know them.

Each writer gives exactly one element, so that it may stand where MathML counts its children. Brackets are those of ``latex``; only
elements of MathML Core are used. Source: MathML Core, W3C Candidate Recommendation, 2025.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from fullmarks.expr.mathml_elements import applied, bracketed, digits, joined, name, raised, row, sign, table, words
from fullmarks.expr.mathml_signs import (
    CONSTANTS,
    DOT,
    FUNCTION_NAMES,
    MINUS,
    OPERATIONS,
    RELATIONS,
    SET_SIGNS,
    TIMES,
    WRAPPED,
)
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

_D = name("d")


def mathml(node: Node) -> str:
    """The tree as a ``math`` element, well formed in HTML and in XML; all text in it is escaped."""
    return f'<math displaystyle="true">{_element(node)}</math>'


def _element(node: Node) -> str:
    return _WRITERS[type(node)](node)[0]


def _at(node: Node, strength: int) -> str:
    """The node's element, in brackets if it holds together less than ``strength``."""
    element, own = _WRITERS[type(node)](node)
    return element if own >= strength else bracketed(element)


def _listed(nodes: tuple[Node, ...]) -> str:
    return joined((_at(node, LOGIC) for node in nodes), ",") if nodes else row()


# numbers and names


def _number(node: Number) -> Written:
    value, spelling = node.value, node.spelling
    if value < 0:
        size = Number(-value, spelling.removeprefix("-") if spelling else None)
        return row(sign(MINUS), _element(size)), SUM
    if spelling is not None or value.denominator == 1:
        return digits(number_text(value, spelling)), ATOM
    return f"<mfrac>{digits(str(value.numerator))}{digits(str(value.denominator))}</mfrac>", PRODUCT


def _constant(node: Constant) -> Written:
    letter = CONSTANTS.get(node.name, node.name)
    return name(letter) if len(letter) == 1 else words(letter), ATOM


def _indexed(node: Indexed) -> Written:
    return f"<msub>{name(node.base)}{_listed(node.indices)}</msub>", ATOM


def _quantity(node: Quantity) -> Written:
    return row(_at(node.value, POWER), words(f" {node.unit}")), TERM


# arithmetic


def _add(node: Add) -> Written:
    first = node.terms[0]
    parts = [_element(first) if isinstance(first, Negate) else _at(first, TERM)]
    for term in node.terms[1:]:
        parts += [sign(MINUS), _at(term.operand, TERM)] if isinstance(term, Negate) else [sign("+"), _at(term, TERM)]
    return row(*parts), SUM


def _plus_minus(node: PlusMinus) -> Written:
    both = sign("±" if node.upper else "∓")
    left = () if node.left is None else (_at(node.left, SUM),)
    return row(*left, both, _at(node.right, TERM)), SUM


def _multiply(node: Multiply) -> Written:
    """Factors side by side, with a dot where two numbers would run together."""
    elements = [_at(factor, PRODUCT if isinstance(factor, Divide) else POWER) for factor in node.factors]
    parts = elements[:1]
    for (before, after), element in zip(pairwise(node.factors), elements[1:], strict=True):
        touching = _begins_with_digit(after) or (_is_number(before) and isinstance(after, Divide))
        parts += [sign(DOT if touching else TIMES), element]
    return row(*parts), PRODUCT


def _begins_with_digit(node: Node) -> bool:
    match node:
        case Number(value):
            return value >= 0
        case Power(base, _) | Percent(base):
            return _begins_with_digit(base)
    return False


def _is_number(node: Node) -> bool:
    return isinstance(node, Number)


def _divide(node: Divide) -> Written:
    return f"<mfrac>{_element(node.numerator)}{_element(node.denominator)}</mfrac>", PRODUCT


def _operation(node: Operation) -> Written:
    operator = sign(OPERATIONS.get(node.operator, node.operator))
    return row(_at(node.left, POWER), operator, _at(node.right, POWER)), PRODUCT


def _power(node: Power) -> Written:
    return raised(_at(node.base, ATOM), _element(node.exponent)), POWER


# functions


def _call(node: Call) -> Written:
    function, arguments = node.function, node.arguments
    match function, arguments:
        case "sqrt", (radicand,):
            return f"<msqrt>{_element(radicand)}</msqrt>", ATOM
        case "root", (radicand, degree):
            return f"<mroot>{_element(radicand)}{_element(degree)}</mroot>", ATOM
        case "log", (argument, base):
            return applied(f"<msub>{name('log')}{_element(base)}</msub>", _element(argument)), ATOM
        case "binomial", (upper, lower):
            pair = f'<mfrac linethickness="0">{_element(upper)}{_element(lower)}</mfrac>'
            return bracketed(pair), ATOM
        case "mod", (dividend, divisor):
            return row(_at(dividend, PRODUCT), sign("mod"), _at(divisor, POWER)), PRODUCT
        case "factorial", (argument,):
            return row(_at(argument, ATOM), sign("!")), POWER
        case "factorial2", (argument,):
            return row(_at(argument, ATOM), sign("!!")), POWER
        case "degrees", (argument,):
            return f"<msup>{_at(argument, ATOM)}{sign('∘')}</msup>", POWER
        case "transpose", (argument,):
            return f"<msup>{_at(argument, ATOM)}{sign('⊤')}</msup>", POWER
        case "conjugate", (argument,) if not isinstance(argument, (Symbol, Constant, Number)):  # x̄ is a name
            return f"<mover>{_element(argument)}{sign('¯')}</mover>", ATOM
        case "norm", (argument, order):
            return f"<msub>{bracketed(_element(argument), WRAPPED['norm'])}{_element(order)}</msub>", ATOM
        case "such_that", (left, right):
            return row(_element(left), sign("∣"), _element(right)), BARE
        case "derivative", (body, variable):
            return f"<mfrac>{row(_D, _at(body, ATOM))}{row(_D, _at(variable, ATOM))}</mfrac>", ATOM
    inside = _element(arguments[0]) if len(arguments) == 1 else _listed(arguments)
    if function in WRAPPED:
        return bracketed(inside, WRAPPED[function]), ATOM
    return applied(name(FUNCTION_NAMES.get(function, function)), inside), ATOM


# what has bounds


def _big_operator(node: BigOperator) -> Written:
    big = sign("∑" if node.kind == "sum" else "∏")
    below = row(name(node.index), sign("="), _at(node.lower, SETS))
    return row(f"<munderover>{big}{below}{_element(node.upper)}</munderover>", _at(node.body, PRODUCT)), TERM


def _integral(node: Integral) -> Written:
    big = sign("∫")
    if node.lower is not None and node.upper is not None:
        big = f"<msubsup>{big}{_element(node.lower)}{_element(node.upper)}</msubsup>"
    return row(big, _at(node.body, PRODUCT), row(_D, name(node.variable))), PRODUCT


def _derivative(node: Derivative) -> Written:
    by, order = name(node.variable), digits(str(node.order))
    above, below = (_D, by) if node.order == 1 else (raised(_D, order), raised(by, order))
    return row(f"<mfrac>{above}{row(_D, below)}</mfrac>", _at(node.body, PRODUCT)), TERM


def _limit(node: Limit) -> Written:
    point = _element(node.point)
    if node.side:
        point = f"<msup>{_at(node.point, ATOM)}{sign(node.side.replace('-', MINUS))}</msup>"
    below = row(name(node.variable), sign("→"), point)
    return row(f"<munder>{sign('lim')}{below}</munder>", _at(node.body, PRODUCT)), TERM


# statements, sets and lists


def _relation(node: Relation) -> Written:
    first, *others = [_at(operand, SETS) for operand in node.operands]
    pairs = zip(node.operators, others, strict=True)
    return row(first, *(part for operator, other in pairs for part in (sign(RELATIONS[operator]), other))), RELATION


def _logic(node: Logic) -> Written:
    if node.connective == "not":
        return row(sign("¬"), bracketed(_element(node.parts[0]))), ATOM
    first, *others = [_at(part, RELATION) for part in node.parts]
    return row(first, *(part for other in others for part in (words(f" {node.connective} "), other))), LOGIC


def _set_operation(node: SetOperation) -> Written:
    return joined((_at(part, SUM) for part in node.parts), SET_SIGNS[node.operator]), SETS


def _listing(node: Listing) -> Written:
    inside = _element(node.items[0]) if len(node.items) == 1 else _listed(node.items)
    if len(node.items) == 1 and (node.opening, node.closing) == ("(", ")"):
        inside = row(inside, sign(","))
    if not node.opening:
        return inside, BARE
    return bracketed(inside, node.opening + node.closing), ATOM


def _matrix(node: Matrix) -> Written:
    return bracketed(table([[_at(entry, LOGIC) for entry in line] for line in node.rows]), "[]"), ATOM


def _piecewise(node: Piecewise) -> Written:
    lines = [[_at(value, SETS), row(words("if "), _element(condition))] for value, condition in node.branches]
    if node.otherwise is not None:
        lines.append([_at(node.otherwise, SETS), words("otherwise")])
    return row(sign("{"), table(lines, "left")), ATOM


_WRITERS: dict[type[Node], Callable[..., Written]] = {
    Number: _number,
    Symbol: lambda node: (name(node.name), ATOM),
    Constant: _constant,
    Text: lambda node: (words(node.value), ATOM),
    Indexed: _indexed,
    Quantity: _quantity,
    Add: _add,
    Negate: lambda node: (row(sign(MINUS), _at(node.operand, TERM)), SUM),
    PlusMinus: _plus_minus,
    Multiply: _multiply,
    Divide: _divide,
    Operation: _operation,
    Power: _power,
    Percent: lambda node: (row(_at(node.operand, ATOM), sign("%")), POWER),
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
