"""The page on the HTTP API says what the OpenAPI document says, and its requests are answered as it shows."""

import ast
import re
from pathlib import Path

import pytest

from fullmarks.errors import OperatorError, StudentError, SubmissionError
from service.api.handed_in import SubmissionBody
from service.app import OPERATIONS
from service.openapi import DOOR, EVERYWHERE, openapi
from service.openapi_parameters import PLACE
from service.problems import CODES, STATUS_OF_CODE, problem_of
from service.refused import RefusedError
from tests.docs.pages import DOCS, README, play, rows, section

ROOT = Path(__file__).parents[2]
PAGE = DOCS / "reference" / "http-api.md"
DOCUMENT = openapi(OPERATIONS)
OPERATION = {
    f"{method.upper()} {path}": operation
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}
ERRORS = {code: (int(status), when) for code, status, when in rows(section(PAGE, "## Errors"))}
# The rooms of which an error reaches a client, and what is only told to the operator at a start.
ROOMS = (
    "fullmarks/find",
    "workers/handed_in.py",
    "service/api",
    "service/body.py",
    "service/conditions.py",
    "service/decisions.py",
    "service/door.py",
    "service/intake.py",
    "service/known_rubrics.py",
    "service/reception.py",
    "service/release.py",
    "service/rubric_named.py",
    "service/trial",
    "service/upload.py",
    "service/visible.py",
    "store/submissions.py",
)
KINDS = {
    "SubmissionError": SubmissionError,
    "StudentError": StudentError,
    "OperatorError": OperatorError,
    "RefusedError": RefusedError,
}


def raised():
    """Code and class of the errors that a request may meet."""
    for room in ROOMS:
        for path in [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                    yield ast.literal_eval(node.args[0]), KINDS[node.func.id]


def test_every_operation_has_a_section_and_no_other():
    headings = re.findall(r"^## ((?:GET|POST|PUT|DELETE) .*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(OPERATION)


@pytest.mark.parametrize("heading", OPERATION)
def test_the_statuses_of_an_operation(heading):
    told = {status: meaning for status, meaning, *_ in rows(section(PAGE, f"## {heading}")) if status.isdigit()}
    responses = OPERATION[heading]["responses"]
    # What holds for all is said once.
    everywhere = {"default", *map(str, DOOR), *map(str, EVERYWHERE)}
    assert told == {status: answer["description"] for status, answer in responses.items() if status not in everywhere}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_the_scope_of_an_operation(operation):
    path = PLACE.sub(r"{\1}", operation.path)
    heading = f"## {operation.method} {path}"
    scope = re.match(r"\s*Scope `(\w+)`\.", section(PAGE, heading))
    assert (scope[1] if scope else None) == operation.scope


def test_the_names_of_a_body():
    assert [row[0] for row in rows(section(PAGE, "### The body"))] == list(SubmissionBody.model_fields)


@pytest.mark.parametrize("code, kind", dict(raised()).items())
def test_every_error_of_a_request_is_in_the_table(code, kind):
    assert ERRORS[code][0] == problem_of(kind(code, "…")).status


def test_the_table_has_no_error_that_does_not_exist():
    assert set(ERRORS) - set(dict(raised())) - set(STATUS_OF_CODE) - set(CODES.values()) == {
        "bad_body",
        "bad_parameter",
        "bad_rubric",
    }


def test_the_requests_of_the_page(client, tmp_path):
    assert play(PAGE, tmp_path, client.run) == ""


def test_the_requests_of_the_first_page(client, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert play(DOCS / "how-to" / "grade-over-http.md", tmp_path, client.run) == ""


def test_the_commands_of_the_readme(client, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert play(README, tmp_path, client.run) == ""
