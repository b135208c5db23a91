"""What values a symbol may take, and reading that from a rubric's words (``positive integer``, ``real in (0,1)``)."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.records import frozen
from fullmarks.regex import regex


@frozen
class Domain:
    """A set of numbers: a kind, bounds (None where there are none) and whether zero is left out.

    ``kind`` is ``integer``, ``real`` or ``complex``; a complex domain has no bounds.
    """

    kind: str = "real"
    lower: Fraction | None = None
    upper: Fraction | None = None
    lower_open: bool = False
    upper_open: bool = False
    nonzero: bool = False

    @property
    def positive(self) -> bool:
        """Whether every value is above zero."""
        return self.lower is not None and (self.lower > 0 or (self.lower == 0 and (self.lower_open or self.nonzero)))

    @property
    def nonnegative(self) -> bool:
        """Whether no value is below zero."""
        return self.lower is not None and self.lower >= 0

    def contains(self, value: Fraction) -> bool:
        """Whether a rational lies in the domain."""
        if self.kind == "integer" and value.denominator != 1:
            return False
        if self.nonzero and value == 0:
            return False
        if self.lower is not None and (value < self.lower or (self.lower_open and value == self.lower)):
            return False
        return not (self.upper is not None and (value > self.upper or (self.upper_open and value == self.upper)))


REAL = Domain()
COMPLEX = Domain("complex")
INTEGER = Domain("integer")
POSITIVE = Domain("real", Fraction(0), None, lower_open=True)
POSITIVE_INTEGER = Domain("integer", Fraction(1))

_SIGNS = {
    "positive": POSITIVE,
    "negative": Domain("real", None, Fraction(0), upper_open=True),
    "nonnegative": Domain("real", Fraction(0)),
    "non-negative": Domain("real", Fraction(0)),
    "nonpositive": Domain("real", None, Fraction(0)),
    "nonzero": Domain("real", nonzero=True),
    "non-zero": Domain("real", nonzero=True),
}
_INTEGER_SIGNS = {
    "positive": POSITIVE_INTEGER,
    "negative": Domain("integer", None, Fraction(-1)),
    "nonnegative": Domain("integer", Fraction(0)),
    "non-negative": Domain("integer", Fraction(0)),
    "nonpositive": Domain("integer", None, Fraction(0)),
    "nonzero": Domain("integer", nonzero=True),
    "non-zero": Domain("integer", nonzero=True),
}
_NAMES = {
    "real": REAL,
    "complex": COMPLEX,
    "integer": INTEGER,
    "natural": Domain("integer", Fraction(0)),
    **_SIGNS,
    **{f"{sign} real": domain for sign, domain in _SIGNS.items()},
    **{f"{sign} integer": domain for sign, domain in _INTEGER_SIGNS.items()},
}
_NUMBER = r"[+-]?\d{1,50}(?:\.\d{1,50}|/\d{1,50})?"
_RANGE = regex(
    rf"(?P<name>[a-z -]+?) in (?P<open>[\[(])\s*(?P<low>{_NUMBER}|-infinity)\s*,\s*(?P<high>{_NUMBER}|infinity)\s*(?P<close>[\])])"
)


def parse_domain(words: str) -> Domain:
    """The domain that words name; raises ValueError with a sentence that lists what can be said."""
    text = " ".join(words.lower().split())
    if text in _NAMES:
        return _NAMES[text]
    match = _RANGE.fullmatch(text)
    if match and match["name"] in ("real", "integer"):
        lower = None if "infinity" in match["low"] else Fraction(match["low"])
        upper = None if "infinity" in match["high"] else Fraction(match["high"])
        if lower is None or upper is None or lower < upper:
            return Domain(match["name"], lower, upper, match["open"] == "(", match["close"] == ")")
    message = (
        f"“{words}” is not a domain. Write real, complex, integer, positive, negative, nonnegative or nonzero, two of "
        "them (positive integer), or a range such as real in (0, 1)."
    )
    raise ValueError(message)


def domain_words(domain: Domain) -> str:
    """The shortest words that ``parse_domain`` takes for the domain."""
    named = next((name for name, one in _NAMES.items() if one == domain), None)
    if named is not None:
        return named
    low = "-infinity" if domain.lower is None else str(domain.lower)
    high = "infinity" if domain.upper is None else str(domain.upper)
    return f"{domain.kind} in {'(' if domain.lower_open else '['}{low}, {high}{')' if domain.upper_open else ']'}"
