"""Each row of the page on reading conventions, put through the reader or through ``check``."""

import pytest

from fullmarks import check
from fullmarks.expr.domains import REAL
from fullmarks.expr.plain import plain
from fullmarks.read.reader import other_readings, read
from fullmarks.read.vocabulary import Vocabulary
from tests.docs.pages import DOCS, rows

PAGE = DOCS / "explanation" / "reading-conventions.md"
READ, _, CHECKED = PAGE.read_text("utf-8").partition("## What answers what")


@pytest.mark.parametrize("row", [pytest.param(row, id=" ".join((row[0], *row[3:])).strip()) for row in rows(READ)])
def test_a_spelling_is_read_as_the_page_says(row):
    written, read_as, *more = row
    vocabulary = Vocabulary(symbols=dict.fromkeys(more[1].split() if len(more) > 1 else (), REAL))
    assert plain(read(written, vocabulary).tree) == read_as
    if more:
        assert ", ".join(plain(other.tree) for other in other_readings(written, vocabulary)) == more[0]


@pytest.mark.parametrize("key, answer, verdict", rows(CHECKED))
def test_what_answers_what(key, answer, verdict):
    assert check(key, answer).verdict == verdict
