"""The page on the rubric language is the one that the models make."""

import re

import pytest

from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric import schema
from fullmarks.rubric.field_names import field_names
from fullmarks.rubric.language_page import COMMAND, SECTIONS, language_page
from tests.docs.pages import DOCS, rows, section

PAGE = DOCS / "reference" / "rubric-language.md"
SHAPES = [one for one in vars(schema).values() if isinstance(one, type) and issubclass(one, schema.Shape)]


def test_the_page_is_written_by_the_command():
    """``fullmarks rubric schema --format markdown > docs/reference/rubric-language.md`` writes it anew."""
    assert PAGE.read_text("utf-8") == language_page()
    assert COMMAND in PAGE.read_text("utf-8")


def test_every_shape_has_a_section():
    assert set(SECTIONS) == set(SHAPES) - {schema.Shape}


@pytest.mark.parametrize("shape", SECTIONS)
def test_every_name_of_a_shape_is_explained(shape):
    told = {row[0]: row[-1] for row in rows(section(PAGE, f"## {SECTIONS[shape]}"))}
    assert told.keys() >= set(field_names(shape))
    assert all(told[name].endswith(".") or told[name].endswith("…") for name in field_names(shape))


@pytest.mark.parametrize("kind", CHECKERS)
def test_every_kind_leads_to_its_options(kind):
    assert f"[`{kind}`](checkers.md#{kind})" in section(PAGE, "## Item")


def test_every_link_within_the_page_leads_to_a_heading():
    text = PAGE.read_text("utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.*)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([a-z-]+)\)", text)) <= headings
