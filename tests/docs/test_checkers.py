"""Every checker, option and form is in the reference, and its examples are marked as they say."""

import re

import pytest

from fullmarks import check
from fullmarks.authoring.examples import try_examples
from fullmarks.checkers.forms.registry import FORMS
from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric.load import load_rubric_text
from tests.docs.pages import DOCS, rows, section

PAGE = DOCS / "reference" / "checkers.md"
HEAD = """\
rubric: page
symbols: {n m: positive integer, a b: positive, x y r: real}
parts:
  1:
    items:
"""


@pytest.mark.parametrize("kind", CHECKERS)
def test_every_option_of_a_checker_is_in_its_section(kind):
    options = {field.alias or name for name, field in CHECKERS[kind].options.model_fields.items()}
    assert {row[0] for row in rows(section(PAGE, f"## {kind}"))} == options


@pytest.mark.parametrize("kind", CHECKERS)
def test_the_examples_of_a_checker(kind):
    examples = "".join(re.findall(r"^```yaml\n(.*?)^```$", section(PAGE, f"## {kind}"), re.MULTILINE | re.DOTALL))
    rubric = load_rubric_text(HEAD + examples)
    assert {item.checker.kind for item in rubric.items()} == {kind}
    assert all(item.examples for item in rubric.items())
    assert {tried.example.answer: tried.surprises for tried in try_examples(rubric) if tried.surprises} == {}


@pytest.mark.parametrize("form, right, wrong", [(row[0], row[2], row[3]) for row in rows(section(PAGE, "## Forms"))])
def test_a_form(form, right, wrong):
    answer, _, key = right.replace("`", "").partition(" for the key ")
    assert check(key or answer, answer, form=form).verdict == "correct"
    assert check(key or answer, wrong, form=form).diagnosis.code == "wrong_form"


def test_every_form_is_in_the_table():
    assert [row[0] for row in rows(section(PAGE, "## Forms"))] == [str(form) for form in FORMS]
