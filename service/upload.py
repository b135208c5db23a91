"""The body of a request, taken only if it is declared as what is wanted and not too long."""

from __future__ import annotations

from typing import BinaryIO

from flask import request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES
from service.refused import RefusedError

YAML = ("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml")
MOST_DISCARDED_BYTES = 64_000_000
CHUNK_BYTES = 1 << 16


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
    try:
        return _read().decode("utf-8-sig")
    except UnicodeDecodeError as mistake:
        raise SubmissionError(
            "not_text", f"The body is not text in UTF-8: byte {mistake.start} cannot be read."
        ) from None


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


def discard_upload(stream: BinaryIO) -> None:
    """Read what a client still sends after its answer: many read no answer before, and would only see a broken pipe."""
    discarded = 0
    while discarded < MOST_DISCARDED_BYTES and (chunk := stream.read(CHUNK_BYTES)):
        discarded += len(chunk)
