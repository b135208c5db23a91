import json

import pytest

from fullmarks.errors import SubmissionError
from fullmarks.submission import Chat, Document, Message, StructuredAnswers
from workers.handed_in import read_body


@pytest.mark.parametrize(
    "body, content",
    [
        pytest.param({"answers": {"1a.product": "x"}}, StructuredAnswers({"1a.product": "x"}), id="flat ids"),
        pytest.param({"answers": {"1b": {"sum": "x"}}}, StructuredAnswers({"1b.sum": "x"}), id="nested ids"),
        pytest.param({"answers": {"1a": [[1, 2]]}}, StructuredAnswers({"1a.product": [[1, 2]]}), id="nested arrays"),
        pytest.param({"document": "1a. x"}, Document("1a. x"), id="a document"),
        pytest.param(
            {"messages": [{"role": "assistant", "content": "x"}]},
            Chat((Message("assistant", "x", 0),)),
            id="a chat",
        ),
        pytest.param(
            {"messages": [{"role": "assistant", "content": [{"type": "text", "text": "x"}, {"type": "image"}]}]},
            Chat((Message("assistant", "x", 0),)),
            id="a chat whose messages come in pieces",
        ),
    ],
)
def test_what_is_handed_in(algebra, body, content):
    read = read_body(json.dumps({"rubric": "algebra", "student": "Ann", "external_id": "7", **body}).encode())
    submission = read.submission(algebra, "the service's id")
    assert read.rubric_id == "algebra"
    assert submission.content == content
    assert (submission.id, submission.student, submission.external_id) == ("the service's id", "Ann", "7")


@pytest.mark.parametrize(
    "body, code, where, sentence",
    [
        pytest.param(b"\xff", "not_text", "", "The body is not text in UTF-8: byte 0 cannot be read.", id="bytes"),
        pytest.param(
            b"[]",
            "wrong_type",
            "",
            "The body must be a JSON object with “rubric”, “answers”, “document”, “messages”, “student”, “external_id”, "
            "“submitted_at”, “due”.",
            id="no object",
        ),
        pytest.param(
            b'{"document": "x"}',
            "wrong_type",
            "rubric",
            "“rubric” must be the id of a rubric, as a text. GET /v1/rubrics lists them.",
            id="no rubric",
        ),
        pytest.param(
            b'{"rubric": "a\\u0000"}',
            "forbidden_character",
            "rubric",
            "The text holds U+0000 (the null character) in line 1, column 2. Remove it: it does not show, "
            "and may make the text look other than it is.",
            id="a rubric with a null character",
        ),
        pytest.param(
            b'{"rubric": "algebra", "anwsers": {}}',
            "unknown_name",
            "anwsers",
            "“anwsers” is not known here. Known are “rubric”, “answers”, “document”, “messages”, “student”, “external_id”, "
            "“submitted_at”, “due”.",
            id="a misspelt name",
        ),
    ],
)
def test_what_is_refused(body, code, where, sentence):
    with pytest.raises(SubmissionError) as refused:
        read_body(body)
    assert (refused.value.code, refused.value.where, str(refused.value)) == (code, where, sentence)
