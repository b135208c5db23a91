"""Ids of rows: 26 characters that sort by the time they were made and cannot be guessed."""

from __future__ import annotations

import secrets
from datetime import datetime

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that is taken for a digit."""
LENGTH = 26
CHANCE_BITS = 80


def new_id(now: datetime) -> str:
    """48 bits of milliseconds since 1970, then 80 of chance, as in the ULID specification but in lower case."""
    return written(_milliseconds(now) << CHANCE_BITS | secrets.randbits(CHANCE_BITS), LENGTH)


def first_id(moment: datetime) -> str:
    """No id that was made at this moment or later is below it, and every earlier one is."""
    return written(_milliseconds(moment) << CHANCE_BITS, LENGTH)


def is_id(text: str) -> bool:
    """Whether a text can be an id at all; what can't need not be looked for."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


def written(number: int, length: int) -> str:
    """A number in so many digits of base 32."""
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (length - 1), -1, -5))


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
