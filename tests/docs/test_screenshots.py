"""The pictures of the pages: each is there, small, shown somewhere, and told in words to who cannot see it."""

import re

from tests.docs.pages import DOCS, README

PICTURES = sorted((DOCS / "screenshots").glob("*.png"))
LARGEST_BYTES = 200_000
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def shown():
    return [
        ((page.parent / path).resolve(), words)
        for page in [README, *DOCS.rglob("*.md")]
        for words, path in SHOWN.findall(page.read_text("utf-8"))
        if path.endswith(".png")
    ]


def test_every_picture_is_shown_and_every_one_that_is_shown_is_there():
    assert PICTURES
    assert {path for path, _ in shown()} == set(PICTURES)


def test_pictures_are_small():
    assert {path.name for path in PICTURES if path.stat().st_size > LARGEST_BYTES} == set()


def test_pictures_are_told_in_words():
    assert [path.name for path, words in shown() if len(words.split()) < 6] == []
