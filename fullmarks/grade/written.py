"""Values of Python as the text that stands for them: keys from their authors, answers from anybody.

A key is text, a number or nested lists of them. An answer may be anything at all, and never raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fullmarks.errors import UnusableKeyError
from fullmarks.limits import DEFAULT

KeyValue = str | int | float | Fraction | Sequence["KeyValue"]

DEEPEST = 8
MOST_BITS = 4 * DEFAULT.digits
"""An integer with more has more digits than any answer may have."""
MOST_BITS_AT_ONCE, PIECE = 12_900, 3_800
"""Python writes no more than 4,300 digits at once: what has more bits has more than ``PIECE`` digits."""
TOO_LONG = DEFAULT.characters + 1
"""So much of a longer text is kept that the reader refuses it by name."""


def written_key(key: KeyValue) -> str:
    """The text of a key; raises UnusableKeyError for what is none."""
    if isinstance(key, list | tuple):
        return _bracketed(key, depth=0)
    if isinstance(key, str):
        text = key
    elif isinstance(key, int | float | Fraction) and not isinstance(key, bool):
        text = _number(key)
    else:
        raise UnusableKeyError("wrong_type", f"A key is a text, a number or a nested list of them, not {_kind(key)}.")
    if not text.strip():
        raise UnusableKeyError("empty_key", "The key is empty.")
    return text


def is_row(key: KeyValue) -> bool:
    """Whether a key is a list of texts and numbers: things in order, though two of them would read as an interval."""
    return isinstance(key, list | tuple) and not any(isinstance(value, list | tuple) for value in key)


def _bracketed(values: Sequence[KeyValue], depth: int) -> str:
    if depth > DEEPEST:
        raise UnusableKeyError("too_deep", f"A key's lists may be nested {DEEPEST} deep.")
    if not values:
        raise UnusableKeyError("empty_key", "The key is an empty list.")
    parts = [
        _bracketed(value, depth + 1) if isinstance(value, list | tuple) else written_key(value) for value in values
    ]
    opening, closing = ("(", ")") if isinstance(values, tuple) else ("[", "]")
    return f"{opening}{', '.join(parts)}{closing}"


def written_answer(answer: object) -> str:
    """The text of an answer; empty for None, and cut where it is longer than anything that is read."""
    if isinstance(answer, str):
        return answer[:TOO_LONG]
    return _written(answer, depth=0)[:TOO_LONG]


def _written(answer: object, depth: int) -> str:
    if answer is None:
        return ""
    if isinstance(answer, bytes | bytearray):
        return bytes(answer[:TOO_LONG]).decode("utf-8", "replace")
    if isinstance(answer, int | float | complex | Fraction) and not isinstance(answer, bool):
        return _number(answer)
    if isinstance(answer, list | tuple | set | frozenset) and depth <= DEEPEST:
        opening, closing = ("[", "]") if isinstance(answer, list) else ("(", ")")
        opening, closing = ("{", "}") if isinstance(answer, set | frozenset) else (opening, closing)
        parts = (_written(value, depth + 1) for value in list(answer)[:TOO_LONG])
        return f"{opening}{', '.join(sorted(parts) if opening == '{' else parts)}{closing}"
    return _spoken(answer)


def _number(number: complex | Fraction) -> str:
    """Digits as short as Python writes them; infinities and complex numbers as mathematics writes them."""
    if isinstance(number, int):
        return _digits(int(number)) if number.bit_length() <= MOST_BITS else "9" * TOO_LONG
    if isinstance(number, Fraction):
        return f"{_number(number.numerator)}/{_number(number.denominator)}"
    if isinstance(number, float):
        return repr(float(number)).replace("inf", "infinity")
    return f"({_number(number.real)}) + ({_number(number.imag)}) i"


def _digits(number: int) -> str:
    """The decimal digits, piece by piece."""
    if number < 0:
        return f"-{_digits(-number)}"
    if number.bit_length() <= MOST_BITS_AT_ONCE:
        return str(number)
    high, low = divmod(number, 10**PIECE)
    return f"{_digits(high)}{low:0{PIECE}d}"


def _spoken(answer: object) -> str:
    """What an object of another library says it is: an array as its lists, anything else by ``str``."""
    try:
        tolist = getattr(answer, "tolist", None)
        if callable(tolist):
            value: object = tolist()
            return _written(value, DEEPEST) if not isinstance(value, list) else _written(value, 0)
        return str(answer)
    except Exception:  # noqa: BLE001 - a foreign object may do anything; one that says nothing is unreadable
        return f"\N{REPLACEMENT CHARACTER}{type(answer).__name__}"


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__
