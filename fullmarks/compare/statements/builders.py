"""Sets given by a condition, ``{x | x > 1}``: what they say is the condition."""

from __future__ import annotations

from fullmarks.expr.nodes import Call, Constant, Listing, Logic, Node, Relation, Symbol
from fullmarks.expr.walk import substitute, symbols


def condition_of(tree: Node, expected: Node | None = None) -> Node:
    """The condition on a lone symbol that makes a set; any other tree is itself. Every symbol is real unless it is said otherwise.

    The name of the symbol means nothing: where one other is ``expected``, the condition is about that.
    """
    condition = _condition(tree)
    if condition is tree or expected is None:
        return condition
    mine, theirs = symbols(condition), symbols(expected)
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return condition
    return substitute(condition, {next(iter(mine)): Symbol(next(iter(theirs)))})


def _condition(tree: Node) -> Node:
    match tree:
        case Listing("{", "}", (Call("such_that", (Symbol(name), condition)),)) if name in symbols(condition):
            return condition
        case Listing(
            "{", "}", (Call("such_that", (Relation((Symbol(name), container), ("in",)) as member, condition)),)
        ) if name in symbols(condition):
            return condition if container == Constant("reals") else Logic("and", (member, condition))
    return tree
