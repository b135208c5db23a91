"""Questions numbered by Roman capitals, ``II.``, read as numbers.

A capital may be an item's letter, or count theorems. So the numbers must go up over the whole page, two of them must have
more than one letter, the rubric must have each, and no question may be named otherwise.
"""

from __future__ import annotations

import re
from itertools import pairwise

from fullmarks.find.part_names import PartNames
from fullmarks.regex import regex

_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LINE = regex(r"^(?P<lead>[ \t#*_>]{0,12})(?P<roman>VIII|VII|VI|IV|IX|III|II|I|V)(?=[.):])", re.MULTILINE)
_OTHERWISE = regex(
    r"^[ \t#*_>]{0,12}(?:(?:problem|question|exercise|task|part)\s+\d|\d{1,2}[.]?\(?[a-z]\)?[.):])",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST = 2


def romans_as_numbers(text: str, names: PartNames) -> str:
    """The text with such numbers in digits, character for character; as it is where they are not sure."""
    found = list(_LINE.finditer(text))
    said = [_NUMBERS.index(one["roman"]) + 1 for one in found]
    rising = all(before < after for before, after in pairwise(said))
    long = sum(len(one["roman"]) > 1 for one in found)
    known = all(names.parts_of(str(number)) for number in said)
    if long < _FEWEST or not rising or not known or _OTHERWISE.search(text):
        return text
    return _LINE.sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    return found["lead"] + str(_NUMBERS.index(found["roman"]) + 1).rjust(len(found["roman"]))
