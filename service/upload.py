"""The body of a request, taken only if it is JSON and small enough to be a submission."""

from __future__ import annotations

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from fullmarks.find.json_text import LONGEST_BYTES


def read_upload() -> bytes:
    """The body byte for byte.

    Raises ``RequestEntityTooLarge`` before reading, or at the first byte too many where the length was not said, and
    ``UnsupportedMediaType``.
    """
    if request.content_length is not None and request.content_length > LONGEST_BYTES:
        raise RequestEntityTooLarge
    if not request.is_json or request.headers.get("Content-Encoding", "identity") != "identity":
        raise UnsupportedMediaType
    request.max_content_length = LONGEST_BYTES
    return request.get_data(cache=False)
