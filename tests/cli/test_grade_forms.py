"""The forms in which ``fullmarks grade`` prints reports, and the two views of them."""

import csv
from io import StringIO

import pytest

from fullmarks.cli.results import read_results
from fullmarks.report.as_csv import COLUMNS


def test_markdown_for_one_and_for_many(fullmarks, homework):
    one = fullmarks("grade", "rubric.yaml", "ann.md", "--format", "markdown")
    both = fullmarks("grade", "rubric.yaml", "ann.md", "bob.md", "--format", "markdown")
    assert (both.status, both.err) == (0, "")
    assert both.out.startswith(one.out)
    assert [line for line in both.out.splitlines() if line.startswith("# ")] == ["# ann.md", "# bob.md"]


def test_one_page_for_many(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "bob.md", "--format", "html")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.count("<!DOCTYPE html>") == 1
    assert ended.out.endswith("</html>\n")
    assert ended.out.count("<article ") == 2
    assert "A small homework" in ended.out


def test_no_page_where_nothing_was_graded(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "nobody.md", "--format", "html")
    assert (ended.status, ended.out) == (4, "")
    assert ended.err.startswith("nobody.md: ")


def test_one_table_for_many(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "nobody.md", "bob.md", "--format", "csv")
    assert ended.status == 1
    found = [(row["submission"], row["item"], row["points"]) for row in csv.DictReader(StringIO(ended.out, newline=""))]
    assert found == [
        *(("ann.md", "1a.runtime", "2"), ("ann.md", "1b.size", "1"), ("ann.md", "1b.direction", "1")),
        *(("bob.md", "1a.runtime", "1"), ("bob.md", "1b.size", "0"), ("bob.md", "1b.direction", "1")),
    ]


def test_a_table_where_nothing_was_graded_has_its_head(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "nobody.md", "--format", "csv")
    assert next(csv.reader(StringIO(ended.out, newline=""))) == list(COLUMNS)


def test_the_lines_of_a_table_end_as_the_form_says(process, homework):
    ended = process("grade", "rubric.yaml", "ann.md", "--format", "csv")
    assert ended.out.count("\r\n") == ended.out.count("\n") == 4


def test_standard_input_has_a_name(fullmarks, homework):
    ended = fullmarks("grade", "rubric.yaml", "-", "--format", "markdown", stdin='{"answers": {"1b.size": 42}}')
    assert ended.out.splitlines()[0] == "# standard input"


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv"])
def test_a_students_view_shows_no_key(fullmarks, homework, form):
    whole = fullmarks("grade", "rubric.yaml", "bob.md", "--format", form)
    seen = fullmarks("grade", "rubric.yaml", "bob.md", "--format", form, "--view", "student", "-o", "kept.jsonl")
    assert seen.status == 0
    assert "Count both products." in seen.out
    assert "41 is not 42" not in seen.out
    assert '"values":["41","42"]' not in seen.out
    assert "Known mistake 1" not in seen.out
    assert seen.out != whole.out or form == "text"
    (kept,) = read_results(homework / "kept.jsonl").results
    assert kept.report.parts[0].attempts[0].items[0].staff_note == "Known mistake 1: c n."
