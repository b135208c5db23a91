"""Constants that may have any value, and so any name: ``x^2 + C`` is ``x^2 + K``, ``C_1 e^x + C_2 e^{-x}`` is ``A e^x + B e^{-x}``.

A letter of the key is one where nobody declares it, it is called as such constants are, and it stands alone as a term or before a
function of the variable. Nothing but names is changed: a constant that is left out, or too many, stays a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.equal import equal
from fullmarks.expr.nodes import Add, Call, Multiply, Negate, Node, Power, Relation, Symbol
from fullmarks.expr.walk import substitute, symbols, walk

_NUMBERED = re.compile(r"[CcKkAB]_\d")
_CONSTANT = re.compile(r"C|[Cc]_\d")
"""What the key calls its constants."""
_USUAL = re.compile(r"[A-DKck]|[CcKkABab]_\d|[Cc]onst(?:ant)?")
"""What an answer calls them."""
_MOST = 3


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
    """The answer with its constants called as the key's, in every way that they may belong together."""
    mine, theirs = symbols(answer), symbols(expected)
    if mine <= theirs:
        return
    ours, wanted = sorted(mine - theirs), sorted(theirs - mine)
    if not 0 < len(ours) == len(wanted) <= _MOST or any(name in assumptions.domains for name in (*ours, *wanted)):
        return
    if not all(map(_USUAL.fullmatch, ours)) or not _are_constants(wanted, ours, expected):
        return
    for order in permutations(wanted):
        yield substitute(answer, {name: Symbol(other) for name, other in zip(ours, order, strict=True)})


def _are_constants(names: list[str], others: list[str], expected: Node) -> bool:
    called = all(map(_CONSTANT.fullmatch, names)) or (
        all(map(_NUMBERED.fullmatch, others)) and all(name in ("A", "B", "C", "D") for name in names)
    )
    if not called:
        return False
    value = expected.operands[-1] if isinstance(expected, Relation) else expected
    terms = value.terms if isinstance(value, Add) else (value,)
    return all(_is_free(term, frozenset(names)) for term in terms if symbols(term) & set(names))


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
