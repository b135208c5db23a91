r"""Sums and products with dots in them: ``1 + 2 + … + n``, ``x_1 + \cdots + x_n``, ``n(n-1)\cdots(n-k+1)``, ``1 + x + x^2 + …``.

The terms before the dots must follow from one law that also gives those behind them: the last term with its letter counted up, a
step that is always added, or a ratio that is always the same. Where no law fits, or two different ones do, dots stay unreadable.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.compare.comparison import Assumptions, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.compare.values import rational
from fullmarks.expr.nodes import (
    Add,
    BigOperator,
    Constant,
    Divide,
    Indexed,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    Symbol,
    Text,
)
from fullmarks.expr.walk import rebuild, substitute, symbols, walk
from fullmarks.records import frozen

DOTS = Text("…")
"""Stands among terms or factors for those that are left out; no tree that is handed on holds one."""

_ASSUMPTIONS = Assumptions(seed="dots")
_CERTAIN = frozenset((EvidenceKind.IDENTICAL, EvidenceKind.EXACT))
_FIRST_PLACES = (1, 0, 2, -1)
"""Values of its letter at which a last term may give the first one."""
_INDEX_NAMES = ("k", "j", "i", "l", "m")
_INFINITY = Constant("infinity")
_MOST_SHOWN = 8
_MOST_STEPS = 400
_MOST_TERMS = 10**15
_PAIR, _TRIPLE = 2, 3


@frozen
class _Law:
    """The body of a sum or product with its index and bounds."""

    body: Node
    index: str
    lower: Node
    upper: Node


def written_out(kind: str, parts: Sequence[Node]) -> Node | None:
    """What the parts with their dots come to; None where nobody could be sure. ``kind`` is ``sum`` or ``product``."""
    parts = tuple([_with_indices(part) for part in parts])
    place = parts.index(DOTS)
    before, behind = parts[:place], parts[place + 1 :]
    if not before or len(parts) > _MOST_SHOWN:
        return None
    law = _law(before, behind)
    return None if law is None else BigOperator(kind, law.body, law.index, law.lower, law.upper)


def _law(before: tuple[Node, ...], behind: tuple[Node, ...]) -> _Law | None:
    if not behind:
        return _geometric_series(before)
    if behind[-1] == DOTS:
        return _series(before, behind[0]) if len(behind) == _PAIR else None
    if DOTS in behind:
        return None
    by_letter = _by_last_term(before, behind)
    if by_letter is not None:
        return None if _may_go_on_in_steps(before, by_letter) else by_letter
    by_step = _by_step(before, behind)
    by_ratio = _by_ratio(before, behind)
    return by_step if by_ratio is None else by_ratio if by_step is None else None


def _may_go_on_in_steps(before: tuple[Node, ...], law: _Law) -> bool:
    """Whether two bare numbers are all that is said, and their step would give another third one: ``1 + 2 + … + 2^n``."""
    if len(before) != _PAIR or not all(map(_is_plain, before)):
        return False
    return not _is_same(_at(law, _PAIR), Add((before[1], before[1], Negate(before[0]))))


def _is_plain(term: Node) -> bool:
    """Whether a term is a number as it stands: of ``1^2 + 2^2 + …`` it is plain what goes on."""
    return isinstance(term, Number) or (isinstance(term, Negate) and isinstance(term.operand, Number))


def _at(law: _Law, steps: int) -> Node:
    return substitute(law.body, {law.index: Add((law.lower, _number(steps)))})


# the last term says the law


def _by_last_term(before: tuple[Node, ...], behind: tuple[Node, ...]) -> _Law | None:
    """``2^n`` behind ``2 + 4 + …`` is 2^k with k up to n; any further terms behind the dots lead up to it."""
    last = behind[-1]
    found = [law for name in sorted(symbols(last)) if (law := _counted(before, last, name, Symbol(name))) is not None]
    if len(found) != 1:
        return None
    law = found[0]
    own = [
        substitute(law.body, {law.index: Add((law.upper, _number(-steps)))}) for steps in range(len(behind) - 1, 0, -1)
    ]
    return law if all(map(_is_same, own, behind[:-1])) else None


def _series(before: tuple[Node, ...], general: Node) -> _Law | None:
    """``1 + x + … + x^n/n! + …``: the law is written between the dots."""
    found = [
        law for name in sorted(symbols(general)) if (law := _counted(before, general, name, _INFINITY)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _counted(before: tuple[Node, ...], last: Node, name: str, upper: Node) -> _Law | None:
    """The last term with one of its letters counted up, where that gives the terms before the dots."""
    if any(name in symbols(term) for term in before):
        return None
    if len(before) == 1 and not (
        isinstance(last, Indexed | Symbol) and not (last == Symbol(name) and before[0] != _number(1))
    ):
        return None
    for first in _FIRST_PLACES:
        terms = (substitute(last, {name: _number(first + place)}) for place in range(len(before)))
        if all(map(_is_same, terms, before)):
            index = _free_name((last, *before))
            return _Law(substitute(last, {name: Symbol(index)}), index, _number(first), upper)
    return None


# a step or a ratio says the law


def _by_step(before: tuple[Node, ...], behind: tuple[Node, ...]) -> _Law | None:
    """``n(n - 1)…(n - k + 1)``: each term is the one before it and the same number more."""
    first, last = before[0], behind[-1]
    if len(before) == 1:
        if first != _number(1) or not isinstance(last, Number):
            return None
        step = Fraction(1)
    elif (found := _constant(Add((before[1], Negate(first))))) is None or found == 0:
        return None
    else:
        step = found
    shown = [Add((first, _number(step * place))) for place in range(len(before))]
    tail = [Add((last, _number(-step * place))) for place in range(len(behind) - 1, -1, -1)]
    if not (all(map(_is_same, shown, before)) and all(map(_is_same, tail, behind))):
        return None
    upper: Node = Divide(Add((last, Negate(first))), _number(step))
    count = _constant(upper)
    if count is not None:
        if count.denominator != 1 or not len(before) <= count <= _MOST_TERMS:
            return None
        upper = _number(count)
    elif isinstance(first, Number) and _has_power_of_a_symbol(last):
        return None
    index = _free_name((*before, *behind))
    return _Law(Add((first, Multiply((_number(step), Symbol(index))))), index, _number(0), upper)


def _by_ratio(before: tuple[Node, ...], behind: tuple[Node, ...]) -> _Law | None:
    """``1 + 2 + 4 + … + 64``: numbers, each so many times the one before it."""
    numbers = [_constant(term) for term in (*before, *behind)]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(before) < _PAIR or 0 in known:
        return None
    ratio = known[1] / known[0]
    if abs(ratio) == 1 or any(known[k + 1] != known[k] * ratio for k in range(len(before) - 1)):
        return None
    reached, steps = known[0], 0
    while reached != known[-1] and steps < _MOST_STEPS:
        reached, steps = reached * ratio, steps + 1
    if reached != known[-1] or len(behind) > 1:
        return None
    index = _INDEX_NAMES[0]
    body = Multiply((_number(known[0]), Power(_number(ratio), Symbol(index))))
    return _Law(body, index, _number(0), _number(steps))


def _geometric_series(before: tuple[Node, ...]) -> _Law | None:
    """``1 + x + x^2 + …`` without an end: at least three terms in one ratio."""
    if len(before) < _TRIPLE:
        return None
    for left, middle, right in zip(before, before[1:], before[2:], strict=False):
        if not _is_same(Multiply((middle, middle)), Multiply((left, right))):
            return None
    index = _free_name(before)
    ratio: Node = Divide(before[1], before[0])
    value = _constant(ratio)
    ratio = ratio if value is None else _number(value)
    return _Law(Multiply((before[0], Power(ratio, Symbol(index)))), index, _number(0), _INFINITY)


# trees


def _number(value: int | Fraction) -> Node:
    return Number(Fraction(value)) if value >= 0 else Negate(Number(Fraction(-value)))


def _is_same(one: Node, other: Node) -> bool:
    found = equal(one, other, _ASSUMPTIONS)
    return found.equal is True and found.evidence.kind in _CERTAIN


def _constant(node: Node) -> Fraction | None:
    """The rational number that a tree is wherever it has a value; None for any other."""
    if not symbols(node):
        return rational(node)
    zero = {name: _number(place) for place, name in enumerate(sorted(symbols(node)), 1)}
    at_a_point = substitute(node, zero)
    value = None if symbols(at_a_point) else _constant(at_a_point)
    return value if value is not None and _is_same(node, _number(value)) else None


def _has_power_of_a_symbol(node: Node) -> bool:
    """Whether a symbol stands in an exponent: whole numbers that lead to it may be its powers."""
    return any(isinstance(part, Power) and symbols(part.exponent) for part in walk(node))


def _free_name(trees: Sequence[Node]) -> str:
    used = frozenset().union(*map(symbols, trees))
    return next(name for name in (*_INDEX_NAMES, "index") if name not in used)


def _with_indices(node: Node) -> Node:
    """Names with a number or a letter below as entries, so that the letter can be counted: ``x_n`` is x at n."""
    if isinstance(node, Symbol):
        base, _, below = node.name.partition("_")
        if base and below.isdecimal():
            return Indexed(base, (Number(Fraction(int(below)), below),))
        if base and len(below) == 1 and below.isalpha():
            return Indexed(base, (Symbol(below),))
        return node
    return rebuild(node, _with_indices)
