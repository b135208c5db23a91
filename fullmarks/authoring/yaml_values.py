"""Texts as YAML that reads back to the same texts, written as an author would: without quotes where none are needed."""

from __future__ import annotations

import re

from fullmarks.regex import regex

# Nothing that begins or ends a value in YAML, in braces neither; many signs mean something only in front.
_PLAIN = regex(r"[A-Za-z0-9(\\$][^#:{}\[\],\n\r\t]*(?<! )")
_NOTHING = frozenset({"null", "~"})


def value(text: str) -> str:
    """A text in one line, as a value or in a list; line ends and tabs become spaces."""
    line = re.sub(r"\s", " ", text)
    if _PLAIN.fullmatch(line) and line.lower() not in _NOTHING:
        return line
    return "'" + line.replace("'", "''") + "'"


def comment(text: str) -> str:
    """A text behind ``# ``, in one line."""
    return "# " + " ".join(text.split())
