"""Matrices by their names, where the key is a matrix: ``I``, ``I_2``, ``eye(2)``, ``zeros(2, 3)``, ``diag(1, 2)``, *the zero matrix*.

A name without a shape has the key's. Whether it is the right matrix is for the checker to say.
"""

from __future__ import annotations

from fractions import Fraction

from fullmarks.compare.matrices import matrix_within_bounds
from fullmarks.expr.nodes import Call, Listing, Matrix, Multiply, Node, Number, Symbol, Text
from fullmarks.expr.walk import rebuild
from fullmarks.read.shaped import filled, identity
from fullmarks.regex import regex
from fullmarks.rubric.model import Item

_ONE, _ZERO = Number(Fraction(1)), Number(Fraction(0))
_LARGEST = 64
_IDENTITY = regex(r"(?:I|E|Id|id)(?:_(\d{1,2}))?")
_FUNCTIONS = frozenset(("eye", "identity", "zeros", "ones", "diag"))
_FILLED = {"zeros": _ZERO, "ones": _ONE}
_SAID = regex(
    r"(?:(?:it is |this is )?(?:the|an?) )?(?:(?P<rows>\d{1,2})\s*(?:x|×|by)\s*(?P<columns>\d{1,2}) )?"
    r"(?P<kind>identity|zero|null|unit)(?: matrix)?(?: of (?:order|size) (?P<order>\d{1,2}))?\.?"
)


def said_in_words(text: str, item: Item) -> Node | None:
    """The matrix that words name; None where they name none, or the key is no matrix."""
    if not text.rstrip().endswith(("matrix", "identity", "matrix.")) and " of " not in text:
        return None
    wanted = _of_key(item)
    said = _SAID.fullmatch(text.strip().lower())
    if wanted is None or said is None:
        return None
    size = int(said["order"] or said["rows"] or 0)
    rows, columns = (size, int(said["columns"] or size)) if size else (len(wanted.rows), len(wanted.rows[0]))
    return _made("identity" if said["kind"] in ("identity", "unit") else "zeros", rows, columns)


def with_named_matrices(tree: Node, item: Item) -> Node:
    """The answer's tree with such names as the matrices that they stand for."""
    wanted = _of_key(item)
    if wanted is None:
        return tree
    declared = frozenset(item.assumptions.domains)
    named = _named(tree, wanted, declared)
    if named == _ZERO and isinstance(tree, Number):
        return filled(_ZERO, len(wanted.rows), len(wanted.rows[0]))
    return named


def _of_key(item: Item) -> Matrix | None:
    return matrix_within_bounds(item.keys[0].tree)


def _named(tree: Node, wanted: Matrix, declared: frozenset[str]) -> Node:
    match tree:
        case Matrix() | Text():
            return tree
        case Symbol(name) if name not in declared and (found := _IDENTITY.fullmatch(name)):
            size = int(found[1] or len(wanted.rows))
            return _made("identity", size, size) or tree
        case Symbol("O") if "O" not in declared:
            return filled(_ZERO, len(wanted.rows), len(wanted.rows[0]))
        case Multiply((*before, Symbol(name), Listing("(", ")", given))) if name in _FUNCTIONS:
            made = _called(name, given)
            return tree if made is None else _product([*before, made])
        case Multiply((*before, Symbol(name), size)) if name in _FUNCTIONS:
            made = _called(name, (size,))
            return tree if made is None else _product([*before, made])
        case Call(name, given) if name in _FUNCTIONS:
            return _called(name, given) or tree
    return rebuild(tree, lambda child: _named(child, wanted, declared))


def _product(factors: list[Node]) -> Node:
    return factors[0] if len(factors) == 1 else Multiply(tuple(factors))


def _called(name: str, given: tuple[Node, ...]) -> Matrix | None:
    """``eye(2)``, ``ones(2, 3)``, ``zeros((2, 3))``, ``diag(1, 2)``."""
    match given:
        case (Listing(_, _, inside),):
            given = inside
    if name == "diag":
        return _diagonal(given) if 0 < len(given) <= _LARGEST else None
    sizes = [int(one.value) for one in given if isinstance(one, Number) and one.value.denominator == 1]
    if len(sizes) < len(given) or not 0 < len(sizes) <= 2:
        return None
    return _made("identity" if name == "eye" else name, sizes[0], sizes[-1])


def _diagonal(entries: tuple[Node, ...]) -> Matrix:
    return Matrix(
        tuple(
            tuple(entry if row == column else _ZERO for column in range(len(entries)))
            for row, entry in enumerate(entries)
        )
    )


def _made(name: str, rows: int, columns: int) -> Matrix | None:
    if not 0 < rows <= _LARGEST or not 0 < columns <= _LARGEST:
        return None
    if name == "identity":
        return identity(rows) if rows == columns else None
    return filled(_FILLED[name], rows, columns)
