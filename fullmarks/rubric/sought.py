"""What a rubric gives the finder: what to look for in a document, part by part, and nothing of how it is marked."""

from __future__ import annotations

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.choice import ChoiceOptions
from fullmarks.checkers.tuple import TupleOptions
from fullmarks.expr.nodes import Constant, Listing, Matrix
from fullmarks.expr.walk import symbols
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.rubric.model import Item, Part, Rubric

_UNDEFINED = Constant("undefined")


def sought(rubric: Rubric) -> tuple[SoughtPart, ...]:
    """All parts, in the rubric's order."""
    return tuple(
        SoughtPart(part.id, part.title, part.aliases, tuple(_item(item, part) for item in part.items))
        for part in rubric.parts
    )


def _item(item: Item, part: Part) -> Sought:
    return Sought(
        item=item.id,
        part=part.id,
        wants=_wants(item),
        title=item.title,
        labels=item.labels,
        target=item.target,
        other_targets=item.other_targets,
        may_lack_value=any(key.tree == _UNDEFINED for key in (*item.keys, *(mistake.key for mistake in item.known))),
        words=_words(item),
        symbols=frozenset().union(*(symbols(key.tree) for key in item.keys)),
        optional=item.optional,
    )


def _wants(item: Item) -> str:
    """What kind of thing answers the item; a key of one row or column may be answered by any vector, as a direction may."""
    options = item.keys[0].options
    match item.keys[0].tree:
        case Matrix(rows) if 1 in (len(rows), len(rows[0])):
            return Wants.VECTORS.value
        case Listing() if isinstance(options, TupleOptions) and (options.up_to or options.unit):
            return Wants.VECTORS.value
    return item.wants.value


def _words(item: Item) -> tuple[str, ...]:
    """The texts that answer an item by choice: each option and all other words for it."""
    options = item.keys[0].options
    if not isinstance(options, ChoiceOptions):
        return ()
    return tuple(name for names in options.names().values() for name in names)
