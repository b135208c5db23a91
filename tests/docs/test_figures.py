"""The table of figures on the page about checkers is what the program does."""

import re

import pytest

from fullmarks import check
from tests.docs.pages import DOCS

PAGE = (DOCS / "reference" / "checkers.md").read_text("utf-8")
TABLE = re.search(r"^## Figures$.*?(^\|.*?)^$", PAGE, re.MULTILINE | re.DOTALL)[1]
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines()[2:]]
RULES = [
    {"significant_figures": 3, "figures": "strict"},
    {"significant_figures": 3, "figures": "liberal"},
    {"decimal_places": 2, "figures": "strict"},
    {"decimal_places": 2, "figures": "liberal"},
]


def test_the_table_is_found():
    assert len(ROWS) > 10


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ROWS])
def test_a_row(row: list[str]):
    written = row[0].strip("`")
    verdicts = [check(written, written, **rule).verdict.value for rule in RULES]
    assert ["yes" if verdict == "correct" else "no" for verdict in verdicts] == row[3:]


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ROWS])
def test_the_counts_of_a_row(row: list[str]):
    written, figures = row[0].strip("`"), row[1]
    least, most = ([int(number) for number in re.findall(r"\d+", figures)] * 2)[:2] if figures != "none" else (0, 5)
    assert taken(written, "strict") == ([least] if least == most else [])
    assert taken(written, "liberal") == list(range(1, most + 1))


def taken(written: str, rule: str) -> list[int]:
    """So many significant figures may be asked for."""
    return [
        number
        for number in range(1, 6)
        if check(written, written, significant_figures=number, figures=rule).verdict == "correct"
    ]
