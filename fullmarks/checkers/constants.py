"""Constants that may have any value, and so any name: ``x^2 + C`` is ``x^2 + K``, ``C_1 e^x + C_2 e^{-x}`` is ``A e^x + B e^{-x}``.

A letter of the key is one where nobody declares it, it is called as such constants are, and it stands alone as a term or before a
function of the variable. A constant that is left out, or too many, stays a difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Add, Call, Multiply, Negate, Node, Number, Power, Relation, Symbol
from fullmarks.expr.walk import substitute, symbols, walk
from fullmarks.regex import regex

_NUMBERED = regex(r"[CcKkAB]_\d")
_CONSTANT = regex(r"C|[Cc]_\d")
"""What the key calls its constants."""
_USUAL = regex(r"[A-DKck]|[CcKkABab]_\d|[Cc]onst(?:ant)?")
"""What an answer calls them."""
_MOST = 3
_FACTORS = tuple(Fraction(*one) for one in ((-1, 1), (2, 1), (1, 2), (-2, 1), (-1, 2), (3, 1), (1, 3), (4, 1), (1, 4)))
"""What a constant that may have any value is sometimes multiplied by: ``y^2/2 = x^2/2 + C`` is ``y^2 = x^2 + C``."""


def equal_but_for_names(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether the two are equal, whatever the answer calls such constants."""
    found = equal(answer, expected, assumptions)
    if found.equal is False:
        for other in renamed(answer, expected, assumptions):
            again = equal(other, expected, assumptions)
            if again.equal:
                return again
    return found


def renamed(answer: Node, expected: Node, assumptions: Assumptions) -> Iterator[Node]:
    """The answer with its constants called as the key's, in every way that they may belong together; one alone, also times a number."""
    mine, theirs = symbols(answer), symbols(expected)
    if mine <= theirs and not any(map(_CONSTANT.fullmatch, mine)):
        return  # nothing that could be called otherwise, or mean otherwise
    ours, wanted = sorted(mine - theirs), sorted(theirs - mine)
    shared = sorted(name for name in mine & theirs if _CONSTANT.fullmatch(name))
    if any(name in assumptions.domains for name in (*ours, *wanted, *shared)):
        return
    if shared and _is_general(expected, frozenset((*wanted, *shared))):
        ours, wanted = [*ours, *shared], [*wanted, *shared]
    elif len(shared) == 1 and not ours and not wanted and _is_implicit(expected, shared[0]):
        ours = wanted = shared
    if not 0 < len(ours) == len(wanted) <= _MOST:
        return
    if not all(map(_USUAL.fullmatch, ours)) or not _are_constants(wanted, ours, expected):
        return
    for order in permutations(wanted):
        changed = {name: Symbol(other) for name, other in zip(ours, order, strict=True)}
        if any(name != symbol.name for name, symbol in changed.items()):
            yield substitute(answer, changed)
    if len(ours) == 1 and _is_implicit(expected, wanted[0]):
        for factor in _FACTORS:
            yield substitute(answer, {ours[0]: Multiply((Number(factor), Symbol(wanted[0])))})


def _is_general(expected: Node, names: frozenset[str]) -> bool:
    """Whether the key is made of functions with several such constants before them, as solutions of linear equations are."""
    value = expected.operands[-1] if isinstance(expected, Relation) else expected
    terms = [term for term in _terms(value) if symbols(term) & names]
    return any(isinstance(term, Multiply) for term in terms) and all(_is_free(term, names) for term in terms)


def _is_implicit(expected: Node, name: str) -> bool:
    """Whether the key is an equation that no side is solved for, with such a constant as a term: ``y^2 = x^2 + C``."""
    if not isinstance(expected, Relation) or isinstance(expected.operands[0], Symbol):
        return False
    return any(term == Symbol(name) for side in expected.operands for term in _terms(side))


def _are_constants(names: list[str], others: list[str], expected: Node) -> bool:
    called = all(map(_CONSTANT.fullmatch, names)) or (
        all(map(_NUMBERED.fullmatch, others)) and all(name in ("A", "B", "C", "D") for name in names)
    )
    if isinstance(expected, Symbol):
        return False  # a C alone is an option or a name, and D another one
    if not called:
        return False
    value = expected.operands[-1] if isinstance(expected, Relation) else expected
    terms = [term for term in _terms(value) if symbols(term) & set(names)]
    return bool(terms) and all(_is_free(term, frozenset(names)) for term in terms)


def _terms(value: Node) -> Iterator[Node]:
    """The terms of a sum, and those of a product with one sum in it: ``e^{-x} (A cos x + B sin x)``."""
    match value:
        case Add(terms):
            for term in terms:
                yield from _terms(term)
        case Multiply(factors) if len(sums := [factor for factor in factors if isinstance(factor, Add)]) == 1:
            rest = tuple(factor for factor in factors if factor is not sums[0])
            for term in sums[0].terms:
                yield Multiply((*(term.factors if isinstance(term, Multiply) else (term,)), *rest))
        case _:
            yield value


def _is_free(term: Node, names: frozenset[str]) -> bool:
    """Whether a term is such a constant alone, or one times what depends on a variable through a function."""
    match term:
        case Negate(operand):
            return _is_free(operand, names)
        case Symbol(name):
            return name in names
        case Multiply(factors):
            own = [factor for factor in factors if factor in [Symbol(name) for name in names]]
            rest = [factor for factor in factors if factor not in own]
            untouched = all(names.isdisjoint(symbols(factor)) for factor in rest)
            return len(own) == 1 and untouched and any(map(_is_function, rest))
    return False


def _is_function(factor: Node) -> bool:
    return any(
        (isinstance(part, Call) and symbols(part)) or (isinstance(part, Power) and symbols(part))
        for part in walk(factor)
    )
