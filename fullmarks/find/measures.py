"""The unit that stands behind a formula: ``$I = 80$ mA``, ``R = 150 ohm``, ``**3** m/s``.

Looked for only where the item's key has a unit; what counts as one is known to those who compare quantities.
"""

from __future__ import annotations

from dataclasses import replace

from fullmarks.errors import Span
from fullmarks.find.blocks import Page
from fullmarks.find.candidate import Candidate
from fullmarks.find.unit_words import names_a_unit
from fullmarks.regex import regex

_FAR = 60
"""Characters behind a formula that its unit may take."""
_GAP = regex(r"[*_]{0,3}(?:[ \t~]|\\[,;: ])*[*_]{0,3}")
_PIECE = regex(
    r"(?P<joint>[ \t]*[/·*][ \t]*|[ \t]+per[ \t]+|[ \t]+)?(?P<name>°?[A-Za-zΩµμ]+|[€£¢%°])(?P<power>\^\{?-?\d\}?|[²³⁻¹]+)?(?![\w$])"
)
_MOST_FACTORS = 6


def with_unit(page: Page, candidate: Candidate) -> Candidate:
    """The candidate with the unit behind it, as a piece of the text; the same where there is none."""
    behind = candidate.outer.end
    inner_end = candidate.span.end
    if page.text[inner_end:behind].strip(" $\\)*_`.,"):
        return candidate
    start, end = _unit(page, behind)
    if end == start:
        return candidate
    whole = Span(candidate.outer.start if candidate.outer.end != inner_end else candidate.span.start, end)
    unit = page.text[start:end]
    text = page.said(whole)
    plain = f"{candidate.formula or candidate.text} {unit}"
    return replace(candidate, span=whole, text=text, formula="" if plain == text else plain)


_SET_UNIT = regex(r"\\(?:text|mathrm|rm|operatorname)|\d[ ]?[A-Za-zΩµμ°%€£]")


def has_unit(page: Page, candidate: Candidate) -> bool:
    """Whether a unit stands in a formula, or behind it."""
    if _SET_UNIT.search(candidate.text):
        return True
    start, end = _unit(page, candidate.outer.end)
    return end > start


def _unit(page: Page, place: int) -> tuple[int, int]:
    """Where the unit behind a place begins and ends; empty where none is there."""
    gap = _GAP.match(page.text, place)
    start = end = gap.end() if gap else place
    for number in range(_MOST_FACTORS):
        found = _PIECE.match(page.text, end, min(place + _FAR, len(page.text)))
        if found is None or (number == 0 and found["joint"]) or not names_a_unit(found["name"]):
            break
        end = found.end()
    return start, end
