"""Writing a tree as LaTeX, for people to look at in a report."""

from __future__ import annotations

from fullmarks.expr.functions import GREEK
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
from fullmarks.expr.plain import ATOM, BARE, LOGIC, POWER, PRODUCT, RELATION, SETS, SUM, number_text

_RELATIONS = {
    "=": "=",
    "!=": r"\ne",
    "<": "<",
    "<=": r"\le",
    ">": ">",
    ">=": r"\ge",
    "in": r"\in",
    "approx": r"\approx",
    "proportional": r"\propto",
    "subset": r"\subset",
    "to": r"\to",
}
_SETS = {"union": r"\cup", "intersection": r"\cap", "difference": r"\setminus"}
_OPERATIONS = {"⋆": r"\star", "⊙": r"\odot", "⊗": r"\otimes"}
_CONSTANTS = {
    "pi": r"\pi",
    "infinity": r"\infty",
    "undefined": r"\text{undefined}",
    "emptyset": r"\varnothing",
    "reals": r"\mathbb{R}",
    "integers": r"\mathbb{Z}",
    "naturals": r"\mathbb{N}",
    "rationals": r"\mathbb{Q}",
    "complexes": r"\mathbb{C}",
    "true": r"\text{true}",
    "false": r"\text{false}",
}
_NAMED_FUNCTIONS = frozenset("sin cos tan cot sec csc sinh cosh tanh coth exp min max gcd det arg".split())
_WRAPPED_FUNCTIONS = {
    "sqrt": (r"\sqrt{", "}"),
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor"),
    "ceil": (r"\left\lceil ", r"\right\rceil"),
}
_BRACKETS = {
    "": "",
    "(": r"\left(",
    ")": r"\right)",
    "[": r"\left[",
    "]": r"\right]",
    "{": r"\left\{",
    "}": r"\right\}",
}


def latex(node: Node) -> str:
    """The tree as LaTeX, without delimiters."""
    return _write(node)[0]


def _name(name: str) -> str:
    base, _, subscript = name.rstrip("'").partition("_")
    primes = "'" * (len(name) - len(name.rstrip("'")))
    head = _word(base)
    return f"{head}_{{{_word(subscript)}}}{primes}" if subscript else f"{head}{primes}"


def _word(word: str) -> str:
    if word in GREEK:
        return f"\\{word}"
    return word if len(word) <= 1 or not word.isalpha() else rf"\text{{{word}}}"


def _words(text: str) -> str:
    escaped = "".join(rf"\{c}" if c in "{}%$#&_" else r"\textbackslash{}" if c == "\\" else c for c in text)
    return rf"\text{{{escaped}}}"


def _at(node: Node, strength: int) -> str:
    text, own = _write(node)
    return text if own >= strength else rf"\left({text}\right)"


def _write(node: Node) -> tuple[str, int]:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number(value, spelling) if spelling is not None or value.denominator == 1:
            return number_text(value, spelling), (ATOM if value >= 0 else SUM)
        case Number(value, _):
            sign = "-" if value < 0 else ""
            return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}", (PRODUCT if value >= 0 else SUM)
        case Symbol(name):
            return _name(name), ATOM
        case Constant(name):
            return _CONSTANTS.get(name, name), ATOM
        case Text(value):
            return _words(value), ATOM
        case Indexed(base, indices):
            return f"{_word(base)}_{{{','.join(latex(index) for index in indices)}}}", ATOM
        case Add(terms):
            return _sum(terms), SUM
        case Negate(operand):
            return f"-{_at(operand, PRODUCT)}", SUM
        case PlusMinus(left, right, upper):
            sign = r"\pm" if upper else r"\mp"
            return f"{'' if left is None else _at(left, SUM)} {sign} {_at(right, PRODUCT)}".strip(), SUM
        case Multiply(factors):
            return _product(factors), PRODUCT
        case Divide(numerator, denominator):
            return rf"\frac{{{latex(numerator)}}}{{{latex(denominator)}}}", PRODUCT
        case Operation(operator, left, right):
            return f"{_at(left, POWER)} {_OPERATIONS.get(operator, operator)} {_at(right, POWER)}", PRODUCT
        case Power(base, exponent):
            return f"{_at(base, ATOM)}^{{{latex(exponent)}}}", POWER
        case Percent(operand):
            return rf"{_at(operand, ATOM)}\%", POWER
        case Quantity(value, unit):
            return rf"{_at(value, POWER)}\,{_words(unit)}", PRODUCT
        case Call():
            return _call(node)
        case BigOperator(kind, body, index, lower, upper):
            sign = r"\sum" if kind == "sum" else r"\prod"
            return f"{sign}_{{{_name(index)}={latex(lower)}}}^{{{latex(upper)}}} {_at(body, PRODUCT)}", PRODUCT
        case Integral(body, variable, lower, upper):
            bounds = "" if lower is None or upper is None else f"_{{{latex(lower)}}}^{{{latex(upper)}}}"
            return rf"\int{bounds} {_at(body, PRODUCT)}\,d{_name(variable)}", PRODUCT
        case Derivative(body, variable, order):
            power = f"^{{{order}}}" if order > 1 else ""
            return rf"\frac{{d{power}}}{{d{_name(variable)}{power}}} {_at(body, PRODUCT)}", PRODUCT
        case Limit(body, variable, point, side):
            return (
                rf"\lim_{{{_name(variable)} \to {latex(point)}{'^' + side if side else ''}}} {_at(body, PRODUCT)}",
                PRODUCT,
            )
        case Relation(operands, operators):
            texts = [_at(operand, SETS) for operand in operands]
            return texts[0] + "".join(
                f" {_RELATIONS[o]} {t}" for o, t in zip(operators, texts[1:], strict=True)
            ), RELATION
        case Logic("not", parts):
            return rf"\lnot\left({latex(parts[0])}\right)", ATOM
        case Logic(connective, parts):
            return rf" \text{{ {connective} }} ".join(_at(part, RELATION) for part in parts), LOGIC
        case SetOperation(operator, parts):
            return f" {_SETS[operator]} ".join(_at(part, SUM) for part in parts), SETS
        case Listing(opening, closing, items):
            inside = ", ".join(_at(item, LOGIC) for item in items)
            return f"{_BRACKETS[opening]}{inside}{_BRACKETS[closing]}", (ATOM if opening else BARE)
        case Matrix(rows):
            body = r" \\ ".join(" & ".join(latex(entry) for entry in row) for row in rows)
            return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}", ATOM
        case Piecewise(branches, otherwise):
            lines = [rf"{latex(value)} & \text{{if }} {latex(condition)}" for value, condition in branches]
            if otherwise is not None:
                lines.append(rf"{latex(otherwise)} & \text{{otherwise}}")
            return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}", ATOM
    raise TypeError(type(node).__name__)


def _sum(terms: tuple[Node, ...]) -> str:
    first = terms[0]
    text = latex(first) if isinstance(first, Negate) else _at(first, PRODUCT)
    for term in terms[1:]:
        text += f" - {_at(term.operand, PRODUCT)}" if isinstance(term, Negate) else f" + {_at(term, PRODUCT)}"
    return text


def _product(factors: tuple[Node, ...]) -> str:
    texts = [_at(factor, PRODUCT if isinstance(factor, Divide) else POWER) for factor in factors]
    joined = texts[0]
    for previous, text in zip(texts, texts[1:], strict=False):
        touching = previous[-1:].isdigit() and (text[:1].isdigit() or text.startswith(r"\frac"))
        joined += rf" \cdot {text}" if touching or text[:1].isdigit() else f" {text}"
    return joined


def _call(node: Call) -> tuple[str, int]:
    name, arguments = node.function, node.arguments
    inside = ", ".join(latex(argument) for argument in arguments)
    if name in _WRAPPED_FUNCTIONS:
        before, after = _WRAPPED_FUNCTIONS[name]
        return f"{before}{inside}{after}", ATOM
    match name, arguments:
        case "root", (radicand, degree):
            return rf"\sqrt[{latex(degree)}]{{{latex(radicand)}}}", ATOM
        case "log", (argument,):
            return rf"\ln\left({latex(argument)}\right)", ATOM
        case "log", (argument, base):
            return rf"\log_{{{latex(base)}}}\left({latex(argument)}\right)", ATOM
        case "binomial", (upper, lower):
            return rf"\binom{{{latex(upper)}}}{{{latex(lower)}}}", ATOM
        case "factorial", (argument,):
            return f"{_at(argument, ATOM)}!", ATOM
        case "transpose", (argument,):
            return rf"{_at(argument, ATOM)}^{{\top}}", POWER
        case "norm", (argument, *degree):
            return rf"\left\|{latex(argument)}\right\|" + (f"_{{{latex(degree[0])}}}" if degree else ""), ATOM
        case "degrees", (argument,):
            return rf"{_at(argument, ATOM)}^{{\circ}}", POWER
    if name in _NAMED_FUNCTIONS:
        return rf"\{name}\left({inside}\right)", ATOM
    if name.startswith("a") and name[1:] in _NAMED_FUNCTIONS:
        return rf"\arc{name[1:]}\left({inside}\right)" if name[1:] in (
            "sin",
            "cos",
            "tan",
        ) else rf"\operatorname{{{name}}}\left({inside}\right)", ATOM
    head = _name(name) if len(name.partition("_")[0].rstrip("'")) <= 1 else rf"\operatorname{{{name}}}"
    return rf"{head}\left({inside}\right)", ATOM
