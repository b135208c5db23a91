r"""One amount in two or three units: ``5'6"``, ``18°30'15"``, ``2 h 30 min``, ``5 feet and 6 inches``.

A prime behind a number is a foot or a minute of an angle: where seconds or inches follow it, or degrees go before, it is plain
which. Alone it says nothing, and is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.expr.nodes import Number
from fullmarks.read.tokens import Token
from fullmarks.regex import regex

_PRIMES = regex(r"\d\s*(?:['\"]|\^?\{?(?:\\prime|\\circ))")
_LETTERS = regex(r"\d\s?[hm]\s\d+\s?[ms]\b")
_SIXTY = 60
_INCHES = 12
_BETWEEN_PARTS = frozenset(("and", ","))
_SPELLINGS = {
    "hour": "h hr hrs hour hours",
    "minute": "m min mins minute minutes",
    "second": "s sec secs second seconds",
    "foot": "ft foot feet",
    "inch": "in inch inches",
    "pound": "lb lbs pound pounds",
    "ounce": "oz ounce ounces",
    "metre": "m meter meters metre metres",
    "centimetre": "cm",
    "kilometre": "km",
    "kilogram": "kg",
    "gram": "g",
    "day": "day days",
}
_FOLLOWS = frozenset(
    (
        *(("day", "hour"), ("hour", "minute"), ("minute", "second"), ("foot", "inch"), ("pound", "ounce")),
        *(("metre", "centimetre"), ("kilometre", "metre"), ("kilogram", "gram")),
    )
)
"""Which unit may stand behind which in one amount."""


def may_be_mixed(text: str, kinds: set[str]) -> bool:
    """Whether an amount in several units may stand in the text."""
    if "number" not in kinds:
        return False
    return (
        "unit" in kinds
        or ("postfix" in kinds and _PRIMES.search(text) is not None)
        or _LETTERS.search(text) is not None
    )


def with_mixed_units(tokens: list[Token], declared: frozenset[str]) -> list[Token]:
    """The tokens with such amounts as one number and one unit, or as numbers with units side by side."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        amount = _primed(tokens, place) if tokens[place].kind == "number" else None
        if amount is None:
            found.append(tokens[place])
            place += 1
        else:
            made, place = amount
            found.extend(made)
    return _with_named_units(found, declared)


# with primes


def _primed(tokens: list[Token], place: int) -> tuple[list[Token], int] | None:
    """The number and its unit from here on, and the place behind them."""
    first, behind = tokens[place], place + 1
    if (after_degrees := _behind_degrees(tokens, behind)) is not None:
        return _angle(tokens, first, after_degrees)
    if not _is_mark(tokens[behind], "'") or tokens[behind + 1].kind != "number":
        return None
    inches = tokens[behind + 1]
    if not _is_mark(tokens[behind + 2], '"'):
        return None
    value = _value(first) + _value(inches) / _INCHES
    end = tokens[behind + 2]
    return [_number(first, end, value), end._replace(kind="unit", value="ft")], behind + 3


def _angle(tokens: list[Token], first: Token, place: int) -> tuple[list[Token], int] | None:
    """``30'15"`` behind degrees; None where neither minutes nor seconds follow."""
    value, end = _value(first), None
    for mark, parts in (("'", _SIXTY), ('"', _SIXTY * _SIXTY)):
        if tokens[place].kind == "number" and _is_mark(tokens[place + 1], mark) and _value(tokens[place]) < _SIXTY:
            value += _value(tokens[place]) / parts
            end = tokens[place + 1]
            place += 2
    if end is None:
        return None
    return [_number(first, end, value), end._replace(kind="postfix", value="°")], place


def _behind_degrees(tokens: list[Token], place: int) -> int | None:
    r"""The place behind ``°``, ``^\circ`` or ``^{\circ}``; None where no such sign stands."""
    if _is_mark(tokens[place], "°"):
        return place + 1
    if tokens[place].kind != "power":
        return None
    braced = tokens[place + 1].kind == "open"
    if not _is_mark(tokens[min(place + 1 + braced, len(tokens) - 1)], "°"):
        return None
    return place + 2 + 2 * braced if not braced or tokens[place + 3].kind == "close" else None


def _is_mark(token: Token, mark: str) -> bool:
    return token.kind == "postfix" and token.value == mark


def _value(token: Token) -> Fraction:
    return token.node.value if isinstance(token.node, Number) else Fraction(0)


def _number(first: Token, last: Token, value: Fraction) -> Token:
    return first._replace(end=last.start, node=Number(value))


# with names


def _with_named_units(tokens: list[Token], declared: frozenset[str]) -> list[Token]:
    """Letters as units, and nothing between the parts, where the smaller unit follows: ``2 h and 30 min``."""
    joints = list(_joints(tokens, declared))
    if not joints:
        return tokens
    left_out = {between for _, between, _ in joints if between is not None}
    units = {place for first, _, last in joints for place in (first, last)}
    minutes = {last for first, _, last in joints if "hour" in _units(tokens[first]) and tokens[last].value == "m"}
    return [
        token._replace(kind="unit", value="min" if place in minutes else token.value) if place in units else token
        for place, token in enumerate(tokens)
        if place not in left_out
    ]


def _joints(tokens: list[Token], declared: frozenset[str]) -> Iterator[tuple[int, int | None, int]]:
    """The places of a unit, of what stands between, and of the smaller unit behind it."""
    for place in range(1, len(tokens) - 3):
        if tokens[place - 1].kind != "number" or not (larger := _units(tokens[place])):
            continue
        between = place + 1 if _parts(tokens[place + 1]) else None
        number = place + 1 if between is None else place + 2
        if number + 1 >= len(tokens) or tokens[number].kind != "number" or tokens[number + 1].kind not in _UNIT_KINDS:
            continue
        smaller = _units(tokens[number + 1])
        if tokens[number + 1].kind != "unit" and {tokens[place].value, tokens[number + 1].value} & declared:
            continue
        ends_here = tokens[min(number + 2, len(tokens) - 1)].kind not in ("power", "times")
        if ends_here and any((one, other) in _FOLLOWS for one in larger for other in smaller):
            yield place, between, number + 1


_UNIT_KINDS = frozenset(("unit", "symbol", "word"))


def _parts(token: Token) -> bool:
    return token.kind in ("logic", "separator") and token.value in _BETWEEN_PARTS


def _units(token: Token) -> frozenset[str]:
    """What units a token may name."""
    return _BY_SPELLING.get(token.value, frozenset()) if token.kind in _UNIT_KINDS else frozenset()


_BY_SPELLING = {
    spelling: frozenset(name for name, spelled in _SPELLINGS.items() if spelling in spelled.split())
    for spellings in _SPELLINGS.values()
    for spelling in spellings.split()
}
