"""The JSON Schema that editors use: the committed one is the models' own, and agrees with the loader."""

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric.item_checker import ITEM_NAMES, asked_by, key_names, option_names
from fullmarks.rubric.json_schema import as_text, rubric_schema
from fullmarks.rubric.written import Written, WrittenList, WrittenMapping, WrittenText
from fullmarks.rubric.yaml_text import read_yaml

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "rubrics" / "schema" / "rubric.schema.json"
RUBRICS = [*sorted((ROOT / "rubrics").glob("*.yaml")), Path(__file__).parent / "whole.yaml"]
FIRST_LINE = "# yaml-language-server: $schema=schema/rubric.schema.json"


def as_an_editor_sees(text: str) -> object:
    """A rubric with YAML's own types of values; names stay the texts that they are."""

    def typed(value: Written) -> object:
        match value:
            case WrittenMapping(entries):
                return {entry.name.text: typed(entry.value) for entry in entries}
            case WrittenList(values):
                return [typed(one) for one in values]
            case WrittenText(text, mark=""):
                return YAML(typ="safe").load(text)
            case _:
                return value.text

    return typed(read_yaml(text, "<text>"))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(COMMITTED.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_committed_schema_is_that_of_the_models():
    """``fullmarks rubric schema > rubrics/schema/rubric.schema.json`` writes it anew."""
    assert COMMITTED.read_text("utf-8") == as_text(rubric_schema())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in RUBRICS])
def test_a_rubric_that_loads_is_valid(path: Path, validator: jsonschema.Draft202012Validator):
    seen = as_an_editor_sees(path.read_text("utf-8"))
    assert [error.json_path for error in validator.iter_errors(seen)] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in RUBRICS[:-1]])
def test_a_rubric_names_the_schema_in_its_first_line(path: Path):
    assert path.read_text("utf-8").split("\n")[0] == FIRST_LINE


@pytest.mark.parametrize(
    "written, instead, places",
    [
        pytest.param("counts: last", "counts: latest", {"$.attempts.counts"}, id="choice"),
        pytest.param("points: 2", "pionts: 2", {"$.parts['1a'].items.runtime"}, id="misspelt name"),
        pytest.param("points: 2", "points: -2", {"$.parts['1a'].items.runtime.points"}, id="negative points"),
        pytest.param("points: 2", "optional: maybe", {"$.parts['1a'].items.runtime.optional"}, id="neither yes nor no"),
        pytest.param(
            "verdict: correct", "verdict: right", {"$.parts['1a'].items.runtime.tests[0].verdict"}, id="verdict"
        ),
        pytest.param("symbolic: 2 c d_out^2 d_in", "title: Cost", {"$.parts['1a'].items.runtime"}, id="no kind"),
        pytest.param("points: 2", "numeric: 2", {"$.parts['1a'].items.runtime"}, id="two kinds"),
        pytest.param("points: 2", "credit: all", {"$.parts['1a'].items.runtime"}, id="option of another kind"),
        pytest.param(
            "credit: each row", "credit: each", {"$.parts['2g'].items.output.credit"}, id="value of an option"
        ),
        pytest.param("any of:", "anyof:", {"$.parts['2g'].items.reason.text"}, id="inside an option"),
        pytest.param("  1a:", "  1..a:", {"$.parts"}, id="name of a part"),
    ],
)
def test_an_editor_marks_what_the_loader_refuses(
    written: str, instead: str, places: set[str], homework: str, validator: jsonschema.Draft202012Validator
):
    assert list(validator.iter_errors(as_an_editor_sees(homework))) == []
    seen = as_an_editor_sees(homework.replace(written, instead, 1))
    assert {error.json_path for error in validator.iter_errors(seen)} == places


@pytest.mark.parametrize("kind", CHECKERS)
def test_a_checker_has_an_option_of_its_kind_and_hides_no_name_of_an_item(kind: str):
    checker = CHECKERS[kind]
    assert asked_by(checker)[1] == kind
    assert key_names(checker)[0] in checker.options.model_fields
    assert not ITEM_NAMES & set(option_names(checker))
    assert not (CHECKERS.keys() - {kind}) & set(option_names(checker))
