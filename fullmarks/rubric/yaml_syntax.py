"""Mistakes of YAML's syntax: from libyaml's terse words to a sentence for the author, at its place."""

from __future__ import annotations

from typing import Protocol

from yaml.error import MarkedYAMLError, YAMLError

from fullmarks.errors import Problem
from fullmarks.rubric.written import Place

_TOP = Place(1, 1)


class Mark(Protocol):
    """A place as libyaml tells it: its characters, lines and columns count from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


_IN_QUOTES = "No value can begin with this character. Put the value in quotes."
_TAB = "A tab stands where spaces are expected. Indent with spaces."
_UNFIT = "This line does not fit the lines around it. Check its indentation, and quotes and brackets before it."
_PERCENT = "A line that begins with “%” is no value. Put the value in quotes."
_ESCAPE = "This backslash means nothing between double quotes. Use single quotes, which leave backslashes alone."

# What libyaml says, and what that means for a person; the first that fits.
_SYNTAX = (
    ("mapping values are not allowed", "A second “: ” stands in this value. Put the whole value in quotes."),
    ("could not find expected ':'", "A name with its “:” is expected here."),
    ("found a tab character", _TAB),
    ("that cannot start any token", _IN_QUOTES),
    ("unexpected end of stream", "A quote that was opened is never closed."),
    ("unexpected document indicator", "A quote that was opened is never closed."),
    ("expected ',' or ']'", "“,” or “]” is expected here: a bracket “[” is still open."),
    ("expected ',' or '}'", "“,” or “}” is expected here: a brace “{” is still open."),
    ("expected node content", "The file ends, or a value is missing, where one is expected."),
    ("expected <document start>", _UNFIT),
    ("mapping keys are not allowed", "No value can begin with “? ”. Put the value in quotes."),
    (
        "expected comment or line break",
        "Behind “|” or “>” the text begins on the next line. Else put the value in quotes.",
    ),
    ("expected alphabetic or numeric character", _IN_QUOTES),
    ("expected whitespace or line break", _IN_QUOTES),
    ("directive name", _PERCENT),
    ("unexpected non-alphabetical character", _PERCENT),
    ("found unexpected ':'", "A “:” ends this value. Put the whole value in quotes."),
    ("expected key", _UNFIT),
    ("expected '-' indicator", _UNFIT),
    ("sequence entries are not allowed", "A list with “-” cannot begin here. Begin it on a line of its own."),
    ("incompatible YAML document", "Only YAML 1.1 and 1.2 can be read. Remove the %YAML line."),
    ("undefined tag handle", "Tags (“!…”) are not allowed. Write the value alone."),
    ("unknown escape character", _ESCAPE),
    ("expected hexdecimal number", _ESCAPE),
    ("character escape code", _ESCAPE),
)


def place_of(mark: Mark | None) -> Place:
    """The same place as people count; the top where none is told."""
    return Place(mark.line + 1, mark.column + 1) if mark else _TOP


def syntax_problem(error: YAMLError, text: str) -> Problem:
    """What is wrong with a text that libyaml refused."""
    said = str(getattr(error, "problem", None) or "")
    mark = _mark(error, said) if isinstance(error, MarkedYAMLError) else None
    place = place_of(mark)
    if mark and "cannot start any token" in said and text[mark.index : mark.index + 1] == "\t":
        return Problem(place.line, place.column, _TAB)
    for words, sentence in _SYNTAX:
        if words in said:
            return Problem(place.line, place.column, sentence)
    return Problem(place.line, place.column, f"This is not YAML: {said or 'it cannot be read'}.")


def _mark(error: MarkedYAMLError, said: str) -> Mark | None:
    """Where the mistake is; of a quote that is never closed, where it was opened."""
    opened, failed = error.context_mark, error.problem_mark
    never_closed = "unexpected end of stream" in said or "unexpected document indicator" in said
    return opened if never_closed and opened else failed or opened
