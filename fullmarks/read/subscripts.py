r"""Subscripts: parts of names (``x_1``, ``d_{\text{out}}``), or indices of entries (``x_{i+1}``, ``a_{i,j}``, ``x[i]``).

A subscript is an index where it is more than letters and digits, where the rubric declares the name as indexed, and where the
index of a sum around stands in it.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.nodes import Constant, Indexed, Listing, Node, Number, Symbol
from fullmarks.read.evaluated import behind_square_bracket
from fullmarks.read.groups import argument, contents, digits
from fullmarks.read.parser import Parser
from fullmarks.read.shaped import shaped
from fullmarks.read.tokens import Token
from fullmarks.read.word_names import WORDS

_NAMES = frozenset(("symbol", "constant", "below", "word", "text", "number", "function", "unit"))
_LONGEST_RUN_OF_INDICES = 3
_MOMENTS = frozenset(("new", "old"))
"""Words that say when, and are no three indices."""
_LEAST_BASE, _LARGEST_BASE = 2, 36
_LONGEST_IN_BASE = 200


def subscripted(p: Parser, base: str) -> Node:
    """The name or the entry that a base and the subscript behind it make."""
    stem = base.rstrip("'")
    primes = base[len(stem) :]
    sign = p.take()
    token = p.token
    if token.kind == "open" and token.value == "brace":
        if (matrix := shaped(p, base)) is not None:
            return matrix
        found = _in_braces(p, stem)
    elif token.kind in _NAMES or _is_spelled(p, token):
        p.take()
        found = named(p, stem, _spelled(p, token))
    else:
        raise p.error("missing_argument", f"A subscript is expected here, not {p.described(token)}.", token)
    if not isinstance(found, Symbol):
        return found
    if p.at("subscript") and p.token.start == p.tokens[p.place - 1].end and sign.end == token.start:
        return subscripted(p, found.name + primes)
    while p.accept("postfix", "'"):
        primes += "'"
    return Symbol(found.name + primes) if primes else found


def _in_braces(p: Parser, base: str) -> Node:
    start = p.place + 1
    end = start + 1 if p.tokens[min(start + 1, len(p.tokens) - 1)].kind == "close" else p.closing(p.place)
    inside = p.tokens[start:end]
    if len(inside) == 1 and inside[0].kind == "below":
        p.jump(end)
        p.take()
        return named(p, base, inside[0].value)
    if inside and all(_is_spelled(p, token) for token in inside):
        name = "".join([_spelled(p, token) for token in inside])
        if inside[0].kind != "number" or len(inside) == 1 or f"{base}_{name}" in p.vocabulary.names.meanings:
            p.jump(end)
            if p.token.kind != "close":
                raise p.unclosed("brace")
            p.take()
            return named(p, base, name)
    p.take()
    indices = _indices(p)
    if p.token.kind != "close":
        raise p.unclosed("brace")
    closing = p.take()
    if not indices:
        raise p.error("missing_operand", "There is nothing in this bracket.", closing)
    return entry(p, base, indices)


def _indices(p: Parser) -> tuple[Node, ...]:
    """Indices between commas; the letters e and i among them are letters."""
    outside, p.in_index = p.in_index, True
    indices = contents(p).items
    p.in_index = outside
    return indices


def in_square_brackets(p: Parser, base: str) -> Node:
    """``x[i]``, ``x[i, j]`` or ``x[i][j]``."""
    indices: tuple[Node, ...] = ()
    while p.at("open", "[") and not p.token.spaced:
        opening = p.take().value
        indices += _indices(p)
        if p.token.kind != "close":
            raise p.unclosed(opening)
        p.take()
    if not indices:
        raise p.error("missing_operand", "There is nothing in this bracket.", p.tokens[p.place - 1])
    return entry(p, base, indices)


def behind_bracket(p: Parser, left: Node) -> Node:
    """A subscript behind a name in brackets (``{d}_{out}``, ``(A)_{ij}``)."""
    if isinstance(left, (Symbol, Constant)):
        return subscripted(p, left.name)
    if isinstance(left, Number) and left.spelling in ("0", "1") and (matrix := shaped(p, left.spelling)) is not None:
        return matrix
    if isinstance(left, Number) and left.spelling and left.spelling.isdigit():
        return _in_base(p, left.spelling)
    if (difference := behind_square_bracket(p, left)) is not None:
        return difference
    raise p.error("missing_operand", "A subscript stands behind something that is not a name.")


def _in_base(p: Parser, spelled: str) -> Node:
    """``1011_2``: a whole number by its digits in another base."""
    sign = p.take()
    base = argument(p)
    if not isinstance(base, Number) or base.value.denominator != 1 or not _LEAST_BASE <= base.value <= _LARGEST_BASE:
        raise p.error("missing_argument", f"A base from {_LEAST_BASE} to {_LARGEST_BASE} is expected here.", sign)
    if len(spelled) > _LONGEST_IN_BASE or any(int(digit) >= base.value for digit in spelled):
        raise p.error("missing_argument", f"{spelled} is no number in base {base.value}.", sign)
    return Number(Fraction(int(spelled, int(base.value))))


def _is_spelled(p: Parser, token: Token) -> bool:
    """Whether a token can be part of a name below the line."""
    if token.kind == "number":
        return token.value.isdecimal()
    return token.kind in _NAMES or (token.end > token.start and p.text[token.start : token.end].isalnum())


def _spelled(p: Parser, token: Token) -> str:
    """A part of a name: the letters and digits as they stand there, a sign or a command by its name."""
    written = p.text[token.start : token.end]
    if written.isascii() and written.isalnum():
        return written
    if token.kind in _NAMES and token.kind != "function":
        return "".join([c for c in token.value if c.isalnum() or c == "_"])
    return written.strip(" \\{}")


def named(p: Parser, base: str, below: str) -> Node:
    """The name with a subscript of letters and digits; of an indexed base, its entry."""
    full = f"{base}_{below}"
    if full in p.vocabulary.names.meanings:
        return Symbol(full)
    if base in p.vocabulary.indexed or _is_bound(p, below):
        return Indexed(base, _letters(below))
    return Symbol(full)


def _is_bound(p: Parser, below: str) -> bool:
    """Whether an index of a sum around is a letter of the subscript."""
    if not p.bound:
        return False
    short = len(below) <= _LONGEST_RUN_OF_INDICES and below.isalnum() and below.isascii() and below not in WORDS
    return below in p.bound or (short and not p.bound.isdisjoint(below))


def _letters(below: str) -> tuple[Node, ...]:
    """The indices of an entry: one number, or one letter each."""
    if below.isdigit():
        return (digits(below),)
    if len(below) > _LONGEST_RUN_OF_INDICES or below in _MOMENTS:
        return (Symbol(below),)
    return tuple([digits(c) if c.isdigit() else Symbol(c) for c in below])


def entry(p: Parser, base: str, indices: tuple[Node, ...]) -> Node:
    """The entry with these indices; a single letter or number is read as if it stood there without brackets."""
    match indices:
        case (Symbol(name),) if name.isalnum():
            return named(p, base, name)
        case (Number(_, spelling),) if spelling and spelling.isdigit():
            return named(p, base, spelling)
        case (Listing("", "", items),):
            return Indexed(base, items)
    return Indexed(base, indices)
