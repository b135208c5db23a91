"""``fullmarks rubric schema``: the JSON Schema on standard output, and nothing else there."""

from fullmarks.rubric.json_schema import as_text, rubric_schema
from fullmarks.rubric.language_page import language_page


def test_the_schema(fullmarks):
    ended = fullmarks("rubric", "schema")
    assert (ended.status, ended.out, ended.err) == (0, as_text(rubric_schema()), "")


def test_the_page(fullmarks):
    ended = fullmarks("rubric", "schema", "--format", "markdown")
    assert (ended.status, ended.out, ended.err) == (0, language_page(), "")
