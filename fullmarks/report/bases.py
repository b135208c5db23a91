"""What the result of an item depends on beside the answers to it: one hash an item.

Where two versions of a rubric agree in it, every answer has the same result under both, word for word; what was found out under
one of them need not be found out again.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from fullmarks.report.engine_version import engine_version
from fullmarks.rubric.facets import facets_of_item
from fullmarks.rubric.fingerprint import digest
from fullmarks.rubric.model import Item, Rubric

DIGITS = 32
"""Hexadecimal digits that are kept of a hash: 128 bits, so that nobody can make two things of one hash."""


def bases(rubric: Rubric) -> Mapping[str, str]:
    """Item id -> its basis, in the rubric's order: the item with all its words, what attempts and lateness cost, the engine."""
    policies: JsonValue = [repr(rubric.attempts), repr(rubric.late), str(rubric.rounding.item), engine_version()]
    found: dict[str, str] = {}
    for item in rubric.items():
        followed: JsonValue = [found[one.earlier.id] for one in item.follows]
        facets: JsonValue = [[*facet, said] for facet, said in facets_of_item(item).items()]
        found[item.id] = digest([item.hash, _amounts(item), facets, followed, policies])[:DIGITS]
    return found


def _amounts(item: Item) -> JsonValue:
    return [str(item.points), item.void, [str(mistake.points) for mistake in item.known]]
