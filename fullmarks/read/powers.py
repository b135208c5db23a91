r"""What stands right behind an operand: exponents, transposes, factorials, percent, degrees, primes."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Listing, Matrix, Node, Number, Percent, Power, Quantity, Symbol, Text
from fullmarks.expr.walk import symbols
from fullmarks.read.groups import argument, arguments
from fullmarks.read.iterates import counted_above
from fullmarks.read.operators import ungrouped
from fullmarks.read.parser import POWER, Parser
from fullmarks.read.subscripts import subscripted
from fullmarks.read.tokens import STARTS, Token
from fullmarks.read.vocabulary import Vocabulary

_FUNCTIONS = frozenset("fghFGH")
_MOST_PRIMES = 9
_ORDINALS = frozenset(("th", "st", "nd", "rd"))
_MARKS = {"*": "star", "⋆": "star", "+": "plus", "-": "minus"}
_SCALES = frozenset(("C", "F", "K"))


def power(p: Parser, left: Node) -> Node:
    """An exponent, or what is written like one: degrees, primes, a star."""
    p.take()
    token = p.token
    if token.kind == "open" and token.value == "brace":
        if (
            _is_mark(p.ahead())
            and p.closing(p.place) > p.place + 1
            and p.tokens[p.place + 2].kind in ("close", "postfix")
        ):
            return _mark_in_braces(p, left)
        in_brackets = _is_in_brackets(p, p.place + 1, p.closing(p.place) - 1)
        exponent = argument(p)
        if in_brackets and (value := _counted(p, left, exponent)) is not None:
            return value
    elif _is_mark(token) and not (token.kind != "postfix" and _operand_ahead(p)):
        return _marked(p, left)
    else:
        in_brackets = token.kind == "open" and token.value == "("
        exponent = p.expression(POWER)
        if in_brackets and p.vocabulary.iterated and (entry := _counted(p, left, exponent)) is not None:
            return entry
    return raised(left, ungrouped(exponent), p.vocabulary)


def _is_in_brackets(p: Parser, first: int, last: int) -> bool:
    return p.tokens[first].kind == "open" and p.tokens[first].value == "(" and p.closing(first) == last


def _counted(p: Parser, left: Node, exponent: Node) -> Node | None:
    """A derivative by its order, ``f^{(3)}(x)``, or one of several by its raised index; None for a power."""
    index = ungrouped(exponent)
    match left, index:
        case Symbol(name), Number(value) if name in _FUNCTIONS and 0 < value <= _MOST_PRIMES and p.at("open", "("):
            return _value_of_primed(p, Symbol(name + "'" * int(value)))
    return counted_above(left, index, p.vocabulary.iterated) if p.vocabulary.iterated else None


def _is_mark(token: Token) -> bool:
    return (token.kind == "postfix" and token.value in ("°", "'")) or (
        token.kind in ("times", "sign") and token.value in _MARKS
    )


def _mark_in_braces(p: Parser, left: Node) -> Node:
    r"""``^{\circ}``, ``^{\prime\prime}``, ``^{*}``."""
    p.take()
    while p.token.kind in ("postfix", "times", "sign"):
        left = _marked(p, left)
    if p.token.kind != "close":
        raise p.unclosed("brace")
    p.take()
    return _value_of_primed(p, left)


def _marked(p: Parser, left: Node) -> Node:
    if p.token.kind == "postfix":
        return postfix(p, left)
    mark = _MARKS[p.take().value]
    return Symbol(f"{left.name}_{mark}") if isinstance(left, Symbol) else Call("conjugate", (left,))


def _operand_ahead(p: Parser) -> bool:
    following = p.ahead()
    return following.kind in STARTS and not following.spaced


def postfix(p: Parser, left: Node) -> Node:
    """A factorial, percent, degrees, a prime."""
    token = p.take()
    left = ungrouped(left)
    match token.value:
        case "!":
            if p.at("postfix", "!") and not p.token.spaced:
                p.take()
                return Call("factorial2", (left,))
            return Call("factorial", (left,))
        case "%":
            return Percent(left)
        case "°":
            return _degrees(p, left)
        case '"':
            raise p.error("missing_operand", "Write the unit of this number in letters: “in” or “arcsec”.", token)
    if isinstance(left, Symbol):
        return _primed(p, left)
    if isinstance(left, Matrix) or (isinstance(left, Listing) and left.opening == "[" and left.items):
        return transposed(left)  # MATLAB's [1 2; 3 4]'
    raise p.error("missing_operand", "A prime stands behind something that is not a name.", token)


def _degrees(p: Parser, left: Node) -> Node:
    """Degrees of an angle, or of a temperature scale."""
    scale = p.token
    if scale.kind in ("symbol", "unit") and scale.value in _SCALES and scale.value not in p.vocabulary.symbols:
        p.take()
        return Quantity(left, f"°{scale.value}")
    return Call("degrees", (left,))


def _primed(p: Parser, name: Symbol) -> Node:
    """A primed name; before a bracket, the value of a derivative."""
    while p.accept("postfix", "'"):
        name = Symbol(f"{name.name}'")
    primed = Symbol(f"{name.name}'")
    if p.at("subscript"):
        return subscripted(p, primed.name)
    return _value_of_primed(p, primed)


def _value_of_primed(p: Parser, node: Node) -> Node:
    """A primed name with its argument, where a bracket follows at once."""
    if not isinstance(node, Symbol) or not node.name.endswith("'") or node.name in p.vocabulary.symbols:
        return node
    return Call(node.name, arguments(p)) if p.at("open", "(") and not p.token.spaced else node


def raised(base: Node, exponent: Node, vocabulary: Vocabulary) -> Node:
    r"""A power, or the transpose that ``^T`` and ``^\top`` mean."""
    base = base if isinstance(base, Matrix) else ungrouped(base)
    match exponent:
        case Symbol("top"):
            return transposed(base)
        case Symbol("T") if "T" not in vocabulary.symbols and _is_matrix_like(base, vocabulary):
            return transposed(base)
        case Text("T"):
            return transposed(base)
        case Text(words) if words in _ORDINALS:
            return base
    return Power(base, exponent)


def _is_matrix_like(node: Node, vocabulary: Vocabulary) -> bool:
    """Matrices, lists, declared arrays, and what is made of names with a capital: ``W``, ``dW``, ``AB``."""
    if isinstance(node, (Matrix, Listing)):
        return True
    names = symbols(node)
    if not vocabulary.indexed.isdisjoint(names):
        return True
    return bool(names) and all(any(map(str.isupper, name.partition("_")[0])) for name in names)


def transposed(node: Node) -> Node:
    """The transpose: of a written matrix or row at once, of anything else as a call."""
    if isinstance(node, Matrix):
        return Matrix(tuple(zip(*node.rows, strict=True)))
    if isinstance(node, Listing) and node.items and node.opening in ("[", "("):
        return Matrix(tuple([(item,) for item in node.items]))
    return Call("transpose", (node,))
