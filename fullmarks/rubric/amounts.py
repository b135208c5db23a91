"""Points and shares as authors write them (``2``, ``0.5``, ``1/2``, ``50%``), kept exact."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from fullmarks.regex import regex

_DECIMAL = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_AMOUNT = regex(rf"{_DECIMAL}|[0-9]{{1,6}}/[1-9][0-9]{{0,5}}")
_PERCENT = regex(rf"({_DECIMAL}) ?%")


def parse_points(written: object) -> Fraction:
    """A number of points, zero or more; raises ValueError with a sentence."""
    if isinstance(written, Fraction):
        return written
    if isinstance(written, str) and _AMOUNT.fullmatch(written):
        return Fraction(written)
    raise ValueError(f"{quoted(written)} is not a number of points. Write 2, 0.5 or 1/2.")


def parse_step(written: object) -> Fraction:
    """What points are rounded to multiples of; raises ValueError with a sentence."""
    step = parse_points(written)
    if step == 0:
        raise ValueError("Points cannot be rounded to multiples of 0. Write 1, 0.5 or 1/4.")
    return step


def parse_share(written: object) -> Fraction:
    """A share of the points, from nothing to all of them; raises ValueError with a sentence."""
    if isinstance(written, Fraction):
        return written
    share = _share(written) if isinstance(written, str) else None
    if share is None:
        raise ValueError(f"{quoted(written)} is not a share of the points. Write 50%, 0.5 or 1/2.")
    if share > 1:
        raise ValueError(f"{quoted(written)} is more than all the points. Write a share from 0% to 100%.")
    return share


def parse_flag(written: object) -> bool:
    """``yes`` or ``no``, ``true`` or ``false``; raises ValueError with a sentence."""
    if isinstance(written, bool):
        return written
    if written in ("yes", "true"):
        return True
    if written in ("no", "false"):
        return False
    raise ValueError(f"{quoted(written)} is neither yes nor no.")


def quoted(written: object) -> str:
    """What stands in the file, for a sentence; long texts cut, and what is no text by its kind."""
    if isinstance(written, str):
        return f"“{written[:60]}…”" if len(written) > 60 else f"“{written}”"
    return "A list" if isinstance(written, list) else "A mapping"


def written(amount: Fraction) -> str:
    """The shortest exact way to write an amount: ``2``, ``0.5``, ``1/3``."""
    decimal = f"{float(amount):.6f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == amount else str(amount)


def percent(share: Fraction) -> str:
    """A share as a percentage where that is short: ``25%``, ``1/3``."""
    hundredths = written(share * 100)
    return written(share) if "/" in hundredths else f"{hundredths}%"


Points = Annotated[
    Fraction,
    BeforeValidator(parse_points),
    WithJsonSchema(
        {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": rf"^(?:{_AMOUNT.pattern})$"}]}
    ),
]
"""Points of one item."""

Step = Annotated[
    Fraction,
    BeforeValidator(parse_step),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0},
                {"type": "string", "pattern": rf"^(?:{_AMOUNT.pattern})$"},
            ]
        }
    ),
]
"""What points are rounded to multiples of."""

Share = Annotated[
    Fraction,
    BeforeValidator(parse_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": rf"^(?:{_AMOUNT.pattern}|{_PERCENT.pattern})$"},
            ]
        }
    ),
]
"""A share of an item's points."""

Flag = Annotated[bool, BeforeValidator(parse_flag), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
"""Yes or no."""


def _share(text: str) -> Fraction | None:
    if _AMOUNT.fullmatch(text):
        return Fraction(text)
    percent = _PERCENT.fullmatch(text)
    return Fraction(percent[1]) / 100 if percent else None
