"""Keys as somebody lists them before there is a rubric: one a line, in a table, or as CSV.

    ## 1a Cost of one step
    - runtime: 2 c d_out^2 d_in (2 points)
    2g.direction: explode

Under a heading that names a part, or a table's, a name is an item; elsewhere it is a part, or part and item with a dot between them.
What is no key is noted, never silently passed over.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from fullmarks.authoring.key_rows import keys_in_a_row
from fullmarks.errors import Problem, RubricError
from fullmarks.records import frozen
from fullmarks.regex import regex
from fullmarks.rubric.amounts import quoted
from fullmarks.rubric.yaml_text import MAX_CHARACTERS

MOST_KEYS = 1_000
ONLY_ITEM = "answer"
"""The item of a part that is listed without one."""

_NAME = r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
_NAMES = regex(rf"[`*]*(?P<first>{_NAME}(?:\.{_NAME}){{0,3}}?)(?:\.(?P<second>{_NAME}))?(?![.]?[A-Za-z0-9_-])[`*]*")
_KEY = regex(rf"(?:(?:[-*+]|[0-9]{{1,3}}[.)])\s+)?(?P<names>{_NAMES.pattern})\s*:\s*(?P<key>\S.*)")
_HEADING = regex(r"#{1,6}\s+(?P<text>.*?)\s*#*")
_PART = regex(
    r"(?:(?:part|problem|question|exercise|task)\s+)?(?P<id>[0-9]{1,3}[A-Za-z]{0,3}|[A-Za-z])(?:[.:)]+|\s|$)\s*(?P<title>.*)",
    re.IGNORECASE,
)
_LIKE_A_PART = regex(r"[0-9]{1,3}[A-Za-z]{1,3}")
_POINTS = regex(r"\s*\((?P<points>[0-9]{1,6}(?:[./][0-9]{1,6})?)\s*(?:points?|pts?|p)\.?\)$", re.IGNORECASE)
_COLUMNS = {
    **dict.fromkeys(("item", "id", "name"), "item"),
    **dict.fromkeys(("key", "answer", "solution", "expected"), "key"),
    **dict.fromkeys(("points", "max points", "worth"), "points"),
    **dict.fromkeys(("title", "asks for", "question"), "title"),
    **dict.fromkeys(("kind", "checker"), "kind"),
}
_UNORDERED = ("item", "key", "points")
"""What the columns of CSV without a heading are."""


@frozen
class ListedKey:
    """One key as it is listed; ``points``, ``kind`` and ``title`` are empty where nothing is said."""

    part: str
    item: str
    key: str
    points: str
    kind: str
    title: str
    line: int

    @property
    def id(self) -> str:
        return f"{self.part}.{self.item}"


@frozen
class ListedKeys:
    """A whole list: its title, its keys, the titles of parts, and what in it is no key."""

    file: str
    title: str
    keys: tuple[ListedKey, ...]
    parts: Mapping[str, str]
    notes: tuple[Problem, ...]


def listed_keys(text: str, file: str, *, is_table: bool) -> ListedKeys:
    """The keys of a list in Markdown or plain text, or (``is_table``) in CSV; raises RubricError."""
    if len(text) > MAX_CHARACTERS:
        sentence = f"The file has {len(text):,} characters; a list of keys may have {MAX_CHARACTERS:,}."
        raise RubricError(file, (Problem(1, 1, sentence),))
    lister = _Lister()
    if is_table:
        lister.take_csv(text)
    else:
        lister.take_lines(text.splitlines())
    wrong = lister.wrong or (
        [] if lister.keys else [Problem(1, 1, "There is no key here. Write one a line: 1a.runtime: 2 c d")]
    )
    if wrong:
        raise RubricError(file, tuple(wrong))
    return ListedKeys(file, lister.title, tuple(lister.keys), lister.parts, tuple(lister.notes))


@dataclass(slots=True)
class _Lister:
    """Goes through the lines, and knows under which heading it is."""

    title: str = ""
    keys: list[ListedKey] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    part: str = ""
    columns: tuple[str, ...] = ()

    def take_lines(self, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines, 1):
            stripped = line.strip()
            if not stripped.startswith("|"):
                self.columns = ()
            if not stripped or stripped.startswith("<!--"):
                continue
            if stripped.startswith("|"):
                self._take_row(_cells(stripped), number)
            elif heading := _HEADING.fullmatch(stripped):
                self._take_heading(heading["text"])
            elif found := _KEY.fullmatch(stripped):
                self._add(found["names"], found["key"], {}, number)
            else:
                self.notes.append(Problem(number, 1, f"No key is in this line: {quoted(stripped)}"))

    def take_csv(self, text: str) -> None:
        """Columns by their heading; without one, the item, its key and its points. Or a row of keys, a column an item."""
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        rows: list[tuple[int, list[str]]] = []
        try:
            rows.extend((reader.line_num, row) for row in reader)
        except csv.Error as error:
            self.wrong.append(Problem(reader.line_num, 1, f"This is no CSV: {error}."))
        is_list = bool(rows) and self._is_head(rows[0][1])
        if in_a_row := None if is_list else keys_in_a_row([row for _, row in rows]):
            number, keys = in_a_row
            for one in keys:
                self._add(one.item, one.key, {"points": one.points}, rows[number - 1][0])
            return
        for line, row in rows:
            if not self.columns and not self._is_head(row):
                self.columns = _UNORDERED
            if any(cell.strip() for cell in row):
                self._take_row([cell.strip() for cell in row], line)

    def _take_heading(self, text: str) -> None:
        found = _PART.fullmatch(text)
        if found is None:
            self.part = ""
            self.title = self.title or text
            return
        self.part = found["id"]
        self.parts.setdefault(self.part, found["title"])

    def _take_row(self, cells: Sequence[str], number: int) -> None:
        if not self.columns:
            if self._is_head(cells):
                self.columns = tuple(_COLUMNS.get(cell.strip("`* ").casefold(), "") for cell in cells)
            else:
                self.notes.append(Problem(number, 1, "This table has no columns “item” and “key”."))
            return
        if set("".join(cells)) <= set("-: ") or self._is_head(cells):
            return
        row = {name: cell for name, cell in zip(self.columns, cells, strict=False) if name}
        if row.get("item") and row.get("key"):
            self._add(row["item"], row["key"], row, number)
        else:
            self.notes.append(Problem(number, 1, "No key is in this line: its item or its key is empty."))

    def _is_head(self, cells: Sequence[str]) -> bool:
        named = {_COLUMNS.get(cell.strip("`* ").casefold()) for cell in cells}
        return {"item", "key"} <= named

    def _add(self, names: str, key: str, row: Mapping[str, str], number: int) -> None:
        found = _NAMES.match(names)
        if found is None:
            self.wrong.append(
                Problem(number, 1, f"{quoted(names)} cannot be an item. Write part and item: 1a.runtime.")
            )
            return
        part, item = self._placed(found["first"], found["second"])
        worth = _POINTS.search(key)
        text = key[: worth.start()] if worth else key
        points = row.get("points", "") or (worth["points"] if worth else "")
        listed = ListedKey(part, item, _bare(text), points, row.get("kind", ""), row.get("title", ""), number)
        if any(one.id == listed.id for one in self.keys):
            self.wrong.append(Problem(number, 1, f"The item {listed.id} is listed twice. Keep one of them."))
        elif len(self.keys) >= MOST_KEYS:
            self.wrong.append(Problem(number, 1, f"More than {MOST_KEYS:,} keys are listed."))
        else:
            self.keys.append(listed)

    def _placed(self, first: str, second: str | None) -> tuple[str, str]:
        """Part and item; under a heading a lone name is an item, unless it is the name of a part: 3b."""
        if second is not None:
            return first, second
        return (first, ONLY_ITEM) if not self.part or _LIKE_A_PART.fullmatch(first) else (self.part, first)


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip("|"))]


def _bare(key: str) -> str:
    """A key without the ticks of code around it."""
    text = key.strip()
    return text.strip("`").strip() if text.startswith("`") and text.endswith("`") else text
