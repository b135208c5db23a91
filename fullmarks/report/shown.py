"""Text from outside, made safe to show in a terminal."""

from __future__ import annotations

from fullmarks.regex import regex

# Escape sequences, and marks that turn the writing direction, could make a line look like another one. The last two are no
# characters at all.
UNSEEN = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


def shown(text: str) -> str:
    """The text with every character that a terminal would obey, or hide, written as its code point."""
    return UNSEEN.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", text.replace("\r\n", "\n"))
