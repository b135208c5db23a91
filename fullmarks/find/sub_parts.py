"""Parts within parts, ``2b-i`` and ``2b-ii``: looked for as one part 2b, whose items are told apart by the roman numbers.

Everything here that knows questions and letters need not know a third step; what is found goes back to the parts that the rubric has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.find.found import Attempt, Found, Sought, SoughtPart
from fullmarks.regex import regex

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SUB = r"(?P<sub>viii|vii|vi|iv|ix|iii|ii|i|v|x|\d{1,2})"
_ID = regex(rf"(?P<base>\d{{1,2}}[a-z])[._-]{_SUB}")
_SAID = regex(
    rf"(?<!\w)(?P<number>\d{{1,2}})[ .]?\(?(?P<letter>[a-z])\)?[ .,-]{{0,2}}\(?{_SUB}\)?(?!\w)", re.IGNORECASE
)
LONGEST = 8_000
"""Characters of a user's turn in which names are looked for."""


def merged(parts: Sequence[SoughtPart]) -> tuple[SoughtPart, ...]:
    """The parts, with those within one part as that part; each item still knows its own part."""
    known = {part.part for part in parts}
    found: dict[str, SoughtPart] = {}
    for part in parts:
        within = _ID.fullmatch(part.part)
        if within is None or within["base"] in known:
            found[part.part] = part
            continue
        whole = found.get(within["base"], SoughtPart(within["base"], "", (), ()))
        found[whole.part] = replace(whole, items=(*whole.items, *part.items))
    return tuple(found.values())


def parted(found: Found, parts: Sequence[SoughtPart]) -> Found:
    """What was found, each answer in an attempt at its own part."""
    own = {item.item: item.part for part in parts for item in part.items}
    return replace(found, attempts=tuple(one for attempt in found.attempts for one in _attempts(attempt, own)))


def _attempts(attempt: Attempt, own: dict[str, str]) -> Iterator[Attempt]:
    for part in dict.fromkeys(own[answer.item] for answer in attempt.answers):
        answers = tuple(answer for answer in attempt.answers if own[answer.item] == part)
        yield replace(attempt, part=part, answers=answers)


def groups_of(part: SoughtPart) -> list[tuple[Sought, ...]]:
    """The items of a merged part by their own parts; empty for a part that has no parts within."""
    own: dict[str, list[Sought]] = {}
    for item in part.items:
        own.setdefault(item.part, []).append(item)
    return [tuple(items) for items in own.values()] if set(own) != {part.part} else []


def place_in_part(items: Sequence[Sought]) -> int:
    """The number of a part within its part, from 1: ii is 2."""
    within = _ID.fullmatch(items[0].part)
    said = within["sub"] if within is not None else "i"
    return int(said) if said.isdigit() else _ROMAN.index(said) + 1


def asked_within(text: str, parts: Sequence[SoughtPart]) -> frozenset[str]:
    """The items of the parts within parts that a user names: ``2(b)(ii)``."""
    named = {
        (f"{int(one['number'])}{one['letter'].lower()}", one["sub"].lower()) for one in _SAID.finditer(text[:LONGEST])
    }
    return frozenset(
        item.item
        for part in parts
        for item in part.items
        if (within := _ID.fullmatch(item.part)) and (within["base"], within["sub"]) in named
    )
