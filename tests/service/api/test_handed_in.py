"""What the document says of a submission is what the engine takes."""

import json

import pytest
from jsonschema import Draft202012Validator

from fullmarks import load_rubric
from fullmarks.errors import SubmissionError
from service.app import OPERATIONS
from service.openapi import openapi
from workers.handed_in import read_body

ANSWER = {"role": "assistant", "content": "x"}


@pytest.fixture(scope="session")
def algebra(rubrics):
    return load_rubric(rubrics / "algebra.yaml")


def is_documented(body: object) -> bool:
    schema = {"$ref": "#/components/schemas/SubmissionBody", "components": openapi(OPERATIONS)["components"]}
    return Draft202012Validator(schema).is_valid(body)


def is_taken(body: object, rubric) -> bool:
    try:
        read_body(json.dumps(body).encode()).submission(rubric, "id")
    except SubmissionError:
        return False
    return True


@pytest.mark.parametrize(
    "said, is_good",
    [
        pytest.param({"answers": {"1a.product": "x"}}, True, id="flat ids"),
        pytest.param({"answers": {"1b": {"sum": "x", "difference": 0}}}, True, id="nested ids"),
        pytest.param({"answers": {"1a": [[1, 2.5], ["x", 3]]}}, True, id="nested arrays"),
        pytest.param({"answers": {"1a": "x", "1b": {"sum": None}}}, True, id="null"),
        pytest.param({"document": "1a. x"}, True, id="a document"),
        pytest.param({"messages": [{"role": "assistant", "content": "x"}]}, True, id="a chat"),
        pytest.param({"messages": [{"role": "assistant", "content": ["x", {"text": "y"}]}]}, True, id="pieces"),
        pytest.param(
            {"messages": [{"role": "assistant", "content": [{"type": "image", "text": None}, "x"]}]},
            True,
            id="an image",
        ),
        pytest.param({"messages": [{"role": "tool", "content": None}, ANSWER]}, True, id="a tool"),
        pytest.param({"document": "x", "student": "Ann", "external_id": "7"}, True, id="names"),
        pytest.param({"document": "x", "student": None}, True, id="no name"),
        pytest.param(
            {"document": "x", "submitted_at": "2026-11-20T23:59:00-08:00", "due": "2026-11-20T12:00:00Z"},
            True,
            id="times",
        ),
        pytest.param({"document": "x", "due": None}, True, id="no time"),
        pytest.param({"document": "x", "submitted_at": 1795219140}, False, id="a time that is a number"),
        pytest.param({"document": "x", "student": 3}, False, id="a name that is a number"),
        pytest.param({"document": "x", "student": "A" * 201}, False, id="a name too long"),
        pytest.param({"document": "x", "rubric": None}, False, id="no rubric"),
        pytest.param({"document": "x", "sheet": 4}, False, id="unknown name"),
        pytest.param({"document": 3}, False, id="a document that is a number"),
        pytest.param({"answers": ["x"]}, False, id="answers in a list"),
        pytest.param({"answers": {"1a": {"product": {"x": 1}}}}, False, id="an object too deep"),
        pytest.param({"messages": {"role": "assistant"}}, False, id="messages in an object"),
        pytest.param({"messages": [{"role": "judge", "content": "x"}]}, False, id="unknown role"),
        pytest.param({"messages": [{"content": "x"}]}, False, id="no role"),
        pytest.param({"messages": [{"role": "assistant", "content": {"text": "x"}}]}, False, id="content in an object"),
        pytest.param({"messages": [{"role": "assistant", "content": [3]}]}, False, id="a piece that is a number"),
        pytest.param({"messages": [{"role": "assistant", "content": [{"text": 3}]}]}, False, id="a piece of a number"),
    ],
)
def test_the_document_and_the_engine_agree(algebra, said, is_good):
    body = {"rubric": "algebra", **said}
    assert (is_documented(body), is_taken(body, algebra)) == (is_good, is_good)
