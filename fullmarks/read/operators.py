"""Arithmetic between operands: signs, products with and without a sign, quotients, and the units behind them."""

from __future__ import annotations

from fullmarks.expr.nodes import (
    Add,
    Call,
    Divide,
    Listing,
    Logic,
    Multiply,
    Negate,
    Node,
    Number,
    Operation,
    PlusMinus,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
)
from fullmarks.read.derivatives import leibniz
from fullmarks.read.ellipses import DOTS, written_out
from fullmarks.read.groups import arguments
from fullmarks.read.parser import POWER, PRODUCT, SUM, Parser
from fullmarks.read.tokens import Token

MODES = {"valid": "", "full": "_full"}
"""Words below a sign between arrays, and what they make of its name."""
_CONGRUENT = frozenset(("\\pmod", "\\mod"))
_PLAIN_TIMES = frozenset("*·×")
_OPERATIONS = frozenset("⊙⊗")
"""Signs between arrays that are no products even where a rubric says nothing of them."""


# signs


def signed(p: Parser, token: Token) -> Node:
    """An operand behind a sign."""
    operand = ungrouped(p.expression(PRODUCT if p.strength <= SUM else POWER))
    match token.value, operand:
        case "-", Call("mod", (value, modulus)) if p.congruent == p.place:
            return Call("mod", (Negate(value), modulus))  # -4 (mod 7) is a class
        case "+", _:
            return operand
        case "-", Quantity(value, unit_name) if p.measured == p.place:
            return Quantity(Negate(value), unit_name)
        case "-", _:
            return Negate(operand)
        case _:
            return PlusMinus(None, operand, token.value == "±")


def sums(p: Parser, left: Node) -> Node:
    """Terms between signs; a unit behind the last of several bare numbers belongs to all of them."""
    terms = [ungrouped(left)]
    dots: Token | None = None
    while p.token.kind == "sign":
        sign = p.take().value
        if p.token.kind == "dots":
            dots = p.take()
            terms.append(DOTS)
            continue
        right = ungrouped(p.expression(PRODUCT))
        if dots is not None and (sign in "±∓" or isinstance(right, Quantity)):
            raise p.missing_operand(dots)
        if isinstance(right, Quantity) and p.measured == p.place and not any(isinstance(t, Quantity) for t in terms):
            whole = _sum(_with_term(terms, sign, right.value))
            return Quantity(whole, right.unit)
        terms = _with_term(terms, sign, right)
    return _sum(terms) if dots is None else _without_dots(p, "sum", terms, dots)


def _with_term(terms: list[Node], sign: str, right: Node) -> list[Node]:
    if sign in "±∓":
        return [PlusMinus(_sum(terms), right, sign == "±")]
    terms.append(right if sign == "+" else Negate(right))
    return terms


def _sum(terms: list[Node]) -> Node:
    return terms[0] if len(terms) == 1 else Add(tuple(terms))


# products


def products(p: Parser, left: Node) -> Node:
    """Factors between signs or side by side, with the unit behind them."""
    if p.token.kind not in ("times", "dots") and not p.starts_factor():
        return left
    factors = [ungrouped(left)]
    dots: Token | None = None
    while True:
        token = p.token
        if token.kind == "times":
            if dots is not None and token.value not in _PLAIN_TIMES:
                factors, dots = [_without_dots(p, "product", factors, dots)], None
            factors = _times(p, factors)
        elif p.starts_factor():
            _side_by_side(p, token, factors)
        elif token.kind == "dots":
            dots = p.take()
            factors.append(DOTS)
        else:
            return _product(factors) if dots is None else _without_dots(p, "product", factors, dots)


def _without_dots(p: Parser, kind: str, parts: list[Node], dots: Token) -> Node:
    """The sum or product that dots leave out parts of."""
    whole = written_out(kind, parts)
    if whole is None:
        raise p.missing_operand(dots)
    return whole


def _times(p: Parser, factors: list[Node]) -> list[Node]:
    sign = p.token.value
    if sign == "/" and (derivative := leibniz(p, factors)):
        return derivative
    p.take()
    if p.token.kind == "dots" and sign in _PLAIN_TIMES:
        return factors
    if operation := _operation(p, sign):
        mode = _mode(p)
        return [Operation(f"{operation}{mode}", _product(factors), _factors_beside(p))]
    if sign == "//":
        return [Call("floor", (Divide(_product(factors), _divisor(p)),))]
    if sign == "/":
        return [Divide(_product(factors), _divisor(p))]
    if sign in ("mod", "choose"):
        spelled = p.text[p.tokens[p.place - 1].start : p.tokens[p.place - 1].end]
        made = Call("mod" if sign == "mod" else "binomial", (_product(factors), ungrouped(p.expression(POWER))))
        p.congruent = p.place if spelled in _CONGRUENT else p.congruent
        return [made]
    factors.append(ungrouped(p.expression(POWER)))
    return factors


def _side_by_side(p: Parser, token: Token, factors: list[Node]) -> None:
    last = factors[-1]
    if token.kind == "number" and isinstance(last, Number) and not isinstance(token.node, Divide):
        raise p.error("two_numbers", "Two numbers stand side by side; write an operator or a comma between them.")
    if token.kind == "open" and p.ahead().value == "mod" and p.ahead().kind == "times":
        factors[:] = [_congruence(p, factors)]
        return
    factor = ungrouped(p.expression(POWER))
    match last, factor:
        case Symbol(name), Call("such_that") | Relation() | Logic() | SetOperation() if token.value == "(":
            factors[-1] = Call(name, (factor,))  # P(A|B), P(X = 1)
        case _:
            factors.append(factor)


def _congruence(p: Parser, factors: list[Node]) -> Node:
    """``a (mod n)``: the bracket only stands around the operator."""
    opening = p.take().value
    p.take()
    modulus = p.expression(SUM)
    if p.token.kind != "close":
        raise p.unclosed(opening)
    p.take()
    p.congruent = p.place
    return Call("mod", (_product(factors), modulus))


def _divisor(p: Parser) -> Node:
    return ungrouped(p.expression(POWER)) if p.conventions.slash_before_product else _factors_beside(p)


def _factors_beside(p: Parser) -> Node:
    """Factors side by side: they hold together more tightly than a sign between arrays does."""
    factors = [ungrouped(p.expression(POWER))]
    while p.starts_factor():
        factors.append(ungrouped(p.expression(POWER)))
    return _product(factors)


def _operation(p: Parser, sign: str) -> str | None:
    """The operation that a sign stands for, by its own sign; None where it is an ordinary product."""
    operators = p.vocabulary.operators
    if sign == "⋆" and sign not in operators:
        sign = "*"
    return sign if sign in operators or sign in _OPERATIONS else None


def _mode(p: Parser) -> str:
    r"""What stands below a sign between arrays: ``*_{\text{full}}``; nothing for ``valid``, which they are by themselves."""
    if not p.at("subscript"):
        return ""
    sign = p.take()
    opening = p.token
    end = p.closing(p.place) if opening.kind == "open" else p.place
    word = "".join(
        token.value for token in p.tokens[p.place : end + 1] if token.kind in ("below", "symbol", "word", "text")
    )
    if word not in MODES:
        raise p.error("missing_argument", f"Below a sign one of {', '.join(MODES)} is expected here.", sign)
    p.jump(end)
    p.take()
    return MODES[word]


def _product(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def remainder(p: Parser, token: Token) -> Node:
    """``mod(7, 3)`` as a function; any other operator begins nothing."""
    if token.value == "mod" and p.at("open", "("):
        given = arguments(p)
        if len(given) == 2:
            return Call("mod", given)
        raise p.error("missing_argument", f"mod takes 2 arguments, not {len(given)}.", token)
    raise p.missing_operand(token)


def ungrouped(node: Node) -> Node:
    """An operand without the square bracket that only groups it: ``[x + 1] y``."""
    if isinstance(node, Listing) and node.opening == "[" and node.closing == "]" and len(node.items) == 1:
        return node.items[0]
    return node


def over(p: Parser, left: Node) -> Node:
    r"""``{n \choose k}`` and ``{a \over b}``: all of the group on either side."""
    sign = p.take().value
    right = p.expression(SUM)
    return Divide(left, right) if sign == "over" else Call("binomial", (left, right))
