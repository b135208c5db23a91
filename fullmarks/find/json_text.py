"""JSON as submissions are written in it: bounded in size and nesting, and a mistake is named by its line and column."""

from __future__ import annotations

import json
import re

from fullmarks.errors import SubmissionError
from fullmarks.regex import regex

LONGEST_BYTES = 2_000_000
"""A submission may be this long, encoded as UTF-8."""
DEEPEST = 64
"""Brackets within brackets; a chat needs four, a matrix of matrices seven."""
LONGEST_NUMBER = 400
"""Characters of one JSON number; a longer one is written as a text."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""What JSON says. A number with a point or an exponent stays the text that was written, so that its digits are kept."""

_STRING_OR_BRACKET = regex(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)

_KINDS: dict[type, str] = {
    type(None): "nothing",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}

# Python's own words for a mistake, and ours.
_MISTAKES = {
    "Expecting value": "a value was expected here: a text in double quotes, a number, [ or {",
    "Expecting ',' delimiter": "a comma or the closing bracket was expected here",
    "Expecting ':' delimiter": "a colon was expected here",
    "Expecting property name enclosed in double quotes": "a name in double quotes was expected here",
    "Illegal trailing comma before end of object": "the comma before the closing bracket has to go",
    "Illegal trailing comma before end of array": "the comma before the closing bracket has to go",
    "Unterminated string starting at": "the text that starts here has no closing quote",
    "Invalid control character at": "a line break or tab inside a text is written \\n or \\t",
    "Invalid \\escape": "a backslash inside a text is written twice: \\\\",
    "Invalid \\uXXXX escape": "\\u takes four hexadecimal digits",
    "Extra data": "the text goes on after the end of the JSON",
}


class _RepeatedNameError(ValueError):
    """A JSON object that holds one name twice."""


def read_json(text: str) -> Json:
    """What the text says; raises SubmissionError for malformed JSON, a repeated name, and what is past the limits."""
    refuse_long(text)
    _refuse_deep(text)
    try:
        said: Json = _DECODER.decode(text)
    except json.JSONDecodeError as mistake:
        what = next(
            (ours for theirs, ours in _MISTAKES.items() if mistake.msg.startswith(theirs)), "this cannot be read"
        )
        raise SubmissionError(
            "malformed_json",
            f"This is not valid JSON: {what}, in line {mistake.lineno}, column {mistake.colno}.",
            f"line {mistake.lineno}, column {mistake.colno}",
        ) from None
    except _RepeatedNameError as mistake:
        raise SubmissionError(
            "repeated_name", f"“{mistake}” is given twice in one object. Keep one of them.", str(mistake)
        ) from None
    return said


def refuse_long(text: str) -> None:
    """Raise SubmissionError for a text of more than 2,000,000 bytes in UTF-8."""
    if len(text) > LONGEST_BYTES or len(text.encode("utf-8", "surrogatepass")) > LONGEST_BYTES:
        raise SubmissionError(
            "too_large",
            f"A submission may have {LONGEST_BYTES:,} bytes; this one is longer. Leave out what is no answer.",
        )


def _refuse_deep(text: str) -> None:
    if text.count("[") + text.count("{") <= DEEPEST:  # not that many altogether
        return
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        if found.group() in "[{":
            depth += 1
        elif found.group() in "]}":
            depth -= 1
        if depth > DEEPEST:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            raise SubmissionError(
                "too_deep",
                f"Brackets may be nested {DEEPEST} deep; in line {line}, column {column} there is one more.",
                f"line {line}, column {column}",
            )


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    said = dict(pairs)
    if len(said) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _RepeatedNameError(name)
            seen.add(name)
    return said


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _number_error(digits)
    return int(digits)


def _decimal(digits: str) -> str:
    if len(digits) > LONGEST_NUMBER:
        raise _number_error(digits)
    return digits


def _constant(name: str) -> Json:
    raise SubmissionError(
        "malformed_json", f"{name} is not a number in JSON. Write it as a text in double quotes.", name
    )


# Made once: that costs as much as reading a short answer.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_constant
)


def _number_error(digits: str) -> SubmissionError:
    return SubmissionError(
        "too_long_number",
        f"The number that starts with {digits[:12]} has {len(digits):,} characters; "
        f"a number may have {LONGEST_NUMBER}. Write it as a text in double quotes.",
    )


def kind_name(value: object) -> str:
    """What a value of JSON is called in a sentence: “a list”, “true or false”."""
    return _KINDS.get(type(value), "something else")
