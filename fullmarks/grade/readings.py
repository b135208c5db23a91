"""How the answer to an item is read: as a formula, or as what its kind of checker asks for (a table, an order of growth …)."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.closeness import ClosenessOptions
from fullmarks.checkers.table import TableOptions
from fullmarks.compare.arrays.spellings import as_declared
from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Listing, Node, Piecewise, Relation, Symbol, Text
from fullmarks.expr.walk import substitute, symbols
from fullmarks.grade.growths import read_growth
from fullmarks.grade.spellings import as_usual
from fullmarks.read.maxima import read_with_maxima
from fullmarks.read.reader import read
from fullmarks.read.reading import Reading
from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.table import read_table
from fullmarks.records import record
from fullmarks.regex import regex
from fullmarks.rubric.model import Item

_MOST_DEFINITIONS = 8
_DOTS = regex(r"(?<=\d)\s*(?:\.\.\.|…|⋯|\\[lc]?dots)")
_WHERE = regex(r"\bwhere\b")


@record
class Answered:
    """A reading, and the tree that the checker gets; ``whole``: all of it answers, and there is no target to look for in it."""

    reading: Reading
    tree: Node
    whole: bool = False


def read_answer(text: str, item: Item, definitions: tuple[str, ...]) -> Answered:
    """The answer as its item wants it; raises ReadError.

    ``definitions`` are equations of the same part that say what undeclared names in it mean.
    """
    limits = item.assumptions.limits
    options = item.keys[0].options
    if isinstance(options, TableOptions):
        names = TableNames(options.names_of_rows(), options.column)
        reading = read_table(text, names, item.vocabulary, limits, shapes=options.shapes)
        return Answered(reading, reading.tree, whole=True)
    if item.wants is Wants.UNPOOLED:
        found = read_with_maxima(text, item.vocabulary, limits)
        return Answered(found.reading, Listing("", "", (found.reading.tree, Text(found.words))), whole=True)
    if item.wants is Wants.GROWTH:
        reading = read_growth(text, item.vocabulary, limits)
        in_words = isinstance(reading.tree, Listing) and isinstance(reading.tree.items[-1], Text)
        return Answered(reading, reading.tree, whole=in_words)
    reading = defined(read_formula(text, item), item, definitions)
    return Answered(reading, reading.tree)


def read_leniently(text: str, item: Item, definitions: tuple[str, ...]) -> Answered:
    """The reading; where a number need not be exact, dots behind its digits are left out."""
    try:
        return read_answer(text, item, definitions)
    except ReadError as error:
        options = item.keys[0].options
        if error.code != "dots" or not isinstance(options, ClosenessOptions) or not options.rules():
            raise
        return read_answer(_DOTS.sub("", text), item, definitions)


def read_formula(text: str, item: Item) -> Reading:
    """A formula, with arrays in the names that the rubric gives them; raises ReadError."""
    reading = read(text, item.vocabulary, item.assumptions.limits)
    arrays = item.assumptions.arrays
    if arrays:
        return replace(reading, tree=as_declared(reading.tree, arrays))
    tree = as_usual(reading.tree, text, item)
    return reading if tree is reading.tree else replace(reading, tree=tree)


def defined(reading: Reading, item: Item, definitions: tuple[str, ...]) -> Reading:
    """The reading with names that only its own part explains replaced by what they mean there."""
    tree = _with_where(reading.tree) if _WHERE.search(reading.text) else reading.tree
    for text in definitions[:_MOST_DEFINITIONS]:
        unknown = symbols(tree) - set(item.vocabulary.symbols) - item.vocabulary.indexed
        if not unknown:
            break
        try:
            meaning = read_formula(text, item).tree
        except ReadError:
            continue
        match meaning:
            case Relation((Symbol(name), *_, value), operators) if (
                name in unknown and set(operators) <= {"="} and name not in symbols(value)
            ):
                tree = substitute(tree, {name: value})
    return reading if tree is reading.tree else replace(reading, tree=tree)


def _with_where(tree: Node) -> Node:
    """``m^2, where m = n - 1`` as what it comes to; the reader takes what stands behind ``where`` for a condition."""
    match tree:
        case Relation((*sides, Piecewise() as last), operators):
            return Relation((*sides, _with_where(last)), operators)
        case Piecewise(((value, Relation((Symbol(name), meaning), ("=",))),), None) if name not in symbols(meaning):
            return substitute(value, {name: meaning})
    return tree
