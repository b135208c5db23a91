"""The body of a request, taken only if it is declared as what is wanted, and not too long: JSON, YAML, or many rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecoder
from typing import BinaryIO

from flask import request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES, read_json
from service.operation import LINES
from service.refused import RefusedError
from workers.handed_in import text_of

YAML = ("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml")
MOST_DISCARDED_BYTES = 64_000_000
CHUNK_BYTES = 1 << 16
BETWEEN_ENTRIES = " \t\r\n,"


def read_upload() -> bytes:
    """A body of JSON, byte for byte.

    Raises ``UnsupportedMediaType`` for one that is not declared so, and what ``_read`` raises.
    """
    _refuse_long()
    if not request.is_json or _is_compressed():
        raise UnsupportedMediaType
    return _read()


def read_yaml() -> str:
    """A body of YAML.

    Raises ``RefusedError`` (``not_yaml``) for one that is not declared so, ``SubmissionError`` (``not_text``) for one that is
    not UTF-8, and what ``_read`` raises.
    """
    _refuse_long()
    if request.mimetype not in YAML or _is_compressed():
        raise RefusedError("not_yaml", f"Send a rubric as uncompressed YAML, with the header Content-Type: {YAML[0]}.")
    return text_of(_read())


def _refuse_long() -> None:
    """Before reading, where the length was said."""
    if request.content_length is not None and request.content_length > LONGEST_BYTES:
        raise RequestEntityTooLarge


def _is_compressed() -> bool:
    return request.headers.get("Content-Encoding", "identity") != "identity"


def _read() -> bytes:
    """Raises ``RequestEntityTooLarge``, and ``BadRequest`` for a body that ends too early or whose chunks are none."""
    try:
        body = request.stream.read(LONGEST_BYTES + 1)
    except (OSError, ParseException) as error:
        raise BadRequest from error
    if len(body) > LONGEST_BYTES:
        raise RequestEntityTooLarge
    return body


MOST_ROWS = 1_000
"""Of a JSON list; NDJSON, which is read line by line, may have any number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an upload, counted from 1: its bytes, or why it cannot be taken."""

    number: int
    content: bytes | SubmissionError


def read_rows() -> Iterator[Row]:
    """The rows of a body: the lines of NDJSON, those without anything left out, or the entries of a JSON list.

    Raises what ``read_upload`` raises, and ``SubmissionError`` for a list that is none.
    """
    if request.mimetype == LINES and request.headers.get("Content-Encoding", "identity") == "identity":
        return _lines()
    return _entries(read_upload())


def _lines() -> Iterator[Row]:
    number = 0
    try:
        while line := request.stream.readline(LONGEST_BYTES + 1):
            number += 1
            if len(line) > LONGEST_BYTES and not line.endswith(b"\n"):
                _skip_line()
                yield Row(number, SubmissionError("too_large", f"A line may have {LONGEST_BYTES:,} bytes."))
            elif not line.isspace():
                yield Row(number, line.rstrip(b"\r\n"))
    except (OSError, ParseException) as error:
        raise BadRequest from error


def _skip_line() -> None:
    while (rest := request.stream.readline(CHUNK_BYTES)) and not rest.endswith(b"\n"):
        pass


def _entries(body: bytes) -> Iterator[Row]:
    """The entries' own bytes, since a submission is kept as it came."""
    text = text_of(body)
    entries = read_json(text)
    if not isinstance(entries, list):
        raise SubmissionError("wrong_type", "The body must be a list of submissions, or NDJSON with one a line.")
    if len(entries) > MOST_ROWS:
        raise RequestEntityTooLarge
    decoder = JSONDecoder()
    end = text.index("[") + 1
    for number in range(1, len(entries) + 1):
        while text[end] in BETWEEN_ENTRIES:
            end += 1
        begin = end
        _, end = decoder.raw_decode(text, begin)
        yield Row(number, text[begin:end].encode())


def discard_upload(stream: BinaryIO) -> None:
    """Read what a client still sends after its answer: many read no answer before, and would only see a broken pipe."""
    discarded = 0
    while discarded < MOST_DISCARDED_BYTES and (chunk := stream.read(CHUNK_BYTES)):
        discarded += len(chunk)
