"""The conventions by which ambiguous spellings are read, each with its other side.

The defaults are the documented reading; ``flips`` gives the other admissible readings, which only ever feed a diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fullmarks.records import frozen
from fullmarks.regex import regex


@frozen
class Conventions:
    """One way of reading what is ambiguous."""

    slash_before_product: bool = True
    """``1/2x`` is (1/2)·x; otherwise 1/(2x)."""
    long_arguments: bool = True
    """``sin 2x`` is sin(2x); otherwise sin(2)·x."""
    thousands: bool = True
    """``1,234`` outside brackets is one number; otherwise two."""
    letters_call: bool = False
    """``f(x)`` of an undeclared letter is a product; otherwise a function's value."""
    natural_log: bool = True
    """``log`` is natural; otherwise base 10."""
    mixed_numbers: bool = True
    """``2\\frac12`` is 5/2; otherwise 1."""
    words_whole: bool = True
    """An undeclared word of plain text is one name; otherwise a product of its letters."""


DEFAULT = Conventions()

_FLIPS = (
    (
        r"[/÷]",
        "1/2x was read as (1/2)·x; write 1/(2x) with brackets for the other",
        replace(DEFAULT, slash_before_product=False),
    ),
    (
        r"(?:sin|cos|tan|cot|sec|csc|log|ln|lg|exp)h?\b",
        "sin 2x was read as sin(2x); write sin(2)·x for the other",
        replace(DEFAULT, long_arguments=False),
    ),
    (r"\d,\d{3}", "1,234 was read as one number; write 1; 234 for two", replace(DEFAULT, thousands=False)),
    (
        r"[A-Za-z]\s*\(|\w\\left",
        "f(x) was read as a product; a function must be declared",
        replace(DEFAULT, letters_call=True),
    ),
    (r"log", "log was read as the natural logarithm; write log_10 for base 10", replace(DEFAULT, natural_log=False)),
    (
        r"\d\s+\d|\d\s*\\[dt]?frac|\d\s*[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]",
        "2 1/2 was read as two and a half; write 2·1/2 for a product",
        replace(DEFAULT, mixed_numbers=False),
    ),
    (r"[A-Za-z]{3}", "a word was read as one name; write a*b for a product", replace(DEFAULT, words_whole=False)),
)
"""What in a text makes it ambiguous, how it was read, and the other convention."""
_COMPILED = tuple((regex(pattern), sentence, other) for pattern, sentence, other in _FLIPS)


def flips(text: str) -> Iterator[tuple[str, Conventions]]:
    """Each other convention that could matter to a text, with a sentence: how it was read and how to write the other."""
    for pattern, sentence, other in _COMPILED:
        if pattern.search(text):
            yield sentence, other
