"""Reports as a table: what stands in it, and that no spreadsheet runs what a student wrote."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.report.as_csv import COLUMNS, as_csv, header
from fullmarks.report.cells import LONGEST_CELL, cell
from fullmarks.report.named import NamedReport
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.model import AttemptPolicy
from tests.report.changed import with_texts
from tests.report.hostile import HOSTILE
from tests.report.made import made_report

LAST = AttemptPolicy()


def rows(report, name="ann.md", policy=LAST):
    return list(csv.DictReader(StringIO(header() + as_csv(NamedReport(name, report), policy), newline="")))


def test_one_row_an_item_with_the_result_that_counts(report):
    found = [
        (row["item"], row["verdict"], row["points"], row["attempt"], row["turn"], row["answer"]) for row in rows(report)
    ]
    assert found == [
        ("1a.runtime", "correct", "1", "2", "3", "2cd"),
        ("1a.why", "incorrect", "0", "1", "1", "[1, 2]"),
        ("1b.y", "unreadable", "0", "1", "5", "(("),
        ("2.why", "missing", "0", "1", "", ""),
    ]


def test_the_policy_says_what_counts(report):
    assert [row["attempt"] for row in rows(report, policy=AttemptPolicy("first"))] == ["1", "1", "1", "1"]


def test_all_of_a_row(report):
    (row,) = [row for row in rows(report, policy=AttemptPolicy("first")) if row["item"] == "1a.runtime"]
    assert row == {
        "submission": "ann.md",
        "item": "1a.runtime",
        "verdict": "partial",
        "points": "0.5",
        "max_points": "1",
        "pending_points": "0",
        "attempt": "1",
        "turn": "1",
        "part": "1a",
        "part_score": "1",
        "part_max_score": "2",
        "answer": "$c d$",
        "read_as": "c*d",
        "evidence": "exact",
        "diagnosis": "constant_factor",
        "feedback": "About 1a.runtime.",
        "staff_note": "Half of the key 2 c d.",
        "rubric": "demo",
        "rubric_version": "0123456789abcdef",
        "engine": "fullmarks 0.1.0",
        "submission_hash": "5e1f",
    }


def test_a_students_table_has_the_same_columns_and_no_note(report):
    found = rows(student_view(report), policy=AttemptPolicy("first"))
    assert {row["staff_note"] for row in found} == {""}
    assert tuple(found[0]) == COLUMNS


def test_the_form_is_that_of_rfc_4180(report):
    text = header() + as_csv(NamedReport('a "b", c\nd', report), LAST)
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 5
    assert '\r\n"a ""b"", c\nd","1a.runtime","correct",1,1,0,2,3,' in text


@pytest.mark.parametrize(
    "text, written",
    [
        pytest.param("x = 1", "x = 1", id="an equation"),
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("-3", "-3", id="a number is no formula"),
        pytest.param("+2.50", "+2.50", id="nor is one with a plus"),
        pytest.param("-x", "'-x", id="a minus"),
        pytest.param("-1+1", "'-1+1", id="a sum that begins with a number"),
        pytest.param("@x", "'@x", id="an at sign"),
        pytest.param("  =x", "'  =x", id="behind spaces"),
        pytest.param("\tx", "'\tx", id="a tab"),
        pytest.param("'x", "''x", id="an apostrophe, so that one can be taken away"),
        pytest.param("a\x00b", "a\\u{0}b", id="a control character"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_cell(text, written):
    assert cell(text) == written


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_like_a_formula(report, text):
    found = rows(with_texts(report, text), name=text)
    assert len(found) == 4
    for row in found:
        for value in row.values():
            assert re.match(r"\s*[=+\-@＝＋－＠\t\r\n]", value) is None or re.fullmatch(r"[+-]?[0-9.]+", value)
            assert len(value) <= LONGEST_CELL


@given(st.text())
def test_a_text_is_read_back_as_it_was_shown(text):
    (row, *_) = rows(with_texts(made_report(), text))
    assert row["answer"].removeprefix("'") == shown(text)
