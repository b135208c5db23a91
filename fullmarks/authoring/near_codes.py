"""Credit for a diagnosis that no answer to the item can get: it looks like a rule and is none."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.checkers.checker import Wants
from fullmarks.diagnose.diagnose import possible_codes
from fullmarks.outcome import Verdict
from fullmarks.rubric.build_item import OTHER_READING
from fullmarks.rubric.model import Item


def impossible_codes(item: Item) -> Iterator[str]:
    """Those of the codes under ``near`` that cannot occur."""
    own = {code for code in item.checker.sentences if code not in set(Verdict)}
    readings = set() if item.wants is Wants.WORDS else {OTHER_READING}
    near_misses = frozenset[str]().union(*(possible_codes(key.tree) for key in item.keys))
    yield from (code for code in item.near if code not in own | readings | near_misses)
