"""The lines of a file, each with what is to be checked; a line that holds nothing usable says why, and stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from pydantic import JsonValue

from fullmarks.errors import SubmissionError
from fullmarks.evaluation.completions import answered, sound, text_of
from fullmarks.evaluation.files.fields import Asked, Fields, Line, fields_of, is_there, value_of
from fullmarks.evaluation.gold import Gold, gold_of

LONGEST_LINE = 64_000_000
"""Bytes; a longer line is passed over."""
MOST_SAMPLES = 10_000
"""Outputs in one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line: the outputs of a model for one problem, and the keys."""

    number: int
    digest: str
    problem: str
    groups: tuple[str, ...]
    gold: Gold
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be scored."""

    number: int
    digest: str
    why: str


def rows_of(file: BinaryIO, asked: Asked) -> Iterator[Fields | Row | BadRow]:
    """Every line in order; before the first one that is an object, the fields that it was found to have.

    Raises SubmissionError where these fields cannot be found.
    """
    fields: Fields | None = None
    for number, text in _lines(file):
        digest = sha256(text).hexdigest()[:16]
        line = _object(text)
        if isinstance(line, str):
            yield BadRow(number, digest, line)
            continue
        if fields is None:
            fields = fields_of(line, asked)
            yield fields
        yield _row(number, digest, line, fields)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its number from 1; of one that is too long just the beginning."""
    number = 0
    while text := file.readline(LONGEST_LINE + 1):
        number += 1
        more = text
        while len(more) > LONGEST_LINE and not more.endswith(b"\n"):
            more = file.readline(LONGEST_LINE + 1)
        if text.strip():
            yield number, text


def _object(text: bytes) -> Line | str:
    """The object on a line, or why there is none."""
    if len(text) > LONGEST_LINE:
        return f"This line is longer than {LONGEST_LINE:,} bytes."
    try:
        value = json.loads(text)
    except RecursionError:
        return "This line is nested too deep."
    except ValueError as error:
        return f"This line is no JSON: {error}"
    return value if isinstance(value, dict) else "This line is no JSON object."


def _row(number: int, digest: str, line: Line, fields: Fields) -> Row | BadRow:
    for name in (fields.answer, fields.gold):
        if not is_there(line, name):
            return BadRow(number, digest, f"This line has no field “{name}”.")
    gold = gold_of(value_of(line, fields.gold))
    if not gold.keys:
        return BadRow(number, digest, f"The field “{fields.gold}” holds no key.")
    samples = samples_of(value_of(line, fields.answer))
    if not samples:
        return BadRow(number, digest, f"The field “{fields.answer}” is an empty list.")
    if len(samples) > MOST_SAMPLES:
        return BadRow(number, digest, f"This line has more than {MOST_SAMPLES:,} outputs.")
    groups = tuple(_label(line, name) for name in fields.groups)
    problem = _label(line, fields.problem) if fields.problem else f"line {number}"
    return Row(number, digest, problem, groups, gold, samples)


def samples_of(value: JsonValue) -> tuple[str, ...]:
    """The outputs in a field: one text, one chat, or a list of either."""
    if isinstance(value, list) and not _is_chat(value):
        return tuple(text for one in value for text in samples_of(one))
    if isinstance(value, int | float):
        return (str(value).lower(),)
    return (answered(text_of(value)),)


def _is_chat(values: Sequence[JsonValue]) -> bool:
    return bool(values) and all(isinstance(value, dict) and "role" in value for value in values)


def _label(line: Line, name: str) -> str:
    """The value of a field as a short text that is the same for the same value."""
    if not is_there(line, name):
        return ""
    value = value_of(line, name)
    return sound(value) if isinstance(value, str) else json.dumps(value, sort_keys=True)


def no_rows(path: str) -> SubmissionError:
    """For a file in which no line is an object."""
    return SubmissionError("no_rows", f"{path}: no line of this file is a JSON object.")
