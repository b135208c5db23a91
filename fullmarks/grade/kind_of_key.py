"""Which checker a key asks for by its form."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Divide,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Piecewise,
    PlusMinus,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.expr.walk import contains, symbols
from fullmarks.grade.closed_choices import LETTERS
from fullmarks.regex import regex

TOLERANCES = frozenset({"relative", "absolute", "significant_figures", "decimal_places"})
INEQUALITIES = frozenset({"<", "<=", ">", ">=", "!="})
TRUTHS = frozenset({"true", "false"})
_IN_TEXT = regex(r"\\(?:text(?:bf|it|rm|sf|tt)?|math(?:rm|bf|it|sf)|mbox|boxed)\s*\{([^{}]*)\}")
_INTERVAL_BY_NAME = regex(r"\s*%?(?:(?:cc|oo|oc|co)\s*\(|(?:Interval\b))")
"""How algebra systems begin an interval, which two numbers in brackets might not be."""
SETS = frozenset({"emptyset", "reals", "integers", "naturals", "rationals", "complexes"})


def kind_of_key(text: str, tree: Node, options: AbstractSet[str]) -> str:
    """The kind of checker for a key's text and tree; ``options`` are the names of those that were given."""
    match tree:
        case Text():
            return "choice"
        case Matrix():
            return "matrix"
        case Call("O" | "Theta", (_,)):
            return "growth"
        case Piecewise():
            return "piecewise"
        case Listing():
            return "interval" if _INTERVAL_BY_NAME.match(text) else _kind_of_listing(tree)
        case SetOperation(_, parts):
            return "interval" if any(map(_may_be_interval, parts)) else "set"
        case Constant("reals"):
            return "interval"
        case Constant(name) if name in SETS:
            return "set"
        case Constant(name) if name in TRUTHS:
            return "choice"
        case Relation():
            return _kind_of_relation(tree)
        case Logic():
            return _kind_of_logic(tree)
        case PlusMinus():
            return "list"
        case Multiply() | Divide() | Negate() | Add() if (kind := _kind_of_calculated(tree)) is not None:
            return kind
        case _ if option_of(text) in LETTERS and not options:
            return "choice"
        case _:
            return "numeric" if options & TOLERANCES else "symbolic"


def _kind_of_calculated(tree: Node) -> str | None:
    """``(3 ± √17)/4`` lists two values, ``¼ [[1, 2], [3, 4]]`` is a matrix; None for a scalar."""
    if contains(tree, PlusMinus):
        return "list"
    is_matrix = not isinstance(tree, Add) and contains(tree, Matrix) and matrix_within_bounds(tree) is not None
    return "matrix" if is_matrix else None


def option_of(text: str) -> str:
    r"""The text of an option without what lists and LaTeX put around one: ``(C)``, ``C.``, ``\text{(C)}``."""
    text = text.strip("$* \t\n")
    while (inside := _IN_TEXT.fullmatch(text)) is not None:
        text = inside[1].strip()
    return text.strip("() .:\t\n")


def _kind_of_listing(listing: Listing) -> str:
    """Braces are a set; two items in square or unlike brackets, or with an infinity, an interval; no brackets, a list.

    ``x = 1, y = 2`` lists no values that could change places: it is compared as it stands.
    """
    if listing.opening == "{":
        return "set"
    if not listing.opening and all(
        isinstance(item, Relation) and INEQUALITIES.issuperset(item.operators) for item in listing.items
    ):
        return "inequality"
    if not listing.opening:
        return "symbolic" if len(_names(listing.items)) > 1 else "list"
    is_pair = len(listing.items) == 2
    unlike_tuple = (listing.opening, listing.closing) != ("(", ")") or any(map(_is_infinite, listing.items))
    return "interval" if is_pair and unlike_tuple else "tuple"


def _may_be_interval(node: Node) -> bool:
    """Whether a set is made of intervals: in a union, and behind ∈, a pair is one too."""
    match node:
        case Listing(opening, _, items):
            return opening != "{" and len(items) == 2
        case SetOperation(_, parts):
            return any(map(_may_be_interval, parts))
    return False


def _is_infinite(node: Node) -> bool:
    return node == Constant("infinity") or (isinstance(node, Negate) and node.operand == Constant("infinity"))


def _kind_of_relation(relation: Relation) -> str:
    operators = set(relation.operators)
    if operators == {"="} and isinstance(relation.operands[0], Symbol) and _is_line(relation.operands[-1]):
        return "solutions"
    if operators & INEQUALITIES:
        return "inequality"
    if operators == {"in"}:
        right = relation.operands[-1]
        return "interval" if _may_be_interval(right) else kind_of_key("", right, frozenset())
    return "equation" if operators == {"="} else "symbolic"


def _kind_of_logic(logic: Logic) -> str:
    """``x = 3 or x = -3`` and ``3 or -3`` are sets of values, ``6 and 7`` is a list of them."""
    kinds = {kind_of_key("", part, frozenset()) for part in logic.parts}
    if "inequality" in kinds:
        return "inequality"
    if logic.connective == "and" and kinds <= {"symbolic"} and not _names(logic.parts):
        return "list"
    are_values = logic.connective == "or" and kinds <= {"equation", "symbolic", "set"}
    return "set" if are_values and len(_names(logic.parts)) <= 1 else "symbolic"


def _is_line(value: Node) -> bool:
    """Whether a value is a point and directions with parameters, ``(1, 0) + t (2, 1)``: other points and letters say the same."""
    if not isinstance(value, Add) or not any(isinstance(term, Listing | Matrix) for term in value.terms):
        return False
    rest = [term for term in value.terms if not isinstance(term, Listing | Matrix)]
    return bool(rest) and all(_is_direction(term) for term in rest)


def _is_direction(term: Node) -> bool:
    match term:
        case Negate(operand):
            return _is_direction(operand)
        case Multiply(factors):
            vectors = [factor for factor in factors if isinstance(factor, Listing | Matrix)]
            letters = [factor for factor in factors if isinstance(factor, Symbol)]
            return len(vectors) == 1 and not symbols(vectors[0]) and len(letters) == 1
    return False


def _names(parts: tuple[Node, ...]) -> set[Node]:
    """The left sides of those parts that are equations."""
    return {part.operands[0] for part in parts if isinstance(part, Relation)}
