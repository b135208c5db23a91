"""The examples of the page on writing rubrics are rubrics."""

import re
from pathlib import Path

import pytest

from fullmarks.authoring.examples import try_examples
from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric.field_names import field_names
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.schema import ItemShape, PartShape, RubricShape

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "write-a-rubric.md").read_text("utf-8")
BEGIN, ENERGY, KINDS, FOLLOWING, SYMBOLS, *POLICIES, ARRAYS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
BARE_HEAD = "rubric: page\nparts:\n  1a:\n    items:\n"
HEAD = "rubric: page\nsymbols: {n: integer, x: real}\nparts:\n  1a:\n    items:\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BEGIN, id="a whole rubric"),
        pytest.param(HEAD + ENERGY, id="an item with all that students do"),
        pytest.param(HEAD + KINDS, id="other kinds"),
        pytest.param(BARE_HEAD + ARRAYS, id="arrays"),
        pytest.param(f"rubric: page\n{FOLLOWING}", id="follow-through"),
        *(pytest.param(policy + HEAD + KINDS, id=policy.partition(":")[0]) for policy in POLICIES),
        pytest.param(f"rubric: page\n{SYMBOLS}parts:\n  1a:\n    items:\n      x: {{symbolic: y(n)}}\n", id="symbols"),
    ],
)
def test_an_example_loads(text: str):
    assert load_rubric_text(text).items()


@pytest.mark.parametrize(
    "name",
    dict.fromkeys([*field_names(ItemShape), *field_names(PartShape), *field_names(RubricShape), *CHECKERS]),
)
def test_a_name_of_the_language_is_on_the_page(name: str):
    assert re.search(rf"`{re.escape(name)}[`:]", PAGE)


@pytest.mark.parametrize(
    "text, examples",
    [
        pytest.param(BARE_HEAD + ARRAYS, 3, id="arrays"),
        pytest.param(f"rubric: page\n{FOLLOWING}", 3, id="follow-through"),
    ],
)
def test_answers_are_marked_as_the_page_says(text: str, examples: int):
    tried = list(try_examples(load_rubric_text(text)))
    assert {one.example.answer: one.surprises for one in tried} == {one.example.answer: () for one in tried}
    assert len(tried) == examples
