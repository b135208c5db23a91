"""Keys and numbers as authors write them in options: text, plain numbers, percentages.

Everything becomes text or an exact fraction at once, so that no binary rounding of a decimal gets into a mark.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from fullmarks.regex import regex

_EXACT = regex(
    r"(?P<value>[+-]?\d{1,50}(?:\.\d{1,50})?(?:[eE][+-]?\d{1,3})?)(?:/(?P<divisor>\d{1,50}))?\s*(?P<percent>%?)"
)


def as_text(value: object) -> object:
    """A number as the text that was written for it; anything else as it is (``True`` and ``False`` are no numbers)."""
    if isinstance(value, int | float | Fraction) and not isinstance(value, bool):
        return str(value)
    return value


def as_words(value: object) -> object:
    """Words, also where YAML or Python read them as a number or as true or false."""
    return str(value).lower() if isinstance(value, bool) else as_text(value)


def as_exact(value: object) -> object:
    """The exact fraction that a number, ``0.05``, ``1e-3``, ``1/3`` or ``5%`` says; raises ValueError on other text."""
    text = as_text(value)
    if not isinstance(text, str):
        return text
    match = _EXACT.fullmatch(text.strip())
    if match is None or (match["divisor"] and int(match["divisor"]) == 0):
        raise ValueError(f"“{text}” is not a number. Write one such as 0.05, 1e-3, 1/3 or 5%.")
    number = Fraction(match["value"]) / int(match["divisor"] or 1)
    return number / 100 if match["percent"] else number


WrittenKey = Annotated[str, BeforeValidator(as_text, json_schema_input_type=str | int | float), Field(min_length=1)]
"""A key's text; a plain number counts as its text."""

WrittenWords = Annotated[str, BeforeValidator(as_words), Field(min_length=1, max_length=200)]
"""A few words."""

ExactNumber = Annotated[
    Fraction,
    BeforeValidator(as_exact),
    PlainSerializer(str),
    WithJsonSchema({"type": ["number", "string"], "examples": [0.01, "1e-6", "1/3", "5%"]}),
]
"""An exact rational number."""


def as_several(value: object) -> object:
    """One text as a tuple of one; a sequence as it is."""
    return (value,) if isinstance(value, str) else value


SeveralTexts = Annotated[tuple[str, ...], BeforeValidator(as_several, json_schema_input_type=str | tuple[str, ...])]
"""One text, or several."""

SeveralWords = Annotated[
    tuple[WrittenWords, ...],
    BeforeValidator(as_several, json_schema_input_type=WrittenWords | tuple[WrittenWords, ...]),
]
"""A few words, or several of them."""
