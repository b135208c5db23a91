"""What a rubric gives the finder: what to look for in a document, part by part, and nothing of how it is marked."""

from __future__ import annotations

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.choice import ChoiceOptions
from fullmarks.checkers.table import TableOptions
from fullmarks.checkers.tuple import TupleOptions
from fullmarks.compare.units.measured import has_units
from fullmarks.expr.nodes import Constant, Listing, Matrix, Piecewise
from fullmarks.expr.walk import symbols
from fullmarks.find.found import Sought, SoughtPart, SoughtTable
from fullmarks.read.tables.names import TableNames
from fullmarks.rubric.model import Item, Part

_UNDEFINED = Constant("undefined")


def sought_parts(parts: tuple[Part, ...]) -> tuple[SoughtPart, ...]:
    """All parts, in the rubric's order."""
    return tuple(
        SoughtPart(part.id, part.title, part.aliases, tuple(_item(item, part) for item in part.items)) for part in parts
    )


def _item(item: Item, part: Part) -> Sought:
    return Sought(
        item=item.id,
        part=part.id,
        wants=_wants(item),
        title=item.title,
        labels=(*item.labels, *_columns(item)),
        target=next(iter(item.targets), None),
        may_lack_value=any(key.tree == _UNDEFINED for key in (*item.keys, *(mistake.key for mistake in item.known))),
        words=_words(item),
        symbols=frozenset().union(*(symbols(key.tree) for key in item.keys)),
        optional=item.optional,
        measured=any(has_units(key.tree) for key in item.keys),
        table=_table(item),
        further_targets=item.targets[1:],
    )


def _wants(item: Item) -> str:
    """What answers an item.

    A function that it follows may be named in the answer (``y(n - 5)``) or written out in pieces; a key of one row or column
    may be answered by any vector, as a direction may.
    """
    follows_a_function = any(followed.definition.parameters for followed in item.follows)
    if follows_a_function and item.wants in (Wants.EXPRESSION, Wants.PIECEWISE):
        return "function"
    in_pieces = all(isinstance(key.tree, Piecewise) for key in item.keys)
    if item.wants is Wants.PIECEWISE and not in_pieces:
        return "function"
    options = item.keys[0].options
    match item.keys[0].tree:
        case Matrix(rows) if 1 in (len(rows), len(rows[0])):
            return Wants.VECTORS.value
        case Listing() if isinstance(options, TupleOptions) and (options.up_to or options.unit):
            return Wants.VECTORS.value
    return item.wants.value


def _columns(item: Item) -> tuple[str, ...]:
    options = item.keys[0].options
    return options.column if isinstance(options, TableOptions) else ()


def _table(item: Item) -> SoughtTable | None:
    options = item.keys[0].options
    if not isinstance(options, TableOptions):
        return None
    return SoughtTable(TableNames(options.names_of_rows(), options.column), options.shapes)


def _words(item: Item) -> tuple[str, ...]:
    """The texts that answer an item by choice: each option and all other words for it."""
    options = item.keys[0].options
    if not isinstance(options, ChoiceOptions):
        return ()
    return tuple(name for names in options.names().values() for name in names)
