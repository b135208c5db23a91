"""Text that every encoding can write."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from fullmarks.regex import regex

HALF_CHARACTER = regex("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with lone surrogates (half a character, which JSON can say but UTF-8 cannot) replaced; its length stays."""
    return text if text.isascii() else HALF_CHARACTER.sub("\ufffd", text)


EncodableText = Annotated[str, AfterValidator(encodable)]
"""A text of a report, whatever came in."""
