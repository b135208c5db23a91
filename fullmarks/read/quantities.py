r"""Units behind a value: ``5 cm``, ``18 km/h``, ``6\text{ kg}\cdot\text{m}/\text{s}^2``, and words that count things."""

from __future__ import annotations

from fullmarks.expr.nodes import Node, Quantity
from fullmarks.expr.units import MONEY, UNIT_LETTERS, is_unit_name, unit_spelling
from fullmarks.read.number_words import scaled
from fullmarks.read.parser import POWER, Parser
from fullmarks.read.tokens import Token
from fullmarks.read.word_names import REFUSALS

DOLLARS = "dollars"
"""What a dollar sign stands for where it is no mark around a formula."""
_POWERS_IN_WORDS = frozenset(("squared", "cubed"))
_LONGEST_REMARK = 8


def measured(p: Parser, value: Node, unit_name: str) -> Node:
    """A value with a unit that ends right here."""
    p.measured = p.place
    return Quantity(value, unit_name)


def unit(p: Parser, left: Node) -> Node:
    """The value with the whole unit behind it, in the one spelling of units."""
    spelled = p.take().value
    while piece := _piece(p):
        spelled += piece
    return measured(p, left, unit_spelling(spelled) or spelled)


def before_value(p: Parser, token: Token) -> Node:
    """``€5``: a sign of money before its amount."""
    if token.value not in MONEY and p.text[token.start] not in "$\\":
        raise p.missing_operand(token)
    return measured(p, p.expression(POWER), token.value)


def _piece(p: Parser) -> str:
    """What goes on with the unit, consumed; empty when it ends here."""
    token, following = p.token, p.ahead()
    if token.kind == "power":
        return _exponent(p)
    if token.kind == "times" and token.value in "/·*" and _is_unit(p, following):
        p.take()
        return token.value + p.take().value
    if token.kind == "word" and token.value == "per" and is_unit_name(following.value):
        p.take()
        return f" per {p.take().value}"
    if token.kind == "word" and token.value in _POWERS_IN_WORDS:
        return f" {p.take().value}"
    if token.kind != "function" and _is_unit(p, token):
        return f" {p.take().value}"
    return ""


def _is_unit(p: Parser, token: Token) -> bool:
    if token.kind == "unit" or (token.kind in ("word", "function") and is_unit_name(token.value)):
        return True
    return token.kind == "symbol" and token.value in UNIT_LETTERS and token.value not in p.vocabulary.names.meanings


def _exponent(p: Parser) -> str:
    """An integer behind ``^``, in braces or not."""
    kinds = [token.kind for token in p.tokens[p.place + 1 : p.place + 5]]
    for pattern in (["number"], ["sign", "number"], ["open", "number", "close"], ["open", "sign", "number", "close"]):
        if kinds[: len(pattern)] == pattern:
            taken = [p.take().value for _ in range(len(pattern) + 1)]
            return "".join([value for value in taken if value not in ("brace", "(", ")")])
    return ""


def words(p: Parser, left: Node) -> Node:
    """Words in a text command behind a value: its unit, or what it counts; not what takes the value back."""
    said = p.token.value
    refused = any(word in REFUSALS for word in said.lower().split())
    if refused or len(said.split()) > _LONGEST_REMARK:
        return left
    p.take()
    left, said = scaled(left, said)
    return measured(p, left, unit_spelling(said) or said) if said else left
