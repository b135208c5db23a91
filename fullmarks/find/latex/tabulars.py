r"""LaTeX's tables of answers, a row a question, with the bars that Markdown writes: all that knows rows knows them then.

Only a table whose first column is headed “Question” or the like is one; in any other the rows may be what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

TABULAR = regex(r"\\begin\s*\{(?P<name>tabularx?|tabulary|longtable|tabbing|longtblr|tblr)\*?\}")
_COLUMNS = regex(r"(?:[ \t]*\[[^\[\]\n]{0,20}\])?(?:[ \t]*\{(?:[^{}]|\{[^{}]*\}){0,200}\}){1,2}")
_RULES = r"(?:\s*\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|cline\{[^{}]*\}))*"
_HEADED = regex(
    rf"{_RULES}\s*(?:\\textbf\{{)?(?:#|\\\#|part|problem|question|exercise|task|aufgabe|no\b|nr\b|q\b)[^&\n]{{0,20}}&",
    re.IGNORECASE,
)
_CUT = regex(rf"(?P<row>\\\\(?:\[[^\[\]\n]*\])?{_RULES}\s*)|(?P<rule>{_RULES.replace(')*', ')+')}\s*)|(?<!\\)&")
_LONGEST = 20_000


def tabulars_written_out(text: str) -> Iterator[Replacement]:
    """The replacements, table by table."""
    for begin in TABULAR.finditer(text):
        columns = _COLUMNS.match(text, begin.end())
        start = columns.end() if columns is not None else begin.end()
        ending = f"\\end{{{begin['name']}}}"
        end = text.find(ending, start, start + _LONGEST)
        if end >= 0 and _HEADED.match(text, start, end):
            yield from _rows(text, begin.start(), start, end, end + len(ending))


def _rows(text: str, begin: int, start: int, end: int, after: int) -> Iterator[Replacement]:
    head = text.find("\\\\", start, end)
    cells = text.count("&", start, head) + 1 if head >= 0 else 1
    cuts = [cut for cut in _CUT.finditer(text, start, end) if cut.end() > cut.start()]
    lead = cuts[0] if cuts and cuts[0]["rule"] and not text[start : cuts[0].start()].strip() else None
    yield Replacement(begin, lead.end() if lead else start, "\n\n| ")
    is_head = True
    for cut in cuts:
        if cut is lead:
            continue
        if not cut["row"]:
            yield Replacement(cut.start(), cut.end(), " " if cut["rule"] else " | ")
        elif cut.end() < end:
            yield Replacement(cut.start(), cut.end(), f" |\n{'|---' * cells}|\n| " if is_head else " |\n| ")
            is_head = False
    last = cuts[-1].start() if cuts and cuts[-1].end() == end else end
    yield Replacement(last, after, " |\n\n")
