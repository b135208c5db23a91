"""A table's asked column as a tree: a matrix of two columns, the names of the rows and their entries.

A row is called by its own name, whichever of its names the text uses; rows that have none are left out. A list without any names,
``100, 0, 910``, has empty ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.errors import ReadError, Span
from fullmarks.expr.nodes import Matrix, Node, Text
from fullmarks.limits import DEFAULT, Limits
from fullmarks.read.clean import clean
from fullmarks.read.reading import Reading
from fullmarks.read.tables.cells import cell_tree
from fullmarks.read.tables.columns import column_of
from fullmarks.read.tables.names import TableNames
from fullmarks.read.tables.rows import rows_of
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_BREAK = regex(r"[;\n]|,(?!\d{3}(?!\d))|\\\\|&|\band\b")


def read_table(
    text: str, names: TableNames, vocabulary: Vocabulary, limits: Limits = DEFAULT, *, shapes: bool
) -> Reading:
    """The asked column of a table in any layout; raises ReadError where there is none."""
    clean(text, limits)
    rows = [row for row in rows_of(text, names) if names.row_called(row.title) is not None]
    if not rows:
        listed = [("", cell_tree(item, vocabulary, limits)) for item in _items(text)]
        return _reading(listed, text, limits, "No row of the table was found.")
    column = column_of(rows, names, shapes=shapes)
    if column is None:
        wanted = " or ".join(f"“{name}”" for name in names.columns[:2]) or "of the kind that is asked for"
        raise ReadError("no_column", f"No column {wanted} was found in the table.", text, Span(0, len(text)))
    found = [
        (names.row_called(row.title) or "", Text("") if cell is None else cell_tree(cell.text, vocabulary, limits))
        for row, cell in column.cells
    ]
    return _reading(found, text, limits, "")


def _reading(rows: list[tuple[str, Node]], text: str, limits: Limits, nothing: str) -> Reading:
    if not rows or all(isinstance(entry, Text) for _, entry in rows):
        raise ReadError("no_rows", nothing or "No entry of the table can be read.", text, Span(0, len(text)))
    if len(rows) > limits.matrix_side:
        sentence = f"The table has more than {limits.matrix_side} rows."
        raise ReadError("too_large", sentence, text, Span(0, len(text)))
    return Reading(Matrix(tuple((Text(title), entry) for title, entry in rows)), text)


def _items(text: str) -> Iterator[str]:
    """The items of a list without titles."""
    said = text.strip(" $\n")
    if said[:1] in _BRACKETS and said[-1:] == _BRACKETS[said[0]] and _closes_last(said):
        said = said[1:-1]
    depth, start = 0, 0
    breaks = {found.start(): found.end() for found in _BREAK.finditer(said)}
    for place, letter in enumerate(said):
        depth = max(0, depth + (letter in "([{") - (letter in ")]}"))
        if place in breaks and depth == 0 and place >= start:
            yield said[start:place]
            start = breaks[place]
    if said[start:].strip():
        yield said[start:]


def _closes_last(said: str) -> bool:
    """Whether the bracket that a text begins with is closed at its end."""
    depth = 0
    for place, letter in enumerate(said):
        depth += (letter in "([{") - (letter in ")]}")
        if depth == 0:
            return place == len(said) - 1
    return False
