"""Spellings of an answer that only its key makes plain: other letters for the imaginary unit, derivatives, and ``y(x) =``.

``3 + 4j`` of engineers and Python, ``3 + 4*I`` of algebra systems and ``3 + j4`` are complex numbers where the key has an imaginary unit and
nobody declares the letter. ``y'`` is ``dy/dx`` where the key has the other one. ``y(x) = …`` says what y is, where the key begins ``y =``.
"""

from __future__ import annotations

import re

from fullmarks.expr.nodes import Call, Constant, Multiply, Node, Relation, Symbol
from fullmarks.expr.walk import rebuild, substitute, symbols, walk
from fullmarks.read.numbers import integer
from fullmarks.rubric.model import Item

_UNIT = Constant("i")
_NUMBERED = re.compile(r"[ijI]_(\d{1,9})")
"""``j4`` is read as a name with a number below it."""
_SHORT = re.compile(r"(?<![A-Za-z\\])[ijI]\d")
_VALUE = re.compile(r"[\s$(]*(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[A-Za-z])\s*\)\s*=")


def as_usual(tree: Node, text: str, item: Item) -> Node:
    """The answer's tree as if it were spelled like the key."""
    expected = item.keys[0].tree
    tree = _with_imaginary_units(tree, text, item)
    if isinstance(expected, Relation) and isinstance(tree, Relation):
        if (said := _VALUE.match(text)) is not None:
            tree = _without_argument(tree, expected, said["name"], said["variable"])
        if "'" in text or "prime" in text or "d" in text or "partial" in text:
            tree = _with_derivatives_like(tree, expected)
    return tree


def _with_imaginary_units(tree: Node, text: str, item: Item) -> Node:
    if "j" not in text and "I" not in text and ("i" not in text or not _SHORT.search(text)):
        return tree
    own = symbols(tree) - set(item.vocabulary.symbols)
    meanings: dict[str, Node] = {}
    for name in own:
        if name in ("j", "I"):
            meanings[name] = _UNIT
        elif numbered := _NUMBERED.fullmatch(name):
            meanings[name] = Multiply((_UNIT, integer(numbered[1])))
    if not meanings or all(_UNIT not in walk(key.tree) for key in item.keys):
        return tree
    return substitute(tree, meanings)


def _without_argument(tree: Relation, expected: Relation, name: str, variable: str) -> Node:
    """``y(x) = x^2`` for a key that begins ``y =``: the bracket is no factor."""
    left = tree.operands[0]
    product = Multiply((Symbol(name), Symbol(variable)))
    if left == product and expected.operands[0] == Symbol(name) and variable in symbols(expected.operands[-1]):
        return Relation((Symbol(name), *tree.operands[1:]), tree.operators)
    return tree


def _with_derivatives_like(tree: Node, expected: Node) -> Node:
    """``y'`` as ``dy/dx``, or the other way round, where the key has the derivatives of one name by one variable only so."""
    wanted = {node for node in walk(expected) if isinstance(node, Call) and node.function == "derivative"}
    if len({node.arguments[:2] for node in wanted}) == 1:
        meanings = {name: node for node in wanted if (name := _primed(node))}
        return substitute(tree, meanings) if meanings and not symbols(tree).isdisjoint(meanings) else tree
    primed = {name for name in symbols(expected) if name.endswith("'")}
    return _with_primes(tree, primed) if primed and not wanted else tree


def _primed(derivative: Call) -> str:
    """The name with primes that says the same."""
    match derivative.arguments:
        case (Symbol(name), Symbol()):
            return f"{name}'"
        case (Symbol(name), Symbol(), order) if order == integer("2"):
            return f"{name}''"
    return ""


def _with_primes(tree: Node, names: set[str]) -> Node:
    if isinstance(tree, Call) and tree.function == "derivative" and (name := _primed(tree)) in names:
        return Symbol(name)
    return rebuild(tree, lambda child: _with_primes(child, names))
