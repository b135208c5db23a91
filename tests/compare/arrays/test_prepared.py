"""What is kept of an array expression: the same value for the same price, each time."""

from fullmarks.compare.arrays.place import places
from fullmarks.compare.arrays.prepared import prepared
from fullmarks.compare.evaluation.evaluate import Budget
from fullmarks.compare.workspace import Workspace
from tests.compare.arrays.worlds import SQUARES


def test_a_value_that_is_kept_costs_as_much_again():
    assumptions = SQUARES.assumptions()
    made = prepared(SQUARES.tree("e^A A B"), assumptions)
    budget = Budget(1_000)
    found = []
    for _ in range(2):
        before = budget.left
        at = next(places(made.names, assumptions, budget))
        found.append((made.value(at), before - budget.left, at.opaque))
    assert found[0] == found[1]
    assert found[0][1] > 0
    assert found[0][2]


def test_an_expression_is_prepared_once_in_a_workspace():
    assumptions = SQUARES.assumptions().in_workspace(Workspace())
    tree = SQUARES.tree("A B")
    assert prepared(tree, assumptions) is prepared(tree, assumptions)
    assert prepared(tree, SQUARES.assumptions()) is not prepared(tree, SQUARES.assumptions())
