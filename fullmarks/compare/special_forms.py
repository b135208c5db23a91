"""Trees whose form tells what no value does: sets with a name, ratios of several, classes of remainders, a degree sign on one side."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.matching import different, weakest
from fullmarks.compare.scalars import compare_scalars
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import Call, Constant, Listing, Matrix, Multiply, Node, Number, Relation, Symbol
from fullmarks.expr.walk import functions, substitute, symbols

_NO_FUNCTIONS = frozenset(("derivative", "such_that", "ratio"))
_ZERO = Number(Fraction(0))
_SETS = frozenset(("emptyset", "reals", "integers", "naturals", "rationals", "complexes"))


def by_name(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """``ℚ`` is not ``ℝ``, 3 (mod 8) not 3 (mod 7), and ``6 : 8 : 10`` is ``3 : 4 : 5``; None for what only its value tells."""
    match answer, expected:
        case Constant(name), Constant(other) if name in _SETS and other in _SETS:
            return different("another set")
        case Call("mod", (Number(), Number(modulus))), Call("mod", (Number(), Number(wanted))) if modulus != wanted:
            return different("another modulus")
        case Call("ratio", parts), Call("ratio", keys) if len(parts) == len(keys):
            pairs = zip(parts, keys, strict=True)
            crossed = [(Multiply((mine, keys[0])), Multiply((parts[0], theirs))) for mine, theirs in pairs]
            if compare_scalars(parts[0], _ZERO, assumptions).equal is not False:
                return different("a ratio of nothing")
            return weakest([compare_scalars(mine, theirs, assumptions) for mine, theirs in crossed])
    return None


def definitions(answer: Node, expected: Node) -> tuple[Node, Node] | None:
    """What two definitions say: of ``f(t) = 2t`` and ``f(x) = 2x`` both values, in the key's letters; None for others.

    Beside those of functions, those of vectors by one name: ``r = (cos t, sin t)``.
    """
    match answer, expected:
        case (
            Relation((Symbol(name), Listing() | Matrix() as mine), ("=",)),
            Relation((Symbol(other), Listing() | Matrix() as wanted), ("=",)),
        ) if name == other:
            return mine, wanted
        case Relation((Call() as mine, value), ("=",)), Relation((Call() as wanted, key), ("=",)):
            own = mine.function not in FUNCTIONS and mine.function not in functions(value) | functions(key)
            if mine == wanted and own:
                return value, key
            if mine.function != wanted.function or not (_defines(mine, value) and _defines(wanted, key)):
                return None
            if len(mine.arguments) != len(wanted.arguments):
                return None
            pairs = tuple(zip(mine.arguments, wanted.arguments, strict=True))
            renamed = {one.name: other for one, other in pairs if isinstance(one, Symbol) and one != other}
            if not renamed.keys() <= symbols(value):
                return None  # P(A) = 1/2 is not P(B) = 1/2
            return substitute(value, renamed), key
    return None


def other_function(answer: Node, expected: Node) -> bool:
    """Whether two definitions are of different functions."""
    match answer, expected:
        case Relation((Call() as mine, value), ("=",)), Relation((Call() as wanted, key), ("=",)):
            return mine.function != wanted.function and _defines(mine, value) and _defines(wanted, key)
    return False


def _defines(left: Call, value: Node) -> bool:
    """Whether a function that is not one of mathematics' own is said to be something, by names for its arguments."""
    lone = all(isinstance(argument, Symbol) for argument in left.arguments)
    return (
        lone
        and left.function not in FUNCTIONS
        and left.function not in _NO_FUNCTIONS
        and left.function not in functions(value)
    )


def without_degree_sign(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """``45°`` beside ``45``: a degree sign on one side alone is set aside, as any unit is; None where that changes nothing."""
    match answer, expected:
        case Call("degrees", _), Call("degrees", _):
            return None
        case (Call("degrees", (value,)), other) | (other, Call("degrees", (value,))):
            compared = compare_scalars(value, other, assumptions)
            if compared.equal:
                note = "The degree sign on one side was set aside."
                return replace(compared, evidence=replace(compared.evidence, note=note))
    return None
