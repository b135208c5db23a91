"""The page on the report says of every field what the model says."""

import pytest

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.outcome import Verdict
from fullmarks.report.model import Report
from tests.docs.pages import DOCS, rows, section

PAGE = DOCS / "reference" / "report.md"
SCHEMA = Report.model_json_schema(mode="serialization")
DEFINITIONS = SCHEMA["$defs"]
SECTIONS = {
    "RubricName": "Rubric",
    "ReportPart": "Part",
    "ReportAttempt": "Attempt",
    "ReportItem": "Item",
    "ReadAs": "Reading",
    "ReportSpan": "Span",
    "ReportEvidence": "Evidence",
    "ReportDiagnosis": "Diagnosis",
    "ReportEntry": "Entry",
    "ReportNotGraded": "Piece",
}
LISTS = {"Verdict": "Verdict", "EvidenceKind": "Kind"}


def words(schema):
    """A type as the page says it."""
    match schema:
        case {"$ref": ref}:
            name = (SECTIONS | LISTS)[ref.rpartition("/")[2]].lower()
            return f"[{name}](#{name})"
        case {"const": value}:
            return f'"{value}"'
        case {"anyOf": [{"type": "integer"}, {"type": "number"}]}:
            return "number"
        case {"anyOf": kinds}:
            return " or ".join(map(words, kinds))
        case {"type": "array", "prefixItems": [item, *_]} | {"type": "array", "items": item}:
            return f"list of {words(item)}"
        case {"type": "object", "additionalProperties": value}:
            return f"object of {words(value)}"
    return schema["type"]


@pytest.mark.parametrize(
    "schema, heading",
    [
        pytest.param(SCHEMA, "Report", id="Report"),
        *(pytest.param(DEFINITIONS[name], heading, id=heading) for name, heading in SECTIONS.items()),
    ],
)
def test_the_fields_of_a_model(schema, heading):
    told = {field: kind for field, kind, _ in rows(section(PAGE, f"## {heading}"))}
    assert told == {name: words(field) for name, field in schema["properties"].items()}


@pytest.mark.parametrize("heading, values", [("Verdict", Verdict), ("Kind", EvidenceKind)])
def test_the_words_of_a_list(heading, values):
    assert ", ".join(f"`{value}`" for value in values) in section(PAGE, f"## {heading}").replace("\n", " ")


def test_every_model_has_a_section():
    assert set(DEFINITIONS) == set(SECTIONS) | set(LISTS)
