"""Items whose key is a union of values in equal steps, or an equation that has such solutions."""

from __future__ import annotations

from fullmarks.checkers.compared import outcome_of
from fullmarks.compare.comparison import Assumptions, Comparison
from fullmarks.compare.statements.all_solutions import are_all_solutions
from fullmarks.compare.statements.families import asked_families, families, same_families
from fullmarks.expr.nodes import Call, Listing, Logic, Node, Number, Relation, Symbol
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Outcome
from fullmarks.rubric.model import Item

_SAID_BY = frozenset(("=", "in"))
_UNKNOWN = Symbol("x")


def in_equal_steps(tree: Node, item: Item) -> Outcome | None:
    """The verdict on the whole answer; None where the key asks for something else, or the answer is of another kind."""
    expected = item.keys[0].tree
    if not _is_about_steps(expected) or len(item.keys) > 1 or item.targets:
        return None
    if isinstance(expected, Relation) and not _SAID_BY.issuperset(expected.operators):
        return None
    compared = _compared(tree, expected, item)
    return None if compared is None else outcome_of(compared)


def _is_about_steps(expected: Node) -> bool:
    """Whether a key may ask for values in equal steps: statements, lists, and a class of remainders such as ``7 (mod 11)``."""
    match expected:
        case Call("mod", (value, Number())):
            return not symbols(value)
    return isinstance(expected, Relation | Listing | Logic)


def _compared(tree: Node, expected: Node, item: Item) -> Comparison | None:
    assumptions = item.assumptions
    if isinstance(expected, Call):
        return _of_class(tree, expected, assumptions)
    if (wanted := asked_families(expected, assumptions)) is not None:
        return same_families(tree, wanted, assumptions) or are_all_solutions(wanted, tree, assumptions)
    if not isinstance(expected, Relation) or (given := families(tree, assumptions)) is None:
        return None
    return are_all_solutions(given, expected, assumptions)


def _of_class(tree: Node, expected: Call, assumptions: Assumptions) -> Comparison | None:
    """``x = 7 + 11k`` for a key of ``7 (mod 11)``; a number, or another class, is no such answer."""
    first = tree.items[0] if isinstance(tree, Listing) and not tree.opening and tree.items else tree
    if isinstance(first, Call | Number) or not symbols(first):
        return None
    named = tree if isinstance(first, Relation) else Relation((_UNKNOWN, first), ("=",))
    wanted = families(expected, assumptions)
    return None if wanted is None else same_families(named, wanted, assumptions)
