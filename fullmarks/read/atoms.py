"""What a number, a name, a constant, a function or a word begins."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.functions import FUNCTIONS, INVERSES, POWERED_BEFORE_ARGUMENT
from fullmarks.expr.nodes import Call, Constant, Indexed, Listing, Multiply, Negate, Node, Number, Power, Symbol, Text
from fullmarks.read.parser import POWER, Parser, raised, ungrouped
from fullmarks.read.tokens import Token

_CALLED_LETTERS = frozenset("fghFGH")
_CLASSES_OF_GROWTH = frozenset(("O", "Theta", "Omega", "o"))


def number(p: Parser, token: Token) -> Node:
    """A literal; the lexer has read its value."""
    assert token.node is not None  # the lexer gives every number its tree
    return token.node


def constant(p: Parser, token: Token) -> Node:
    """A named constant; with a subscript it is a name after all (``e_1``)."""
    if token.value in ("e", "i", "pi") and p.at("operator", "_"):
        return _subscripted(p, token.value)
    return Constant(token.value)


def text(p: Parser, token: Token) -> Node:
    """Words in the middle of a formula."""
    return Text(token.value)


def symbol(p: Parser, token: Token) -> Node:
    """A name with its subscript; followed by a bracket, a function's value where letters may call."""
    name = token.value
    if p.at("operator", "^") and (place := _behind_exponent(p)) is not None:
        return _raised_and_subscripted(p, name, place)
    if p.at("operator", "_"):
        node = _subscripted(p, name)
        if isinstance(node, Symbol) and node.name in p.vocabulary.functions and p.at("open", "("):
            return Call(node.name, _arguments(p))
        return node
    if p.token.kind == "open" and not p.token.spaced:
        if p.token.value == "[" and p.token.start == token.end:
            p.take()
            items = p.bracketed("[")
            return Indexed(name, items.items if isinstance(items, Listing) and not items.opening else (items,))
        if p.token.value == "(" and _calls(p, name):
            return Call(name, _arguments(p))
    return Symbol(name)


def _behind_exponent(p: Parser) -> int | None:
    """Where the subscript stands in ``d^2_{out}``; None when there is none."""
    place = p.place + 1
    if p.tokens[place].kind == "open" and p.tokens[place].value == "brace":
        depth = 0
        while place < p.stop:
            token = p.tokens[place]
            depth += (token.kind == "open") - (token.kind == "close")
            place += 1
            if depth == 0:
                break
    else:
        place += 1
    token = p.tokens[min(place, p.stop)]
    return place if token.kind == "operator" and token.value == "_" else None


def _raised_and_subscripted(p: Parser, name: str, subscript: int) -> Node:
    exponent_place = p.place + 1
    p.place = subscript
    base = _subscripted(p, name)
    end, p.place = p.place, exponent_place
    exponent = p.argument()
    if p.place != subscript:
        raise p.error("missing_operand", f"The exponent cannot be read from {p.described()} on.")
    p.place = end
    return raised(base, exponent, p.vocabulary)


def _calls(p: Parser, name: str) -> bool:
    declared = name in p.vocabulary.symbols
    if name in _CLASSES_OF_GROWTH and not declared:
        return True
    return not declared and (p.conventions.letters_call or (len(name) == 1 and name in _CALLED_LETTERS))


def _subscripted(p: Parser, base: str) -> Node:
    """``x_1`` and ``d_{\\text{out}}`` are names; ``x_{i+1}``, ``a_{i,j}`` and subscripts of indexed names are entries."""
    p.take()
    start = p.place
    if p.accept("open", "brace"):
        depth = 1
        while depth and p.token.kind != "end":
            token = p.take()
            depth += (token.kind == "open") - (token.kind == "close")
        if depth:
            raise p.unclosed("{")
        inside = p.tokens[start + 1 : p.place - 1]
        name = "".join(_spelled(p, token) for token in inside)
        compound = not all(_nameable(p, token) for token in inside)
    else:
        token = p.take()
        if token.kind not in ("word", "symbol", "number", "constant", "function", "text"):
            raise p.error("missing_argument", f"A subscript is expected here, not {p.described(token)}.", token)
        inside, name, compound = [token], _spelled(p, token), False
    full = f"{base}_{name}"
    if full in p.vocabulary.symbols or full in p.vocabulary.functions:
        return _primed(p, full)
    if base in p.vocabulary.indexed or compound:
        return Indexed(base, _indices(p, start, name if not compound else None))
    return _primed(p, full)


def _primed(p: Parser, name: str) -> Node:
    while p.at("operator", "'"):
        p.take()
        name += "'"
    return Symbol(name)


def _nameable(p: Parser, token: Token) -> bool:
    return token.kind in ("symbol", "constant", "word", "text", "number") or p.text[token.start : token.end].isalnum()


def _spelled(p: Parser, token: Token) -> str:
    return (
        token.value
        if token.kind in ("word", "text", "symbol", "constant", "number")
        else p.text[token.start : token.end].strip()
    )


def _indices(p: Parser, start: int, letters: str | None) -> tuple[Node, ...]:
    """The indices of an entry: expressions between commas, or one letter each."""
    if letters is not None:
        if letters.isdigit():
            return (Number(Fraction(int(letters)), letters),)
        return tuple(Number(Fraction(int(c)), c) if c.isdigit() else Symbol(c) for c in letters)
    end, p.place = p.place, start + 1
    listing = p.listing()
    if p.place != end - 1:
        raise p.error("missing_operand", f"The subscript cannot be read from {p.described()} on.")
    p.place = end
    return listing.items if isinstance(listing, Listing) and not listing.opening else (listing,)


def word(p: Parser, token: Token) -> Node:
    """A word that nothing declares: a function if a bracket follows at once, else one name; digits behind ``_`` are a number."""
    if token.value.isdecimal():
        return Number(Fraction(int(token.value)), token.value)
    if p.at("operator", "_"):
        return _subscripted(p, token.value)
    if p.at("open", "(") and not p.token.spaced:
        return Call(token.value, _arguments(p))
    return Symbol(token.value)


def _arguments(p: Parser) -> tuple[Node, ...]:
    p.take()
    inside = p.bracketed("(")
    return inside.items if isinstance(inside, Listing) and not inside.opening else (inside,)


def function(p: Parser, token: Token) -> Node:
    """A known or declared function: its base, its power, its arguments."""
    name = token.value
    if name in p.vocabulary.functions:
        return _declared(p, name)
    if p.at("operator", "_"):
        p.take()
        base: Node | None = _base(p)
    else:
        base = None
    power: Node | None = None
    if p.at("operator", "^") and name in POWERED_BEFORE_ARGUMENT:
        p.take()
        power = p.argument() if p.at("open", "brace") else p.expression(POWER)
    primes_allowed = p.at("open", "(") or p.at("open", "brace") or p.at("open", "[")
    arguments = _bracketed_arguments(p) if primes_allowed else (_bare_argument(p, name),)
    node = _call(p, token, name, arguments, base)
    if power is None:
        return node
    if power == Negate(Number(Fraction(1))) and name in INVERSES:
        return Call(INVERSES[name], node.arguments)
    return Power(node, power)


def _base(p: Parser) -> Node:
    if p.at("word"):
        token = p.take()
        return Number(Fraction(int(token.value)), token.value) if token.value.isdigit() else Symbol(token.value)
    return p.argument()


def _bracketed_arguments(p: Parser) -> tuple[Node, ...]:
    opening = p.take().value
    inside = p.bracketed("{" if opening == "brace" else opening)
    return inside.items if isinstance(inside, Listing) and not inside.opening else (inside,)


def _bare_argument(p: Parser, name: str) -> Node:
    """The argument without brackets: factors side by side up to an operator or the next function."""
    if not p.starts_factor() and not (p.token.kind == "operator" and p.token.value in "+-"):
        raise p.error("missing_argument", f"The argument of {name} is expected here, not {p.described()}.")
    if p.token.kind == "operator":
        return p.expression(POWER)
    factors = [ungrouped(p.expression(POWER))]
    while p.conventions.long_arguments and p.starts_factor() and p.token.kind not in ("function", "open"):
        factors.append(ungrouped(p.expression(POWER)))
    if len(factors) == 1:
        return factors[0]
    return Multiply(tuple(factors))


def _call(p: Parser, token: Token, name: str, arguments: tuple[Node, ...], base: Node | None) -> Call:
    if name == "log":
        if base is None and len(arguments) == 1 and _is_common(p, token):
            base = Number(Fraction(10), "10")
        if base is not None:
            arguments = (*arguments, base)
    elif base is not None and name in ("min", "max"):
        arguments = (*arguments, base)
    least, most = FUNCTIONS[name]
    if not least <= len(arguments) <= most:
        count = f"{least}" if least == most else f"{least} to {most}"
        raise p.error(
            "missing_argument", f"{name} takes {count} argument{'s' * (most > 1)}, not {len(arguments)}.", token
        )
    return Call(name, arguments)


def _is_common(p: Parser, token: Token) -> bool:
    """Whether a logarithm is to base 10: ``\\lg`` always, ``log`` by convention not."""
    spelling = p.text[token.start : token.end].strip().lstrip("\\")
    return spelling == "lg" or (spelling == "log" and not p.conventions.natural_log)


def _declared(p: Parser, name: str) -> Node:
    if p.at("open", "(") or p.at("open", "["):
        opening = p.take().value
        inside = p.bracketed(opening)
        return Call(name, inside.items if isinstance(inside, Listing) and not inside.opening else (inside,))
    while p.at("operator", "'"):
        p.take()
        name += "'"
    if p.at("operator", "_"):
        return _subscripted(p, name)
    return Symbol(name)
