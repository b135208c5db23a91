"""The routes of submissions, over real HTTP; the way through the worker is in ``test_whole_way``."""

from concurrent.futures import ThreadPoolExecutor

import pytest

NOWHERE = "00000000000000000000000000"
BODY = b'{"rubric": "algebra", "answers": {"1a": "x^2 - 1"}}'


def test_the_same_key_again_gets_the_first_id(service):
    first = service.post(BODY, idempotency_key="sheet 1 of Ann")
    assert service.post(BODY, idempotency_key="sheet 1 of Ann").data["id"] == first.data["id"]
    assert service.post(BODY, idempotency_key="sheet 1 of Bob").data["id"] != first.data["id"]


def test_the_same_key_again_can_wait_for_the_report(service):
    first = service.post(BODY, idempotency_key="sheet 2 of Ann")
    again = service.post(BODY, idempotency_key="sheet 2 of Ann", wait=30)
    assert (again.status, again.data["submission"]) == (200, first.data["id"])


def test_the_same_key_with_another_body_is_a_conflict(service):
    service.post(BODY, idempotency_key="sheet 3 of Ann")
    other = service.post(BODY.replace(b"x", b"y"), idempotency_key="sheet 3 of Ann")
    assert other.told == (409, "idempotency_key_reused", None)


@pytest.mark.parametrize(
    "path, told",
    [
        pytest.param(f"/v1/submissions/{NOWHERE}", (404, "no_such_submission", None), id="unknown"),
        pytest.param(f"/v1/submissions/{NOWHERE}/report", (404, "no_such_submission", None), id="report of unknown"),
        pytest.param("/v1/submissions/%00", (404, "no_such_submission", None), id="null character"),
        pytest.param("/v1/submissions/7;DROP", (404, "no_such_submission", None), id="no id"),
        pytest.param(f"/v1/submissions/{'x' * 3000}", (404, "no_such_submission", None), id="long"),
    ],
)
def test_what_is_not_there(service, path, told):
    assert service.get(path).told == told


def test_a_submission_that_waits_for_a_worker_has_no_report_yet(service, worker_stopped):
    submission = service.hand_in(answers={"1a": "x^2 - 1"})
    assert service.get(f"/v1/submissions/{submission}").data == {
        "id": submission,
        "state": "queued",
        "score": None,
        "max_score": None,
        "links": {"self": f"/v1/submissions/{submission}", "report": f"/v1/submissions/{submission}/report"},
    }
    answer = service.get(f"/v1/submissions/{submission}/report")
    assert answer.told == (409, "not_graded_yet", None)
    assert answer.data["detail"] == "This submission is not graded yet: it is queued."
    assert answer.headers["Retry-After"] == "1"


def test_who_waits_too_short_gets_the_id(service, worker_stopped):
    answer = service.post(BODY, wait=0.05)
    assert (answer.status, answer.data["state"]) == (202, "queued")


@pytest.mark.parametrize(
    "query, told",
    [
        pytest.param("wait=soon", (422, "bad_parameter", "wait"), id="no number"),
        pytest.param("wait=-1", (422, "bad_parameter", "wait"), id="negative"),
        pytest.param("wait=nan", (422, "bad_parameter", "wait"), id="not a number"),
        pytest.param("wiat=1", (422, "bad_parameter", "wiat"), id="misspelt"),
    ],
)
def test_a_bad_parameter(service, query, told):
    assert service.ask("POST", f"/v1/submissions?{query}", BODY, {"Content-Type": "application/json"}).told == told


@pytest.mark.parametrize(
    "headers, told",
    [
        pytest.param({"Content-Type": "text/plain"}, (415, "not_json", None), id="text"),
        pytest.param({"Content-Type": "application/x-www-form-urlencoded"}, (415, "not_json", None), id="a form"),
        pytest.param({}, (415, "not_json", None), id="not said"),
        pytest.param(
            {"Content-Type": "application/json", "Content-Encoding": "gzip"}, (415, "not_json", None), id="zipped"
        ),
        pytest.param(
            {"Content-Type": "application/json", "Idempotency-Key": "k" * 201},
            (422, "bad_parameter", "Idempotency-Key"),
            id="a key too long",
        ),
    ],
)
def test_a_bad_header(service, headers, told):
    assert service.ask("POST", "/v1/submissions", BODY, headers).told == told


@pytest.mark.parametrize(
    "content_type",
    [
        pytest.param("application/json; charset=utf-8", id="with its encoding"),
        pytest.param("application/vnd.course+json", id="a kind of JSON"),
    ],
)
def test_json_by_other_names(service, content_type):
    assert service.ask("POST", "/v1/submissions", BODY, {"Content-Type": content_type}).status == 202


@pytest.mark.parametrize(
    "method, path, told, allowed",
    [
        pytest.param("GET", "/v1/submission", (404, "not_found", None), set(), id="no such address"),
        pytest.param("GET", "/", (404, "not_found", None), set(), id="the root"),
        pytest.param(
            "DELETE",
            "/v1/submissions",
            (405, "method_not_allowed", None),
            {"GET", "HEAD", "POST", "OPTIONS"},
            id="delete",
        ),
        pytest.param("PUT", "/v1/rubrics", (405, "method_not_allowed", None), {"GET", "HEAD", "OPTIONS"}, id="put"),
    ],
)
def test_what_the_service_does_not_do(service, method, path, told, allowed):
    answer = service.ask(method, path)
    assert answer.told == told
    assert set(filter(None, answer.headers.get("Allow", "").split(", "))) == allowed


def test_a_body_of_unknown_length_is_bounded_too(service):
    answer = service.ask("POST", "/v1/submissions", chunks(), {"Content-Type": "application/json"})
    assert answer.told == (413, "too_large", None)
    assert service.get("/healthz").status == 200


def chunks():
    yield from (b" " * 100_000 for _ in range(30))


def test_more_may_ask_than_may_wait(service, worker_stopped):
    """Those who wait take half of the threads at most; the others are answered at once."""
    with ThreadPoolExecutor(24) as clients:
        answers = list(clients.map(lambda _: service.post(BODY, wait=2), range(24)))
    assert {answer.status for answer in answers} == {202}
