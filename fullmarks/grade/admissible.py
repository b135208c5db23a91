"""Whether an earlier answer may stand in a key for the right one: it is of the kind that was asked for, and keeps to what is declared.

Refused are several values, values of another kind, shape or unit than the earlier key's, names and functions that the earlier
item does not know, what lies outside of the declared domain of the name, and what breaks the rubric's own condition. What an admissible
value makes of the key is looked at in ``degenerate.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.kinds import describe, is_expression
from fullmarks.checkers.matrices import array_of
from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.points.anywhere import has_value, holds_everywhere
from fullmarks.compare.survey import survey
from fullmarks.compare.units.base_units import without_units
from fullmarks.compare.units.quantities import Match, side_by_side
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.definitions import Definition, names_in
from fullmarks.expr.domains import Domain
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import Add, Call, Matrix, Node, Number, Quantity, Relation
from fullmarks.expr.walk import functions, size_and_depth, symbols
from fullmarks.records import frozen
from fullmarks.rubric.definitions import defined
from fullmarks.rubric.model import Followed, Item

MOST_NODES = 500
"""Longer answers are not put in: a key is spoilt in many ways to explain a wrong answer, and these would be so many long ones."""


@frozen
class Refusal:
    """Why an answer is not put in, for staff; ``unsure`` where nobody could tell whether it may be."""

    sentence: str
    unsure: bool = False


def admitted(followed: Followed, value: Node, item: Item) -> Definition | Refusal:
    """What the name stands for when the answer to the earlier item is ``value``; ``item`` is the one that follows."""
    earlier = followed.earlier
    tree = _of_its_kind(value, earlier)
    if isinstance(tree, Refusal):
        return tree
    foreign = sorted(_foreign_names(tree, followed))
    if foreign:
        return Refusal(f"it uses {', '.join(foreign)}")
    if size_and_depth(tree)[0] > MOST_NODES:
        return Refusal("it is too long", unsure=True)
    definition = Definition(tree, followed.definition.parameters)
    return _outside(definition, followed, item) or definition


def _of_its_kind(value: Node, earlier: Item) -> Node | Refusal:
    """The value, a list written out as the matrix that it answers."""
    expected = earlier.keys[0].tree
    found = survey(value)
    if found.plus_minus:
        return Refusal("it has several values")
    if earlier.wants is Wants.MATRIX:
        given, wanted = array_of(value), array_of(expected)
        if given is None or wanted is None:
            return Refusal(f"it is {describe(value)}")
        given = given.transposed() if given.flat and given.shape != wanted.shape else given
        return Matrix(given.rows) if given.shape == wanted.shape else Refusal(f"it is {given.describe()}")
    if not is_expression(value):
        return Refusal(f"it is {describe(value)}")
    if earlier.assumptions.arrays.stand_in(expected):
        unfit = why_unfit(Add((value, expected)), earlier.assumptions)
        return Refusal("it has another shape") if unfit else value
    measured = _in_its_unit(value, expected, earlier)
    if measured is None:
        return Refusal("its unit does not fit")
    if earlier.wants is Wants.NUMBER and symbols(measured):
        return Refusal("it is no number")
    return measured if has_value(without_units(measured), earlier.assumptions) else Refusal("it has no value")


def _in_its_unit(value: Node, expected: Node, earlier: Item) -> Node | None:
    """A quantity in the earlier key's unit, a number without one where that has none; None where the units do not fit."""
    # Letters beside the number of a quantity are a unit, whatever is declared; its checker reads them so.
    declared = symbols(expected) if earlier.checker.kind == "quantity" else earlier.assumptions.domains
    pair = side_by_side(value, expected, declared)
    if pair is None:
        return value
    if pair.match in (Match.MISSING, Match.OTHER):
        return None
    return Quantity(pair.value, pair.expected_unit) if pair.expected_unit else pair.value


def _foreign_names(value: Node, followed: Followed) -> frozenset[str]:
    """Names in a value that the earlier item does not know, or that stand for the value itself."""
    earlier, expected = followed.earlier, followed.earlier.keys[0].tree
    vocabulary = earlier.vocabulary
    known = symbols(expected) | vocabulary.symbols.keys() | vocabulary.indexed
    known |= functions(expected) | FUNCTIONS.keys()
    return frozenset(name for name in names_in(value) if name not in known or name == followed.name)


def _outside(definition: Definition, followed: Followed, item: Item) -> Refusal | None:
    """Whether the value lies outside of what the rubric allows."""
    for condition, sentence in _conditions(definition, followed, item):
        try:
            holds = holds_everywhere(defined(condition, {followed.name: definition}), item.assumptions)
        except UnusableKeyError:
            holds = None
        if holds is None:
            return Refusal("it could not be told whether it may be", unsure=True)
        if not holds:
            return Refusal(sentence)
    return None


def _conditions(definition: Definition, followed: Followed, item: Item) -> Iterator[tuple[Node, str]]:
    domain = item.vocabulary.symbols.get(followed.name)
    if domain is not None and not definition.parameters and not isinstance(definition.value, Matrix):
        yield from (
            (one, "it lies outside of what is declared") for one in _of_domain(without_units(definition.value), domain)
        )
    if followed.where is not None:
        yield followed.where, "it does not meet the condition"


def _of_domain(value: Node, domain: Domain) -> Iterator[Node]:
    """What membership in a domain says about a value."""
    if domain.kind == "integer":
        yield Relation((Call("floor", (value,)), value), ("=",))
    if domain.lower is not None:
        yield Relation((value, Number(domain.lower)), (">" if domain.lower_open else ">=",))
    if domain.upper is not None:
        yield Relation((value, Number(domain.upper)), ("<" if domain.upper_open else "<=",))
    if domain.nonzero:
        yield Relation((value, Number(Fraction(0))), ("!=",))
