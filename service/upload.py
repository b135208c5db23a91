"""The body of a request, taken only if it is JSON and small enough to be a submission."""

from __future__ import annotations

from typing import BinaryIO

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from fullmarks.find.json_text import LONGEST_BYTES

MOST_DISCARDED_BYTES = 64_000_000
CHUNK_BYTES = 1 << 16


def read_upload() -> bytes:
    """The body byte for byte.

    Raises ``RequestEntityTooLarge``, before reading where the length was said, and ``UnsupportedMediaType``.
    """
    if request.content_length is not None and request.content_length > LONGEST_BYTES:
        raise RequestEntityTooLarge
    if not request.is_json or request.headers.get("Content-Encoding", "identity") != "identity":
        raise UnsupportedMediaType
    body = request.stream.read(LONGEST_BYTES + 1)
    if len(body) > LONGEST_BYTES:
        raise RequestEntityTooLarge
    return body


def discard_upload(stream: BinaryIO) -> None:
    """Read what a client still sends after its answer: many read no answer before, and would only see a broken pipe."""
    discarded = 0
    while discarded < MOST_DISCARDED_BYTES and (chunk := stream.read(CHUNK_BYTES)):
        discarded += len(chunk)
