"""Spellings of an answer that only its key makes plain: other letters for the imaginary unit, derivatives, and ``y(x) =``.

``3 + 4j`` of engineers and Python, ``3 + 4*I`` of algebra systems and ``3 + j4`` are complex where the key has an imaginary
unit and nobody declares the letter. ``y'`` is ``dy/dx`` where the key has the other one. ``y(x) = …`` says what y is, where the
key begins ``y =``.
"""

from __future__ import annotations

from collections.abc import Collection

from fullmarks.checkers.checker import Wants
from fullmarks.expr.nodes import Call, Constant, Listing, Logic, Matrix, Multiply, Node, Relation, Symbol
from fullmarks.expr.walk import rebuild, substitute, symbols, walk
from fullmarks.grade.named_matrices import said_in_words, with_named_matrices
from fullmarks.read.numbers import integer
from fullmarks.regex import regex
from fullmarks.rubric.model import Item

_UNIT, _EULER = Constant("i"), Constant("e")
_EXPONENTIAL = regex(r"(?<![A-Za-z])E\s*(?:\^|\*\*)\s*-?(?:\(|[A-Za-z])")
"""``E^x``: no energy is a base with a letter above."""
_IMAGINARY_J = regex(r"\d\s*\*?\s*j\b")
_NUMBERED = regex(r"[ijI]_(\d{1,9})")
"""``j4`` is read as a name with a number below it."""
_SHORT = regex(r"(?<![A-Za-z\\])[ijI]\d")
_EULER_OF_SYSTEMS = regex(r"(?<![A-Za-z])E(?:\^\(|\*\*|\^-?[A-Za-z])")
_VALUE = regex(r"[\s$(]*(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[A-Za-z])\s*\)\s*=")


def as_usual(tree: Node, text: str, item: Item) -> Node:
    """The answer's tree as if it were spelled like the key."""
    expected = item.keys[0].tree
    if item.wants is Wants.MATRIX:
        tree = said_in_words(text, item) or with_named_matrices(tree, item)
    tree = _without_rules(tree)
    tree = _with_known_letters(tree, text, item)
    if isinstance(expected, Relation) and not isinstance(expected.operands[0], Symbol):
        tree = _as_alternatives(tree)
    if isinstance(expected, Relation) and isinstance(tree, Relation):
        tree = _as_function_of(tree, expected)
        if (said := _VALUE.match(text)) is not None:
            tree = _without_argument(tree, expected, said["name"], said["variable"])
        if "'" in text or "prime" in text or "d" in text or "partial" in text or "_" in text:
            return _with_derivatives_like(tree, expected)
    return tree


def _as_alternatives(tree: Node) -> Node:
    """``x = 1, 2, 3`` and ``x ∈ {1, 2, 3}`` as ``x = 1 or x = 2 or x = 3``, for a key that is an equation to be solved."""
    match tree:
        case Listing("", "", (Relation((Symbol() as name, first), ("=",)), *others)) if not any(
            map(symbols, (first, *others))
        ):
            values = (first, *others)
        case Relation((Symbol() as name, Listing("{", "}", values)), ("in",)) if not any(map(symbols, values)):
            pass
        case _:
            return tree
    if any(isinstance(value, Relation) for value in values) or len(values) == 1:
        return tree
    return Logic("or", tuple(Relation((name, value), ("=",)) for value in values))


def _as_listing(tree: Listing | Matrix) -> Listing | Matrix:
    """Braces of braces are read as the rows of a matrix; of rules they are a list of solutions."""
    if not isinstance(tree, Matrix) or not all(_rule(entry, "{") for row in tree.rows for entry in row):
        return tree
    return Listing("{", "}", tuple(Listing("{", "}", row) for row in tree.rows))


def _from_rules(tree: Listing | Matrix) -> Node:
    """``{{x -> 2}, {x -> 3}}``, ``{x: 2}`` and ``[x = 2]`` of algebra systems as what they say."""
    if isinstance(tree, Matrix) or tree.opening not in ("{", "[") or not tree.items:
        return tree
    match tree.items:
        case (Call("such_that", (Symbol() as name, Listing("", "", (value, *others)))),) if all(
            map(_is_equation, others)
        ):
            return Listing("", "", (Relation((name, value), ("=",)), *others))  # {x: 2, y: 3}
    if all(isinstance(item, Listing) and item.opening in ("{", "[") for item in tree.items):
        inside = [_from_rules(item) for item in tree.items if isinstance(item, Listing)]
        if all(isinstance(one, Relation) or (isinstance(one, Listing) and not one.opening) for one in inside):
            return inside[0] if len(inside) == 1 else Logic("or", tuple(inside))
        return tree
    rules = [_rule(item, tree.opening) for item in tree.items]
    known = [rule for rule in rules if rule is not None]
    if len(known) < len(rules):
        return tree
    return known[0] if len(known) == 1 else Listing("", "", tuple(known))


def _is_equation(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == ("=",) and isinstance(node.operands[0], Symbol)


def _rule(item: Node, opening: str) -> Relation | None:
    match item:
        case Relation((Symbol() as name, value), ("to",)) if opening == "{":
            return Relation((name, value), ("=",))
        case Call("such_that", (Symbol() as name, value)) if opening == "{" and not isinstance(value, Relation | Logic):
            return Relation((name, value), ("=",))
        case Relation((Symbol(), _), ("=",)) if opening == "[":
            return item
    return None


def _with_known_letters(tree: Node, text: str, item: Item) -> Node:
    """``I``, ``j`` and ``E`` as what they are where the key has it."""
    if "j" not in text and "I" not in text and "E" not in text and ("i" not in text or not _SHORT.search(text)):
        return tree
    own = symbols(tree) - set(item.vocabulary.symbols)
    meanings: dict[str, Node] = {}
    for name in own:
        if name in ("j", "I"):
            meanings[name] = _UNIT
        elif name == "E" and _EULER_OF_SYSTEMS.search(text):
            meanings[name] = _EULER
        elif (numbered := _NUMBERED.fullmatch(name)) and name.replace("_", "") in text:
            meanings[name] = Multiply((_UNIT, integer(numbered[1])))
    if not meanings:
        return tree
    known = {node for key in item.keys for node in walk(key.tree) if isinstance(node, Constant)}
    if any(isinstance(node, Call) and node.function == "exp" for key in item.keys for node in walk(key.tree)):
        known.add(_EULER)
    kept = {name: value for name, value in meanings.items() if (_EULER if value == _EULER else _UNIT) in known}
    return substitute(tree, kept) if kept else tree


def key_as_usual(key: Node, text: str, declared: Collection[str]) -> Node:
    """The key's tree as mathematics spells it: rules of algebra systems as equations, their ``I``, ``j`` and ``E`` as numbers."""
    key = _without_rules(key)
    if _is_rule(key) and isinstance(key, Relation):
        key = Relation(key.operands, ("=",))
    return _with_numbers_of_systems(key, text, declared)


def _without_rules(tree: Node) -> Node:
    """Lists of rules as the equations that they say."""
    return _from_rules(_as_listing(tree)) if isinstance(tree, Listing | Matrix) else tree


def _is_rule(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == ("to",) and isinstance(node.operands[0], Symbol)


def _with_numbers_of_systems(key: Node, text: str, declared: Collection[str]) -> Node:
    """``I``, ``j`` and ``E`` as numbers where they can be no names: beside numbers alone, or where other names are declared."""
    if "I" not in text and "j" not in text and "E" not in text:
        return key
    own = symbols(key) - set(declared)
    meanings: dict[str, Node] = {}
    if "E" in own and _EXPONENTIAL.search(text):
        meanings["E"] = _EULER
    is_name = isinstance(key, Symbol) or (isinstance(key, Relation) and isinstance(key.operands[0], Symbol))
    if is_name or (not declared and own - {"I", "j", "E"}):
        return substitute(key, meanings)
    if "I" in own:
        meanings["I"] = _UNIT
    elif "j" in own and _IMAGINARY_J.search(text) and _UNIT not in walk(key):
        meanings["j"] = _UNIT
    return substitute(key, meanings)


def with_dependent_variable(key: Node, text: str) -> Node:
    """The key ``y(x) = x^2`` says what y is, as ``y = x^2`` does: x is no factor."""
    said = _VALUE.match(text) if isinstance(key, Relation) and key.operators == ("=",) else None
    if said is None or not isinstance(key, Relation):
        return key
    name, variable = Symbol(said["name"]), Symbol(said["variable"])
    if key.operands[0] != Multiply((name, variable)) or variable.name not in symbols(key.operands[1]):
        return key
    return Relation((name, key.operands[1]), key.operators)


def _without_argument(tree: Relation, expected: Relation, name: str, variable: str) -> Node:
    """``y(x) = x^2`` for a key that begins ``y =``: the bracket is no factor."""
    left = tree.operands[0]
    if left != Multiply((Symbol(name), Symbol(variable))) or variable not in symbols(expected.operands[-1]):
        return tree
    if expected.operands[0] in (Symbol(name), Symbol(f"{name}_{variable}")):
        return Relation((expected.operands[0], *tree.operands[1:]), tree.operators)
    return tree


def _as_function_of(tree: Relation, expected: Relation) -> Relation:
    """``f(x) = -2x + 7`` for a key that begins ``y =`` and gives y by the same x."""
    match tree.operands, expected.operands:
        case (Call("f" | "g" | "h" | "y", (Symbol(variable),)), *_), (Symbol("y"), value) if (
            tree.operators == expected.operators == ("=",) and symbols(value) == {variable}
        ):
            return Relation((expected.operands[0], *tree.operands[1:]), tree.operators)
    return tree


def _with_derivatives_like(tree: Node, expected: Node) -> Node:
    """``y'`` as ``dy/dx``, or the other way round, where the key has the derivatives of one name by one variable only so."""
    wanted = {node for node in walk(expected) if isinstance(node, Call) and node.function == "derivative"}
    if len({node.arguments[:2] for node in wanted}) == 1:
        meanings = {name: node for node in wanted for name in (_primed(node), _below(node)) if name}
        return substitute(tree, meanings) if meanings and not symbols(tree).isdisjoint(meanings) else tree
    primed = {name for name in symbols(expected) if name.endswith("'")}
    return _with_primes(tree, primed) if primed and not wanted else tree


def _below(derivative: Call) -> str:
    """The name with the variable below it, ``f_x``."""
    match derivative.arguments:
        case (Symbol(name), Symbol(variable)):
            return f"{name}_{variable}"
        case (Symbol(name), Symbol(variable), order) if order == integer("2"):
            return f"{name}_{variable}{variable}"
    return ""


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
