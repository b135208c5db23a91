"""Every link of the documentation leads somewhere, every path that it names is there, and every page can be reached."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, README

ROOT = README.parent
PAGES = sorted([README, ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^()\s]+)\)")
ROOMS = ("fullmarks", "service", "workers", "store", "docs", "tests", "rubrics", "benchmarks", "demo")
NAMED = re.compile(rf"`((?:{'|'.join(ROOMS)})/[\w./-]*)`")
# A folder that a run of the benchmarks makes.
MADE = {"benchmarks/results/"}


def prose(page):
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(page):
    return [link for link in LINK.findall(prose(page)) if not link.startswith(("http:", "https:", "mailto:"))]


def anchors(page):
    """The anchors of a page's headings, as they are made on the web."""
    headings = re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(page, link):
    """Why a link leads nowhere; empty if it leads somewhere."""
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return "no such file"
    return "no such heading" if anchor and anchor not in anchors(target) else ""


def name(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page):
    assert {link: why for link in links(page) if (why := broken(page, link))} == {}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_that_is_named_is_there(page):
    named = set(NAMED.findall(prose(page))) - MADE
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_every_page_can_be_reached_from_the_readme():
    reached: set[Path] = set()
    todo = [README]
    while todo:
        page = todo.pop()
        if page not in reached:
            reached.add(page)
            found = [(page.parent / link.partition("#")[0]).resolve() for link in links(page)]
            todo += [target for target in found if target.suffix == ".md" and target.exists()]
    assert set(PAGES) - reached == set()


@pytest.mark.parametrize(
    "link, why",
    [
        pytest.param("docs/glossary.md", "", id="a page"),
        pytest.param("docs/nothing.md", "no such file", id="no page"),
        pytest.param("docs/glossary.md#how-it-runs", "", id="a heading"),
        pytest.param("docs/glossary.md#how-it-walks", "no such heading", id="no heading"),
    ],
)
def test_a_broken_link_is_found(link, why):
    assert broken(README, link) == why
