"""What Gradescope accepts as results, in the models and in the committed schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from fullmarks.cli.gradescope.results_format import AcceptedResults, read_results, results_schema

COMMITTED = Path(__file__).parents[3] / "docs" / "reference" / "gradescope-results.schema.json"
TEST = {"score": 1, "max_score": 2.5, "status": "failed", "name": "1a", "number": "1.1", "output": "", "tags": ["x"]}


def test_the_committed_schema_is_that_of_the_models(request):
    text = f"{json.dumps(results_schema(), indent=2)}\n"
    if request.config.getoption("--rewrite-goldens"):
        COMMITTED.write_text(text, "utf-8")
    assert COMMITTED.read_text("utf-8") == text


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(COMMITTED.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "results, wrong",
    [
        pytest.param({"score": 0}, (), id="the least"),
        pytest.param({"tests": [TEST]}, (), id="points in each test"),
        pytest.param({"score": 1, "tests": [{"name": "a"}]}, (), id="points above"),
        pytest.param(
            {"score": 1, "visibility": "after_published", "execution_time": 1.5, "extra_data": {"a": [None]}},
            (),
            id="more",
        ),
        pytest.param(
            {"score": 1, "leaderboard": [{"name": "a", "value": "*", "order": "asc"}]}, (), id="a leaderboard"
        ),
        pytest.param(
            {}, ("results.json: Value error, there must be a score, or tests that each have one",), id="nothing"
        ),
        pytest.param(
            {"tests": [TEST, {"name": "a"}]},
            ("results.json: Value error, there must be a score, or tests that each have one",),
            id="a test without points",
        ),
        pytest.param({"score": "1"}, ("score: Input should be a valid number",), id="points as text"),
        pytest.param({"score": 1, "scores": 2}, ("scores: Extra inputs are not permitted",), id="an unknown name"),
        pytest.param({"score": None}, ("results.json: Value error, score is null; leave it out",), id="null"),
        pytest.param(
            {"score": 1, "tests": [TEST | {"visibility": "shown"}]},
            ("tests.0.visibility: Input should be 'hidden', 'after_due_date', 'after_published' or 'visible'",),
            id="an unknown visibility",
        ),
        pytest.param(
            {"score": 1, "tests": [TEST | {"status": "partial"}]},
            ("tests.0.status: Input should be 'passed' or 'failed'",),
            id="an unknown status",
        ),
        pytest.param([], ("results.json: Input should be an object",), id="no object"),
    ],
)
def test_what_is_accepted(results, wrong, validator):
    found = read_results(json.dumps(results).encode())
    assert (() if isinstance(found, AcceptedResults) else found) == wrong
    assert validator.is_valid(results) is not bool(wrong)


@pytest.mark.parametrize(
    "text, wrong",
    [
        pytest.param(
            b"{", "results.json: Invalid JSON: EOF while parsing an object at line 1 column 1", id="half a file"
        ),
        pytest.param(b'{"score": NaN}', "score: Input should be a finite number", id="no number"),
        pytest.param(b"", "results.json: Invalid JSON", id="empty"),
    ],
)
def test_what_is_no_json(text, wrong):
    (found,) = read_results(text)
    assert found.startswith(wrong)
