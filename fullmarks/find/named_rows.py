r"""Rows of one display that each begin with a part's name, written out as lines: ``\text{4(c)}&: 1 + L(K - 1) \\``.

A reply may put all of its answers into one box at its end. Only a display in which two rows or more begin so is taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_ENVIRONMENT = r"(?:aligned|align\*?|gathered|gather\*?|split|array)"
NAMED_ROW = regex(rf"\\begin\{{{_ENVIRONMENT}\}}")
_DISPLAY = regex(
    rf"(?P<open>(?:\$\$|\\\[)?\s{{0,9}}(?:\\boxed\s{{0,9}}\{{\s{{0,9}})?)\\begin\{{(?P<name>{_ENVIRONMENT})\}}(?:\{{[lcr|]{{1,8}}\}})?"
    r"(?P<rows>(?:(?!\\begin\{" + _ENVIRONMENT + r"\})[\s\S]){1,8000}?)"
    r"\\end\{(?P=name)\}(?P<close>\s{0,9}\}?\s{0,9}(?:\$\$|\\\])?)"
)
_ROW_END = regex(r"\\\\(?:\[[^\]\n]{0,12}\])?")
_DEEPER = regex(r"\\(?P<which>begin|end)\{")
_PART = r"(?:(?:problem|question|exercise|part|q)\.?~?\s*)?(?:\d{1,2}\s?[.]?\s?(?:\(?[a-h]\)?)?|\([a-h]\)|[a-h]\))"
_ROW = regex(
    rf"\s*\\(?:text|textbf|mathrm|mathbf)\s*\{{\s*(?P<name>{_PART})(?P<label>(?:[ ,:-][^{{}}\n]{{0,40}})?)\}}"
    r"\s*&?\s*(?::|\\quad|=(?=\s*&)|\\colon|\\to)?\s*&?\s*(?::\s*)?",
    re.IGNORECASE,
)
_FEWEST = 2


def named_rows_written_out(text: str) -> Iterator[Replacement]:
    """The replacements, display by display."""
    for display in _DISPLAY.finditer(text):
        rows = list(_rows(text, display.start("rows"), display.end("rows")))
        named = [_ROW.match(text, start, end) for start, end in rows]
        if len(rows) < _FEWEST or not all(named):
            continue
        yield Replacement(display.start(), rows[0][0], "\n\n")
        for (_, end), row, following in zip(rows, named, [*rows[1:], None], strict=True):
            if row is None:
                break
            label = f" {row['label'].strip(' :,-')}:" if row["label"].strip(" :,-") else ""
            yield Replacement(row.start(), row.end(), f"**{row['name'].strip()}**{label} $")
            yield Replacement(end, following[0] if following else display.end(), "$\n\n")


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The rows between two places, those of inner environments left whole."""
    depth, row = 0, start
    for token in re.finditer(rf"{_DEEPER.pattern}|{_ROW_END.pattern}", text[start:end]):
        if token["which"]:
            depth += 1 if token["which"] == "begin" else -1
        elif depth == 0:
            yield _trimmed(text, row, start + token.start())
            row = start + token.end()
    if text[row:end].strip():
        yield _trimmed(text, row, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    return start + len(said) - len(said.lstrip()), end - (len(said) - len(said.rstrip()))
