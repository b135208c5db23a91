"""What a number, a name, a constant or a word begins."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Constant, Node, Symbol, Text
from fullmarks.read.combinations import called
from fullmarks.read.groups import argument, arguments, digits
from fullmarks.read.parser import Parser
from fullmarks.read.powers import raised
from fullmarks.read.subscripts import in_square_brackets, subscripted
from fullmarks.read.tokens import Token

_CALLED_LETTERS = frozenset("fghFGH")
INVERSE = "inv"
"""What an inverse function is called behind its letter."""
_CLASSES_OF_GROWTH = frozenset(("O", "Theta", "Omega", "o"))


def number(p: Parser, token: Token) -> Node:
    """A literal; the lexer has read its value."""
    return token.node or digits(token.value)


def text(p: Parser, token: Token) -> Node:
    """Words in the middle of a formula."""
    return Text(token.value)


def constant(p: Parser, token: Token) -> Node:
    """A named constant; with a subscript it is a name after all (``e_1``), and so is the index of a sum around (``i``)."""
    if p.token.kind == "subscript" and token.value in ("e", "i", "pi"):
        return subscripted(p, token.value)
    is_letter = token.value in p.bound or (p.in_index and token.value in ("e", "i"))
    return Symbol(token.value) if is_letter else Constant(token.value)


def symbol(p: Parser, token: Token) -> Node:
    """A name with its subscript; followed by a bracket, a function's value where letters may call."""
    name, following = token.value, p.token
    if following.kind == "subscript":
        return _with_subscript(p, name)
    if following.kind == "power" and _inverts(p, name):
        p.jump(p.closing(p.place + 1) + 1)
        return Call(f"{name}_{INVERSE}", arguments(p))
    if following.kind == "power" and (place := _behind_exponent(p)) is not None:
        return _raised_and_subscripted(p, name, place)
    if name == "Gamma" and following.value == "(" and name not in p.vocabulary.names.meanings:
        return Call("gamma", arguments(p))
    if following.kind == "open" and not following.spaced:
        if following.value == "[" and following.start == token.end:
            return in_square_brackets(p, name)
        if following.value == "(" and _calls(p, name):
            return Call(name, arguments(p))
        if (
            name in ("C", "P")
            and following.value == "("
            and name not in p.vocabulary.names.meanings
            and (number := called(p, name))
        ):
            return number
    return Symbol(name)


def _with_subscript(p: Parser, name: str) -> Node:
    node = subscripted(p, name)
    if isinstance(node, Symbol) and p.at("open", "("):
        functions = p.vocabulary.functions
        if node.name == f"{name}_{INVERSE}" and name in _CALLED_LETTERS:
            return Call(node.name, arguments(p))
        if node.name in functions or (name in functions and node.name not in p.vocabulary.symbols):
            return Call(node.name, arguments(p))
    return node


def _inverts(p: Parser, name: str) -> bool:
    """Whether ``f^{-1}(`` goes on here: the inverse function, where letters may call."""
    if name not in _CALLED_LETTERS or name in p.vocabulary.names.meanings:
        return False
    tokens = p.tokens[p.place + 1 : p.place + 6]
    return [token.value for token in tokens] == ["brace", "-", "1", "brace", "("]


def _behind_exponent(p: Parser) -> int | None:
    """Where the subscript stands in ``d^2_{out}``; None when there is none."""
    place = p.place + 1
    token = p.tokens[place]
    if token.kind == "symbol" and not p.braces_group:
        return None  # in plain text, d^w_out is d to the w_out
    end = p.closing(place) if token.kind == "open" and token.value == "brace" else place
    following = min(end + 1, len(p.tokens) - 1)
    return following if p.tokens[following].kind == "subscript" else None


def _raised_and_subscripted(p: Parser, name: str, subscript: int) -> Node:
    exponent_place = p.place + 1
    p.jump(subscript)
    base = subscripted(p, name)
    end = p.place
    p.jump(exponent_place)
    exponent = argument(p)
    if p.place != subscript:
        raise p.error("missing_operand", f"The exponent cannot be read from {p.described()} on.")
    p.jump(end)
    return raised(base, exponent, p.vocabulary)


def _calls(p: Parser, name: str) -> bool:
    if name in p.vocabulary.symbols:
        return False
    return name in _CLASSES_OF_GROWTH or p.conventions.letters_call or name in _CALLED_LETTERS


def below(p: Parser, token: Token) -> Node:
    """What stands below a sign that is no name: a number or a letter."""
    if token.value.isdecimal():
        return digits(token.value)
    return constant(p, token) if token.value in ("e", "i") else Symbol(token.value)


def word(p: Parser, token: Token) -> Node:
    """A word that nothing declares: a function if a bracket follows at once, else one name."""
    if p.token.kind == "subscript":
        return subscripted(p, token.value)
    if p.token.kind == "open" and p.token.value == "(" and not p.token.spaced:
        return Call(token.value, arguments(p))
    return Symbol(token.value)
