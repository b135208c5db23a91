"""Values as algebra systems write them: ``Rational(1, 2)``, ``Eq(x, 2)``, ``FiniteSet(1, 2)``, ``oc(0, 1)``, ``Union(…)``."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Power,
    Relation,
    SetOperation,
    Symbol,
)
from fullmarks.read.brackets import matrix
from fullmarks.read.groups import arguments, contents
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import Token

Given = tuple[Node, ...]

_ENDS = {"open": ("(", ")"), "Lopen": ("(", "]"), "Ropen": ("[", ")"), "": ("[", "]")}
_OPENS = ("(", "[", "{", "brace")
_MANY = range(1, 1000)


def system_value(p: Parser, token: Token) -> Node:
    """The value that is written; the word alone is a name."""
    name = token.value
    opening, closing = _ends(p) if name == "Interval" else ("[", "]")
    if name == "minf":
        return Negate(Constant("infinity"))
    if name == "mat" and p.at("open", "("):
        return _rows(p, token)
    if p.token.kind != "open" or p.token.value not in _OPENS:
        return Symbol(name)
    given = arguments(p)
    if name == "Interval":
        return _interval(p, token, given, opening, closing)
    counts, make = _VALUES[name]
    if len(given) not in counts:
        raise p.error("missing_argument", f"{name} takes {counts[0]} arguments, not {len(given)}.", token)
    return make(given)


def _ends(p: Parser) -> tuple[str, str]:
    """``Interval.open(0, 1)``."""
    following = p.ahead().value
    if p.at("separator", ".") and following in _ENDS:
        p.take()
        p.take()
        return _ENDS[following]
    return _ENDS[""]


def _interval(p: Parser, token: Token, given: Given, opening: str, closing: str) -> Node:
    """``Interval(0, 1)``, ``Interval(0, 1, True, False)``, ``Interval(0, 1, left_open=True)``, ``Interval[{0, 1}]``."""
    match given:
        case (Listing("{", "}", ends),) if len(ends) == 2:
            return Listing("[", "]", ends)
        case (left, right, *flags) if len(flags) <= 2:
            for place, flag in enumerate(flags):
                side = _side(flag, place)
                if side is None:
                    break
                opening, closing = (
                    ("(", closing) if side == "left" else (opening, ")") if side == "right" else (opening, closing)
                )
            else:
                return Listing(opening, closing, (left, right))
    raise p.error("missing_argument", f"Interval takes 2 ends, not {len(given)}.", token)


def _side(flag: Node, place: int) -> str | None:
    """Which end a flag leaves out, empty for none; None for what is no flag."""
    match flag:
        case Constant("true"):
            return ("left", "right")[place]
        case Constant("false"):
            return ""
        case Relation((Symbol(("left_open" | "right_open") as name), Constant(("true" | "false") as value)), ("=",)):
            return name.removesuffix("_open") if value == "true" else ""
    return None


def _listing(opening: str, closing: str) -> Callable[[Given], Node]:
    return lambda given: Listing(opening, closing, given)


def _relation(operator: str) -> Callable[[Given], Node]:
    return lambda given: Relation(given, (operator,))


def _set(given: Given) -> Node:
    """``set()``, ``Set([1, 2])``, ``set([1, 2])``."""
    match given:
        case (Listing("[" | "{" | "(", _, items),):
            return Listing("{", "}", items)
    return Listing("{", "}", given)


def _logic(connective: str) -> Callable[[Given], Node]:
    return lambda given: Logic(connective, given) if len(given) > 1 else given[0]


def _of_sets(operation: str) -> Callable[[Given], Node]:
    return lambda given: SetOperation(operation, given)


def _column(given: Given) -> Node:
    """``vec(1, 2)`` is a column; an arrow above one name is no more than a name."""
    return Matrix(tuple([(entry,) for entry in given])) if len(given) > 1 else Call("vec", given)


def _rows(p: Parser, token: Token) -> Node:
    """``mat(1, 2; 3, 4)``."""
    p.take()
    found = contents(p)
    if not p.accept("close", ")"):
        raise p.unclosed("(")
    if len({len(row) for row in found.rows}) != 1 or not found.rows[0]:
        raise p.error("ragged_matrix", "The rows of this matrix do not have the same length.", token)
    return matrix(p, token, found.rows)


def _permutations(given: Given) -> Node:
    count, taken = given
    rest = Call("factorial", (Add((count, Negate(taken))),))
    return Divide(Call("factorial", (count,)), rest)


_TWO = (2,)
_VALUES: dict[str, tuple[range | tuple[int, ...], Callable[[Given], Node]]] = {
    "Fraction": (_TWO, lambda given: Divide(*given)),
    "Rational": (_TWO, lambda given: Divide(*given)),
    "frac": (_TWO, lambda given: Divide(*given)),
    "complex": (_TWO, lambda given: Add((given[0], Multiply((given[1], Constant("i")))))),
    "Complex": (_TWO, lambda given: Add((given[0], Multiply((given[1], Constant("i")))))),
    "pow": (_TWO, lambda given: Power(*given)),
    "Pow": (_TWO, lambda given: Power(*given)),
    "Power": (_TWO, lambda given: Power(*given)),
    "stackunits": (_TWO, Multiply),
    "choose": (_TWO, lambda given: Call("binomial", given)),
    "nchoosek": (_TWO, lambda given: Call("binomial", given)),
    "ncr": (_TWO, lambda given: Call("binomial", given)),
    "npr": (_TWO, _permutations),
    "fact": ((1,), lambda given: Call("factorial", given)),
    "Eq": (_TWO, _relation("=")),
    "Equal": (_TWO, _relation("=")),
    "Ne": (_TWO, _relation("!=")),
    "Lt": (_TWO, _relation("<")),
    "Le": (_TWO, _relation("<=")),
    "Gt": (_TWO, _relation(">")),
    "Ge": (_TWO, _relation(">=")),
    "And": (_MANY, _logic("and")),
    "Or": (_MANY, _logic("or")),
    "cc": (_TWO, _listing("[", "]")),
    "oo": (_TWO, _listing("(", ")")),
    "oc": (_TWO, _listing("(", "]")),
    "co": (_TWO, _listing("[", ")")),
    "ntuple": (_MANY, _listing("(", ")")),
    "Tuple": (_MANY, _listing("(", ")")),
    "sequence": (_MANY, _listing("", "")),
    "FiniteSet": (_MANY, _listing("{", "}")),
    "set": (range(1000), _set),
    "frozenset": (range(1000), _set),
    "Set": (range(1000), _set),
    "union": (range(2, 1000), _of_sets("union")),
    "Union": (range(2, 1000), _of_sets("union")),
    "intersection": (range(2, 1000), _of_sets("intersection")),
    "Intersection": (range(2, 1000), _of_sets("intersection")),
    "Complement": (_TWO, _of_sets("difference")),
    "setdifference": (_TWO, _of_sets("difference")),
    "vec": (_MANY, _column),
    "MatrixForm": ((1,), lambda given: given[0]),
}
