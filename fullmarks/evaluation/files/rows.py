"""The lines of a file, each with what is to be checked; a line that holds nothing usable says why, and stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO

from pydantic import JsonValue

from fullmarks.errors import SubmissionError
from fullmarks.evaluation.completions import answered, text_of
from fullmarks.evaluation.files.dataset import Dataset
from fullmarks.evaluation.files.fields import DATASET, Asked, Fields, Line, fields_of, is_there, label, value_of
from fullmarks.evaluation.gold import Gold, gold_of
from fullmarks.records import frozen

LONGEST_LINE = 64_000_000
"""Bytes; a longer line is passed over."""
MOST_SAMPLES = 10_000
"""Outputs in one line."""


@frozen
class Row:
    """A line: the outputs of a model for one problem, and the keys."""

    number: int
    digest: str
    problem: str
    groups: tuple[str, ...]
    gold: Gold
    samples: tuple[str, ...]


@frozen
class BadRow:
    """A line that cannot be scored."""

    number: int
    digest: str
    why: str


def rows_of(file: BinaryIO, asked: Asked, dataset: Dataset | None = None) -> Iterator[Fields | Row | BadRow]:
    """Every line in order; before the first one that can be used, the fields that it was found to have.

    With a dataset the keys are there. Raises SubmissionError where the fields cannot be found.
    """
    fields: Fields | None = None
    for number, text in _lines(file):
        line = _object(text)
        if dataset is not None and not isinstance(line, str):
            line = dataset.joined(line)
        digest = _digest(text, line)
        if isinstance(line, str):
            yield BadRow(number, digest, line)
            continue
        if fields is None:
            fields = fields_of(line, asked)
            yield fields
        yield _row(number, digest, line, fields)


def lines_of(file: BinaryIO) -> tuple[Line, ...]:
    """The objects of a dataset's lines; others are passed over."""
    return tuple(line for _, text in _lines(file) if not isinstance(line := _object(text), str))


def _digest(text: bytes, line: Line | str) -> str:
    """Of all that decides what is checked."""
    key = json.dumps(line.get(DATASET)) if not isinstance(line, str) and DATASET in line else ""
    return sha256(text + key.encode()).hexdigest()[:16]


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
    groups = tuple(label(line, name) for name in fields.groups)
    problem = label(line, fields.problem) if fields.problem else f"line {number}"
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


def no_rows(path: str) -> SubmissionError:
    """For a file in which no line is an object."""
    return SubmissionError("no_rows", f"{path}: no line of this file is a JSON object.")
