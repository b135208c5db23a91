"""Units as written: ``kg*m/s^2``, ``km/h``, ``metres per second``, ``square feet``, and what LaTeX leaves between their letters.

A small grammar of names, ``*``, ``/``, ``per``, whole exponents and brackets; factors that only stand side by side bind closest
(``W/m^2 K`` is W/(m² K)). Each name is looked up alone (``unit_names.py``). A word that is no unit's name is a unit of its own
(``apples``), and a text outside the grammar is one as a whole: two such are the same where their words are.
Cost: linear in the text, of which no more is read than the longest unit needs.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from fullmarks.compare.units.names import named
from fullmarks.compare.units.spellings import plainer, singular, usual_name
from fullmarks.compare.units.unit import Unit
from fullmarks.regex import regex

_LONGEST = 200
_MOST_TOKENS = 48
_DEEPEST = 6
_LARGEST_EXPONENT = 12
_TOKEN = regex(
    r"\s*(?:(?P<name>°?[^\W\d_]+(?:_[^\W\d_]+)*|[°€¢£])\.?|(?P<number>[0-9]{1,6})(?![0-9])|(?P<sign>[*/^()-]))"
)
_SIGNS = "*/^()-"
_BEFORE = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_BEHIND = {"squared": 2, "cubed": 3}
_PER = ("/", "per", "a", "an")


@lru_cache(maxsize=4_096)
def unit_of(text: str) -> Unit:
    """The unit that a text says, whatever it says; never raises."""
    if len(text) > _LONGEST:
        return _word(text)
    try:
        return _Grammar(plainer(text)).whole()
    except _NoUnitError:
        return _word(text)


def is_unit_name(name: str) -> bool:
    """Whether a single name is one of a unit that has a worth, and not a word."""
    return named(usual_name(name)) is not None


def _word(text: str) -> Unit:
    return Unit(((f"“{' '.join(text.split()).lower()}”", 1),))


class _NoUnitError(ValueError):
    """The text is outside the grammar."""


class _Grammar:
    """Reads one text, token by token."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._place = 0
        self._depth = 0

    def whole(self) -> Unit:
        unit = self._quotient()
        self._expect("")
        return unit

    @property
    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str:
        """The next token, where it is one of those wanted, and else nothing."""
        token = self._next
        if token not in wanted:
            return ""
        self._place += 1
        return token

    def _expect(self, token: str) -> None:
        if self._next != token:
            raise _NoUnitError
        self._place += 1

    def _quotient(self) -> Unit:
        unit = self._side_by_side()
        while sign := self._take("*", *_PER):
            factor = self._side_by_side()
            unit *= factor if sign == "*" else factor**-1
        return unit

    def _side_by_side(self) -> Unit:
        unit = self._power()
        while self._next not in ("", "*", ")", *_PER):
            unit *= self._power()
        return unit

    def _power(self) -> Unit:
        if word := self._take(*_BEFORE):
            return self._power() ** _BEFORE[word]
        unit = self._atom()
        if word := self._take(*_BEHIND):
            return unit ** _BEHIND[word]
        return unit ** self._exponent() if self._take("^") else unit

    def _exponent(self) -> int:
        """``2``, ``-1``, ``(-1)``."""
        bracket = self._take("(")
        sign = -1 if self._take("-") else 1
        exponent = sign * self._number()
        if bracket:
            self._expect(")")
        if abs(exponent) > _LARGEST_EXPONENT:
            raise _NoUnitError
        return exponent

    def _number(self) -> int:
        token = self._next
        if not token.isdecimal():
            raise _NoUnitError
        self._place += 1
        return int(token)

    def _atom(self) -> Unit:
        token = self._next
        if token == "(":
            return self._group()
        if token.isdecimal():
            return Unit(factor=Fraction(self._number() or 1))
        if not token or token in _SIGNS:
            raise _NoUnitError
        self._place += 1
        if token == "frac":
            return self._group() * self._group() ** -1
        return _of_name(token)

    def _group(self) -> Unit:
        self._expect("(")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NoUnitError
        unit = self._quotient()
        self._expect(")")
        self._depth -= 1
        return unit


def _of_name(name: str) -> Unit:
    usual = usual_name(name)
    if usual != name:
        return unit_of(usual)
    return named(name) or Unit(((singular(name), 1),))


def _tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text that has nothing else."""
    found: list[str] = []
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None or len(found) == _MOST_TOKENS:
            raise _NoUnitError
        found.append(token["name"] or token["number"] or token["sign"])
        place = token.end()
    return tuple(found)
