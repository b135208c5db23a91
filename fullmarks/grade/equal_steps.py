"""Items whose key is a union of values in equal steps, or an equation that has such solutions."""

from __future__ import annotations

from fullmarks.checkers.compared import outcome_of
from fullmarks.compare.comparison import Comparison
from fullmarks.compare.statements.all_solutions import are_all_solutions
from fullmarks.compare.statements.families import asked_families, families, same_families
from fullmarks.expr.nodes import Listing, Logic, Node, Relation
from fullmarks.outcome import Outcome
from fullmarks.rubric.model import Item

_SAID_BY = frozenset(("=", "in"))


def in_equal_steps(tree: Node, item: Item) -> Outcome | None:
    """The verdict on the whole answer; None where the key asks for something else, or the answer is of another kind."""
    expected = item.keys[0].tree
    if not isinstance(expected, Relation | Listing | Logic) or len(item.keys) > 1 or item.targets:
        return None
    if isinstance(expected, Relation) and not _SAID_BY.issuperset(expected.operators):
        return None
    compared = _compared(tree, expected, item)
    return None if compared is None else outcome_of(compared)


def _compared(tree: Node, expected: Node, item: Item) -> Comparison | None:
    assumptions = item.assumptions
    if (wanted := asked_families(expected, assumptions)) is not None:
        return same_families(tree, wanted, assumptions) or are_all_solutions(wanted, tree, assumptions)
    if not isinstance(expected, Relation) or (given := families(tree, assumptions)) is None:
        return None
    return are_all_solutions(given, expected, assumptions)
