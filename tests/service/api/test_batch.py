"""Many submissions with one request, over real HTTP."""

import json

import pytest

GOOD = b'{"rubric": "algebra", "answers": {"1a": "x^2 - 1"}}'
ROWS = [
    pytest.param(GOOD, None, None, id="good"),
    pytest.param(b'{"rubric": "algebra"}', "empty_submission", None, id="nothing handed in"),
    pytest.param(b"{", "malformed_json", "line 1, column 2", id="no JSON"),
    pytest.param(b'{"rubric": "geometry", "answers": {"1a": "x"}}', "unknown_rubric", "rubric", id="another rubric"),
    pytest.param(b'{"rubric": "algebra", "answers": {"7": "x"}}', "unknown_part", "answers.7", id="another part"),
    pytest.param(b"\xff", "not_text", None, id="no text"),
    pytest.param(b'{"rubric": "algebra", "document": "' + b"x" * 2_000_000 + b'"}', "too_large", None, id="too long"),
]
TABLE = [row.values for row in ROWS]


def post(service, body: bytes, kind: str = "application/x-ndjson", **headers: str):
    return service.ask("POST", "/v1/submissions:batch", body, {"Content-Type": kind, **headers})


def told(row) -> tuple[str | None, str | None]:
    """Code and first place of a row's problem."""
    if row["problem"] is None:
        return None, None
    code = row["problem"]["type"].removeprefix("urn:fullmarks:problem:").replace("-", "_")
    return code, next((error["where"] for error in row["problem"]["errors"]), None)


def test_each_line_is_taken_or_says_why_not(service):
    answer = post(service, b"\n".join(content for content, _, _ in TABLE) + b"\n\n")
    assert answer.status == 200
    assert [told(row) for row in answer.data["rows"]] == [(code, where) for _, code, where in TABLE]
    assert [row["row"] for row in answer.data["rows"]] == list(range(1, len(TABLE) + 1))
    assert (answer.data["accepted"], answer.data["refused"]) == (1, len(TABLE) - 1)


def scores(service, wait_until, rows) -> list[float]:
    """What the rows' submissions have earned, once they are graded."""
    wait_until(lambda: all(service.state(row["id"]) == "graded" for row in rows))
    return [service.get(f"/v1/submissions/{row['id']}").data["score"] for row in rows]


def test_every_row_that_was_taken_is_graded(service, wait_until):
    rows = post(service, b"\r\n".join([GOOD] * 60)).data["rows"]
    assert len({row["id"] for row in rows}) == 60
    assert scores(service, wait_until, rows) == [1] * 60


def test_a_list_in_json_is_taken_too_and_kept_as_it_came(service, wait_until):
    body = b" [ " + GOOD + b" ,\n" + GOOD.replace(b'"x^2 - 1"', b"1.50") + b"]\n"
    rows = post(service, body, "application/json").data["rows"]
    assert scores(service, wait_until, rows) == [1, 0]


@pytest.mark.parametrize(
    "body, kind, found",
    [
        pytest.param(GOOD, "application/json", (422, "wrong_type", None), id="no list"),
        pytest.param(b"[1,]", "application/json", (400, "malformed_json", "line 1, column 4"), id="no JSON"),
        pytest.param(b"[" + b"1," * 1000 + b"1]", "application/json", (413, "too_large", None), id="too many"),
        pytest.param(GOOD, "text/plain", (415, "not_json", None), id="not declared"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_problem(service, body, kind, found):
    assert post(service, body, kind).told == found


def test_nothing_is_an_empty_batch(service):
    assert post(service, b"").data == {"rows": [], "accepted": 0, "refused": 0}


def test_an_upload_that_is_sent_again_hands_in_only_what_is_new(service):
    key = {"Idempotency-Key": "sheet 1 of the class"}
    first = post(service, GOOD, **key).data["rows"]
    again = post(service, b"\n".join([GOOD, GOOD]), **key).data["rows"]
    assert again[0]["id"] == first[0]["id"]
    assert again[1]["id"] not in {None, first[0]["id"]}
    other = post(service, GOOD.replace(b"x^2", b"x^3"), **key).data["rows"]
    assert told(other[0]) == ("idempotency_key_reused", None)


def test_a_long_batch_answers_for_each_row(service):
    answer = post(service, b"\n".join(json.dumps({"rubric": "none", "n": n}).encode() for n in range(30_000)))
    assert (answer.data["accepted"], answer.data["refused"]) == (0, 30_000)
    assert answer.data["rows"][-1]["row"] == 30_000
