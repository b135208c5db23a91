"""What bad input gets over real HTTP: an answer by place and kind, and a service that goes on answering."""

import json

import pytest

DEEP = 10**5


def body(**fields: object) -> bytes:
    return json.dumps({"rubric": "algebra", **fields}).encode()


@pytest.mark.parametrize(
    "content, status, code, where",
    [
        pytest.param(b"", 400, "malformed_json", "line 1, column 1", id="nothing"),
        pytest.param(
            b'{"rubric": "algebra",\n "answers" 3}', 400, "malformed_json", "line 2, column 12", id="a colon is missing"
        ),
        pytest.param(b'{"rubric": NaN}', 400, "malformed_json", "NaN", id="not a number"),
        pytest.param(b'{"rubric": "\xff"}', 400, "not_text", None, id="not UTF-8"),
        pytest.param(b'{"rubric": "a", "rubric": "b"}', 400, "repeated_name", "rubric", id="a name given twice"),
        pytest.param(b"[" * DEEP, 400, "too_deep", "line 1, column 65", id="opening brackets"),
        pytest.param(b'{"a":' * DEEP, 400, "too_deep", "line 1, column 321", id="opening braces"),
        pytest.param(b'{"answers": ' + b"[" * DEEP, 400, "too_deep", "line 1, column 76", id="opening brackets in it"),
        pytest.param(b'{"rubric": ' + b"9" * 10_000 + b"}", 422, "too_long_number", None, id="a number without end"),
        pytest.param(b'"algebra"', 422, "wrong_type", None, id="a text"),
        pytest.param(b"null", 422, "wrong_type", None, id="null"),
        pytest.param(b'{"answers": {"1a": "x"}}', 422, "wrong_type", "rubric", id="no rubric"),
        pytest.param(body(rubric=3, answers={"1a": "x"}), 422, "wrong_type", "rubric", id="a rubric that is a number"),
        pytest.param(body(rubric="botany", answers={"1a": "x"}), 422, "unknown_rubric", "rubric", id="unknown rubric"),
        pytest.param(body(rubric="\ud800", document="x"), 422, "forbidden_character", "rubric", id="half a character"),
        pytest.param(body(anwsers={"1a": "x"}), 422, "unknown_name", "anwsers", id="unknown name"),
        pytest.param(body(**{"\u202e": 1}), 422, "unknown_name", "\\u{202e}", id="a name that turns the line around"),
        pytest.param(body(), 422, "empty_submission", None, id="nothing handed in"),
        pytest.param(body(answers={}), 422, "empty_submission", "answers", id="no answers"),
        pytest.param(body(document=" \n"), 422, "empty_submission", "document", id="empty document"),
        pytest.param(body(answers={"1a": "x"}, document="x"), 422, "several_forms", "document", id="two at once"),
        pytest.param(body(answers=["x"]), 422, "wrong_type", "answers", id="answers in a list"),
        pytest.param(body(answers={"1a": True}), 422, "wrong_type", "answers.1a", id="true"),
        pytest.param(
            body(answers={"1a": {"product": {"x": 1}}}), 422, "wrong_type", "answers.1a.product", id="an object"
        ),
        pytest.param(body(answers={"7": "x"}), 422, "unknown_part", "answers.7", id="unknown part"),
        pytest.param(body(answers={"1a.sum": "x"}), 422, "unknown_item", "answers.1a.sum", id="unknown item"),
        pytest.param(body(answers={"1b": {"x": "x"}}), 422, "unknown_item", "answers.1b.x", id="unknown item, nested"),
        pytest.param(body(answers={"1b": "x"}), 422, "several_items", "answers.1b", id="which item?"),
        pytest.param(
            body(answers={"1a": "x\0"}), 422, "forbidden_character", "answers.1a.product", id="a null character"
        ),
        pytest.param(
            body(answers={"1a": [["x", "\u202e1"]]}),
            422,
            "forbidden_character",
            "answers.1a.product",
            id="a bidi override",
        ),
        pytest.param(body(document="1a. \u2066x"), 422, "forbidden_character", "document", id="a bidi isolate"),
        pytest.param(body(document=["x"]), 422, "wrong_type", "document", id="a document in a list"),
        pytest.param(body(messages="x"), 422, "wrong_type", "messages", id="messages that are a text"),
        pytest.param(body(messages=["x"]), 422, "wrong_type", "messages[0]", id="a message that is a text"),
        pytest.param(
            body(messages=[{"role": "judge", "content": "x"}]),
            422,
            "unknown_role",
            "messages[0].role",
            id="unknown role",
        ),
        pytest.param(
            body(messages=[{"role": "assistant", "content": 3}]),
            422,
            "wrong_type",
            "messages[0].content",
            id="content that is a number",
        ),
        pytest.param(
            body(messages=[{"role": "user", "content": "x"}]), 422, "no_answers", "messages", id="nobody answers"
        ),
        pytest.param(body(document="x", student=3), 422, "wrong_type", "student", id="a student who is a number"),
        pytest.param(
            body(document="x", student="Ann\0"), 422, "forbidden_character", "student", id="a null character in a name"
        ),
        pytest.param(body(document="x", external_id="7" * 201), 422, "wrong_type", "external_id", id="a long name"),
        pytest.param(b" " * 2_000_001, 413, "too_large", None, id="one byte too many"),
        pytest.param(b"[" * 10_000_000, 413, "too_large", None, id="10 MB"),
    ],
)
def test_a_bad_body(service, content, status, code, where):
    assert service.post(content).told == (status, code, where)
    assert service.get("/healthz").status == 200


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("(" * DEEP, id="opening brackets"),
        pytest.param("9**9**9", id="a power without end"),
        pytest.param("x^(9^(9^9))", id="a power of x without end"),
        pytest.param("\\frac{1}{" * 10_000 + "x" + "}" * 10_000, id="nested fractions"),
        pytest.param("x+" * 9_000 + "1", id="a long sum"),
        pytest.param("__import__('os').system('true')", id="code"),
    ],
)
def test_a_bad_answer(service, answer):
    graded = service.post(body(answers={"1a": answer}), wait=30)
    assert graded.status == 200
    (item,) = graded.data["parts"][0]["attempts"][0]["items"]
    assert item["verdict"] in {"incorrect", "needs_review", "unreadable"}
    assert service.get("/healthz").status == 200
