"""The body of a request, taken only if it is JSON and small enough to be a submission."""

from __future__ import annotations

from typing import BinaryIO

from flask import request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from fullmarks.find.json_text import LONGEST_BYTES

MOST_DISCARDED_BYTES = 64_000_000
CHUNK_BYTES = 1 << 16


def read_upload() -> bytes:
    """The body byte for byte.

    Raises ``RequestEntityTooLarge``, before reading where the length was said, ``UnsupportedMediaType``, and
    ``BadRequest`` for a body that ends too early or whose chunks are none.
    """
    if request.content_length is not None and request.content_length > LONGEST_BYTES:
        raise RequestEntityTooLarge
    if not request.is_json or request.headers.get("Content-Encoding", "identity") != "identity":
        raise UnsupportedMediaType
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
