"""What makes a statement of expressions: ratios and labels, relations and their chains, set operations, “and”, “or” and “not”."""

from __future__ import annotations

from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Indexed,
    Logic,
    Multiply,
    Node,
    Number,
    Quantity,
    Relation,
    SetOperation,
    Symbol,
)
from fullmarks.read.parser import RELATION, SETS, SUM, Parser
from fullmarks.read.quantities import measured
from fullmarks.read.tokens import Token

_NEGATED = {"=": "!=", "in": "not in", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}
_CONDITIONS = (Relation, Logic)


def ratios(p: Parser, left: Node) -> Node:
    """``3 : 4`` is a quotient, ``1 : 2 : 3`` a ratio of three; ``c: 5`` labels a value."""
    token = p.token
    if isinstance(left, (Symbol, Indexed)) and not token.spaced and p.ahead().spaced:
        return relations(p, left)
    parts = [left]
    while p.accept("colon"):
        parts.append(p.expression(SUM))
    match parts:
        case [hours, Quantity(minutes, ("a.m." | "p.m.") as half)]:
            return Quantity(Divide(hours, minutes), half)
    return Divide(*parts) if len(parts) == 2 else Call("ratio", tuple(parts))


def relations(p: Parser, left: Node) -> Node:
    """A relation or a chain of them."""
    operands: list[Node] = [left]
    operators: list[str] = []
    while p.token.kind == "relation" or (p.token.kind == "colon" and not operators) or _negates(p):
        operators.append(_operator(p))
        if operators[-1] == "in" and _is_inch(p, operands[-1]):
            operators.pop()
            operands[-1] = measured(p, operands[-1], "in")
            break
        if operators[-1] == "in" and (share := _share(p, operands[-1])):
            operators.pop()
            operands[-1] = share
            continue
        operands.append(p.expression(SETS))
    return Relation(tuple(operands), tuple(operators)) if operators else operands[0]


def _share(p: Parser, left: Node) -> Node | None:
    """``3 in 13``: so many among so many."""
    is_number = isinstance(left, Number) and isinstance(p.token.node, Number) and p.token.kind == "number"
    return Divide(left, p.expression(SETS)) if is_number else None


def _operator(p: Parser) -> str:
    token = p.take()
    if token.kind == "colon":
        return "="
    if token.value not in ("not", "!="):
        return token.value
    if p.token.kind == "relation":  # ``\not\in``, ``!==``
        following = p.take().value
        if following not in _NEGATED:
            raise p.error("missing_operand", f"{p.described(token)} cannot stand before {p.described()}.", token)
        return _NEGATED[following]
    if token.value == "not":
        raise p.missing_operand(token)
    return "!="


def _negates(p: Parser) -> bool:
    """Whether ``x not in A`` goes on here."""
    return p.at("logic", "not") and p.ahead().kind == "relation"


def _is_inch(p: Parser, left: Node) -> bool:
    """``5 in`` at the end of an answer is a length."""
    return p.token.kind in ("end", "close") and isinstance(left, (Number, Divide, Multiply, Add))


def sets(p: Parser, left: Node) -> Node:
    """Unions, intersections and differences, from left to right."""
    operator = p.token.value
    parts = [left]
    while p.accept("sets", operator):
        parts.append(p.expression(SUM))
    return SetOperation(operator, tuple(parts))


def logic(p: Parser, left: Node) -> Node:
    """“or” between what “and” has joined."""
    if p.token.value == "not":
        return relations(p, left) if _negates(p) else left
    if p.token.value == "and":
        return _conjunction(p, left)
    parts = [left]
    while p.accept("logic", "or"):
        part = p.expression(RELATION)
        parts.append(_conjunction(p, part) if p.at("logic", "and") else part)
    return Logic("or", tuple(parts))


def _conjunction(p: Parser, left: Node) -> Node:
    parts = [left]
    while p.accept("logic", "and"):
        parts.append(p.expression(RELATION))
    return Logic("and", tuple(parts))


def negation(p: Parser, token: Token) -> Node:
    """“not” before a condition."""
    if token.value != "not":
        raise p.missing_operand(token)
    is_word = p.text[token.start : token.end] == "not" and not p.at("open", "(")
    operand = p.expression(RELATION)
    if not is_word or isinstance(operand, _CONDITIONS) or operand in (Constant("true"), Constant("false")):
        return Logic("not", (operand,))
    raise p.error("missing_operand", f"{p.described(token)} stands before something that is no condition.", token)
