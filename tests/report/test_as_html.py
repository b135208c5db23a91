"""Reports as a page: what it shows, to whom, and that nothing in it is anybody else's."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.outcome import Verdict
from fullmarks.report.as_html import as_html
from fullmarks.report.named import NamedReport
from fullmarks.report.page import LONGEST_ANSWER
from fullmarks.report.shown import shown
from fullmarks.report.student_view import student_view
from fullmarks.rubric.load import load_rubric_text
from tests.report.changed import with_texts
from tests.report.hostile import HOSTILE
from tests.report.made import made_report
from tests.report.pages import foreign, outline, parsed, texts

RUBRIC = load_rubric_text("""\
rubric: demo
title: A small homework
symbols: {c d: positive}
parts:
  1a: {title: Cost, items: {runtime: {symbolic: 2 c d}, why: {matrix: [[1, 3]]}}}
  1b: {items: {y: {symbolic: c}}}
  2: {title: Why, items: {why: {text: [{any of: [words]}]}}}
""")
STYLES = Path(as_html.__code__.co_filename).with_name("templates") / "report.css"


@pytest.fixture
def page(report):
    return parsed(as_html([NamedReport("ann.md", report)], RUBRIC))


def test_what_a_page_says(page):
    assert texts(page, "title") == ["A small homework: ann.md"]
    assert texts(page, "h1") == ["A small homework"]
    assert texts(page, "h2") == ["ann.md"]
    assert texts(page, "h3") == ["1a Cost", "1b ", "2 Why", "Not graded"]
    assert texts(page, "h4") == [
        *("Attempt 1, message 1", "Attempt 2, message 3, the one that counts"),
        *("? y: unreadable, 0 / 1", "– why: missing, 0 / 1"),
    ]
    assert texts(page, "h5") == [
        "◐ runtime: partial, 0.5 / 1",
        "✗ why: incorrect, 0 / 1",
        "✓ runtime: correct, 1 / 1",
    ]
    assert texts(page, "p")[0] == "1 of 4 points; 1 more may be given by a person"
    assert texts(page, "li") == ["message 7: Question 9 (no part has this name)"]


def test_the_facts_about_an_item(page):
    first = next(page.iter("dl"))
    facts = list(zip(texts(first, "dt"), texts(first, "dd"), strict=True))
    assert facts == [
        ("answer", "$c d$"),
        ("read as", "c\u2062d c*d"),
        ("evidence", "different by exact arithmetic at c = 1, d = 2 (2 is not 4)"),
        ("feedback", "About 1a.runtime."),
        ("for staff", "Half of the key 2 c d."),
    ]


def test_a_students_page_holds_nothing_for_staff(report):
    page = as_html([NamedReport("ann.md", student_view(report))], RUBRIC)
    for word in ("for staff", "Half of the key", "By its coefficients", "is not 4"):
        assert word not in page
    assert "About 1a.runtime." in page


def test_many_submissions_on_one_page_with_a_table_of_them(report):
    page = parsed(as_html([NamedReport("ann.md", report), NamedReport("bob.md", report)], RUBRIC))
    overview = next(page.iter("nav"))
    assert texts(overview, "caption") == ["2 submissions"]
    rows = [texts(row, "th") + texts(row, "td") for row in next(overview.iter("tbody"))]
    assert rows == [["ann.md", "1", "4", "1"], ["bob.md", "1", "4", "1"]]
    assert texts(page, "title") == ["A small homework"]
    assert texts(page, "h2") == ["ann.md", "bob.md"]


def test_a_reading_that_the_rubric_does_not_know_is_shown_as_text(report):
    other = load_rubric_text("rubric: demo\nparts: {1: {items: {a: {numeric: 1}}}}\n")
    page = parsed(as_html([NamedReport("ann.md", report)], other))
    assert list(page.iter("math")) == []
    assert "c*d" in texts(page, "code")


def test_a_rubric_without_a_title_is_called_by_its_id(report):
    page = parsed(as_html([NamedReport("ann.md", report)], replace(RUBRIC, title="")))
    assert texts(page, "h1") == ["demo"]


# for everybody


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_of_one_its_scope(report):
    page = parsed(as_html([NamedReport("ann.md", report)] * 2, RUBRIC))
    assert all(table[0].tag == "caption" for table in page.iter("table"))
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "row"}


def test_the_language_is_named_and_every_anchor_is_there_once(report):
    page = parsed(as_html([NamedReport("ann.md", report)] * 2, RUBRIC))
    assert page.get("lang") == "en"
    anchors = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert set(anchors.values()) == {1}
    wanted = {element.get("href", "").removeprefix("#") for element in page.iter("a")}
    wanted |= {element.get("aria-labelledby") for element in page.iter() if element.get("aria-labelledby")}
    assert wanted <= anchors.keys()


def colors():
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", STYLES.read_text("utf-8")))


def luminance(color):
    """Source: WCAG 2.2, “relative luminance”."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", sorted(colors().keys() - {"paper", "line", "code"}))
@pytest.mark.parametrize("ground", ["paper", "code"])
def test_every_color_of_a_text_stands_out(color, ground):
    one, other = sorted((luminance(colors()[color]), luminance(colors()[ground])), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_its_color(verdict):
    assert re.search(rf"\.{verdict}\b[^{{]*{{ color: var\(--[a-z]+\); }}", STYLES.read_text("utf-8"))


# for nobody


def test_a_page_loads_nothing_and_runs_nothing(report):
    page = as_html([NamedReport("ann.md", report)], RUBRIC)
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|@import|url\(|src=|https?:", page)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_handed_in_is_only_shown(report, text):
    calm = parsed(as_html([NamedReport("x", with_texts(report, "x"))], RUBRIC))
    page = parsed(as_html([NamedReport(text, with_texts(report, text))], RUBRIC))
    assert list(foreign(page)) == []
    assert outline(page) == outline(calm)
    answer = shown(text) if len(shown(text)) <= LONGEST_ANSWER else f"{shown(text)[: LONGEST_ANSWER - 1]}…"
    assert answer in texts(page, "code")
    assert shown(text).strip() in [name.strip() for name in texts(page, "h2")]


@given(st.text())
def test_any_text_leaves_the_page_as_it_is(text):
    page = parsed(as_html([NamedReport(text, with_texts(made_report(), text))], RUBRIC))
    assert list(foreign(page)) == []
    assert shown(text) in texts(page, "code") or len(text) > LONGEST_ANSWER
