"""Every operation, asked for by everybody: who is let in, and who is shown what.

A new operation needs a row here. The people: nobody, a key that was revoked, one that has expired, a program that collects
answers, Bob (another student), a stranger (staff of another course), Ann (whose submission it is), staff, an administrator.
"""

import json
from collections.abc import Mapping

import pytest

from service.app import OPERATIONS
from tests.service.people import ANSWER, KEY, NOTE, PEOPLE, RUBRIC, YAML, Request

HAND_IN = {"rubric": "secrets", "answers": {"1.it": "3 q"}}
PREVIEW = {"rubric": "secrets", "item": "1.it", "answer": "3 q"}

NOWHERE = "00000000000000000000000000"
OF_GROUP = {"item": "1.it", "group": "0" * 32, "points": 1, "reason": "looked at"}
OF_ANN = {"submission": "{ann}", "item": "1.it", "points": 1, "reason": "looked at"}

# What those get who show a good key: submit, bob, stranger, ann, staff, admin. All others get 401.
ROWS: Mapping[str, tuple[Request, tuple[int, int, int, int, int, int]]] = {
    "hand_in": (Request("POST", "/v1/submissions", HAND_IN), (202, 202, 422, 202, 202, 202)),
    "hand_in_batch": (Request("POST", "/v1/submissions:batch", [HAND_IN]), (200, 200, 200, 200, 200, 200)),
    "list_submissions": (Request("GET", "/v1/submissions"), (403, 200, 200, 200, 200, 200)),
    "submission_state": (Request("GET", "/v1/submissions/{ann}"), (404, 404, 404, 200, 200, 200)),
    "submission_report": (Request("GET", "/v1/submissions/{ann}/report"), (403, 404, 404, 200, 200, 200)),
    "submission_history": (Request("GET", "/v1/submissions/{ann}/history"), (403, 404, 404, 200, 200, 200)),
    "preview": (Request("POST", "/v1/preview", PREVIEW), (200, 200, 404, 200, 200, 200)),
    "served_rubrics": (Request("GET", "/v1/rubrics"), (200, 200, 200, 200, 200, 200)),
    "get_rubric": (Request("GET", "/v1/rubrics/secrets"), (200, 200, 404, 200, 200, 200)),
    "list_versions": (Request("GET", "/v1/rubrics/secrets/versions"), (403, 403, 404, 403, 200, 200)),
    "get_version": (Request("GET", "/v1/rubrics/secrets/versions/{version}"), (403, 403, 404, 403, 200, 200)),
    # A stranger's course has no such rubric yet: there it is a new one.
    "put_rubric": (Request("PUT", "/v1/rubrics/secrets", RUBRIC, YAML), (403, 403, 201, 403, 428, 428)),
    "check_rubric": (Request("POST", "/v1/rubrics/secrets/check", RUBRIC, YAML), (403, 403, 200, 403, 200, 200)),
    "list_groups": (Request("GET", "/v1/rubrics/secrets/groups?item=1.it"), (403, 403, 422, 403, 200, 200)),
    "decide_group": (Request("POST", "/v1/rubrics/secrets/groups", OF_GROUP), (403, 403, 422, 403, 404, 404)),
    "items_in_numbers": (Request("GET", "/v1/rubrics/secrets/items"), (403, 403, 422, 403, 200, 200)),
    "draw_sample": (Request("GET", "/v1/rubrics/secrets/sample"), (403, 403, 422, 403, 200, 200)),
    "list_reviews": (Request("GET", "/v1/reviews"), (403, 403, 200, 403, 200, 200)),
    "decide_review": (Request("POST", "/v1/reviews", OF_ANN), (403, 403, 404, 403, 201, 201)),
    "undo_review": (Request("DELETE", f"/v1/reviews/{NOWHERE}"), (403, 403, 404, 403, 404, 404)),
    "begin_regrade": (Request("POST", "/v1/regrades", {"rubric": "secrets"}), (403, 403, 422, 403, 202, 202)),
    "list_regrades": (Request("GET", "/v1/regrades"), (403, 403, 200, 403, 200, 200)),
    "show_regrade": (Request("GET", f"/v1/regrades/{NOWHERE}"), (403, 403, 404, 403, 404, 404)),
    "show_difference": (Request("GET", f"/v1/regrades/{NOWHERE}/diff"), (403, 403, 404, 403, 404, 404)),
    "apply_regrade": (Request("POST", f"/v1/regrades/{NOWHERE}/apply", {}), (403, 403, 404, 403, 404, 404)),
    # In a stranger's course there is no Ann.
    "export_student": (Request("GET", "/v1/students/ann/export"), (403, 404, 200, 200, 200, 200)),
    "remove_student": (Request("DELETE", "/v1/students/ann"), (403, 403, 200, 403, 200, 200)),
    "make_key": (Request("POST", "/v1/keys", {"scope": "staff"}), (403, 403, 201, 403, 201, 201)),
    "list_keys": (Request("GET", "/v1/keys"), (403, 403, 200, 403, 200, 200)),
    "revoke_key": (Request("DELETE", "/v1/keys/{key}"), (403, 403, 404, 403, 204, 204)),
    "make_course": (Request("POST", "/v1/courses", {"id": "chemistry"}), (403, 403, 403, 403, 403, 201)),
    "list_courses": (Request("GET", "/v1/courses"), (403, 403, 403, 403, 403, 200)),
    "list_changes": (Request("GET", "/v1/audit"), (403, 403, 200, 403, 200, 200)),
    # Of the rubrics each sees those of their own course.
    "metrics": (Request("GET", "/metrics"), (403, 403, 200, 403, 200, 200)),
}
# These ask nobody. There is no broker here, so that the service is alive and not ready.
OPEN = {"healthy": (Request("GET", "/healthz"), 200), "ready": (Request("GET", "/readyz"), 503)}


def test_every_operation_has_a_row_and_no_other():
    assert sorted([*ROWS, *OPEN]) == sorted(operation.name for operation in OPERATIONS)


@pytest.mark.parametrize("name", ROWS)
def test_who_may(world, name):
    request, expected = ROWS[name]
    answers = {person: world.ask(person, request) for person in PEOPLE}
    statuses = {person: answer.status_code for person, answer in answers.items()}
    assert statuses == dict(zip(PEOPLE, (401, 401, 401, *expected), strict=True))
    for person, answer in answers.items():
        said = answer.get_data(as_text=True)
        assert answer.status_code < 400 or answer.content_type == "application/problem+json"
        if person not in {"ann", "staff", "admin"}:
            assert world.names["ann"] not in said.partition('"errors"')[0].replace(f"“{world.names['ann']}”", "")
            assert ANSWER not in said
        if person not in {"stranger", "staff", "admin"}:
            assert KEY not in said
            assert NOTE not in said


@pytest.mark.parametrize("name", OPEN)
def test_what_asks_nobody(world, name):
    request, expected = OPEN[name]
    assert {world.ask(person, request).status_code for person in PEOPLE} == {expected}


FORMS = ("json", "html", "markdown", "text", "csv")


@pytest.mark.parametrize("form", FORMS)
def test_a_student_sees_the_students_view_in_every_form(world, form):
    def report(person: str, view: str = "") -> str:
        path = f"/v1/submissions/{{ann}}/report?format={form}{view}"
        answer = world.ask(person, Request("GET", path))
        assert answer.status_code == 200, answer.text
        return answer.text

    assert "104729" in report("ann")
    assert NOTE not in report("ann")
    assert report("staff", "&view=student") == report("ann") == report("ann", "&view=student")
    if form == "json":
        assert NOTE in report("staff")


def test_a_student_does_not_see_the_staffs_view(world):
    answer = world.ask("ann", Request("GET", "/v1/submissions/{ann}/report?view=staff"))
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "said, status",
    [
        pytest.param({"student": "ann"}, 202, id="her own"),
        pytest.param({"student": "bob"}, 403, id="another's"),
        pytest.param({"submitted_at": "2020-01-01T00:00:00Z"}, 403, id="when it came"),
        pytest.param({"due": "2020-01-01T00:00:00Z"}, 403, id="when it was due"),
    ],
)
def test_what_a_student_may_say_of_a_submission(world, said, status):
    assert world.ask("ann", Request("POST", "/v1/submissions", HAND_IN | said)).status_code == status


def test_students_do_not_meet_in_their_idempotency_keys(world):
    first, again, bobs = (
        world.ask(person, Request("POST", "/v1/submissions", HAND_IN, {"Idempotency-Key": "1"})).json["id"]
        for person in ("ann", "ann", "bob")
    )
    assert first == again != bobs


def test_a_collecting_program_sees_where_its_own_stand_and_no_points(world):
    handed_in = world.ask("submit", Request("POST", "/v1/submissions", HAND_IN)).json["id"]
    state = world.ask("submit", Request("GET", f"/v1/submissions/{handed_in}"))
    assert (state.status_code, state.json["score"]) == (200, None)


@pytest.mark.parametrize(
    "person, course, status",
    [
        pytest.param("admin", "physics", 200, id="an administrator"),
        pytest.param("admin", "nowhere", 404, id="no such course"),
        pytest.param("staff", "main", 200, id="their own"),
        pytest.param("staff", "physics", 404, id="another"),
    ],
)
def test_the_course_that_is_named(world, person, course, status):
    answer = world.ask(person, Request("GET", "/v1/rubrics", headers={"Fullmarks-Course": course}))
    assert answer.status_code == status
    if course == "physics" and status == 200:
        assert answer.json == {"rubrics": []}


@pytest.mark.parametrize(
    "person, scope, status",
    [
        pytest.param("staff", "admin", 403, id="staff, an administrator's"),
        pytest.param("staff", "staff", 201, id="staff, staff's"),
        pytest.param("admin", "admin", 201, id="an administrator, another's"),
    ],
)
def test_nobody_makes_a_key_that_opens_more_than_their_own(world, person, scope, status):
    assert world.ask(person, Request("POST", "/v1/keys", {"scope": scope})).status_code == status


def test_staff_neither_see_nor_revoke_an_administrators_key(world):
    admins = world.keys["admin"].split("_")[1]
    assert admins not in world.ask("staff", Request("GET", "/v1/keys")).text
    assert world.ask("staff", Request("DELETE", f"/v1/keys/{admins}")).status_code == 404
    assert admins in world.ask("admin", Request("GET", "/v1/keys")).text


def test_a_new_key_opens_until_it_is_revoked(world):
    made = world.ask("staff", Request("POST", "/v1/keys", {"scope": "staff", "label": "mine"}))
    headers = {"Authorization": f"Bearer {made.json['key']}"}
    assert world.client.get("/v1/keys", headers=headers).status_code == 200
    for _ in range(2):
        assert world.ask("staff", Request("DELETE", f"/v1/keys/{made.json['id']}")).status_code == 204
    refused = world.client.get("/v1/keys", headers=headers)
    assert (refused.status_code, refused.json["detail"]) == (401, "This key was revoked.")
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="fullmarks", error="invalid_token"'
    changes = world.ask("staff", Request("GET", "/v1/audit")).json["changes"]
    assert [(one["action"], one["subject"]) for one in changes[-2:]] == [
        ("key.make", made.json["id"]),
        ("key.revoke", made.json["id"]),
    ]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Bearer", id="nothing"),
        pytest.param("Bearer fm_", id="no key"),
        pytest.param("Basic YWRtaW46YWRtaW4=", id="another scheme"),
        pytest.param("Bearer {id}_" + "0" * 52, id="another secret"),
        pytest.param("Bearer {key}0", id="too long"),
        pytest.param("Bearer {upper}", id="in capitals"),
        pytest.param("Bearer fm_01m868g0cmq1q9nkye6rce805j_" + "0" * 52, id="no such key"),
    ],
)
def test_what_is_no_key_opens_nothing(world, header):
    key = world.keys["admin"]
    shown = header.format(key=key, id="_".join(key.split("_")[:2]), upper=key.upper())
    answer = world.client.get("/v1/rubrics", headers={"Authorization": shown})
    assert (answer.status_code, answer.json["type"]) == (401, "urn:fullmarks:problem:bad-key")


def test_the_store_holds_no_key(world, tmp_path):
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("fullmarks.sqlite3*"))
    for key in world.keys.values():
        assert key.rpartition("_")[2].encode() not in stored


def test_a_submission_says_which_key_handed_it_in(world):
    listed = world.ask("staff", Request("GET", "/v1/submissions?student=ann")).json["submissions"]
    assert [one["key_id"] for one in listed] == [world.keys["ann"].split("_")[1]]


@pytest.mark.parametrize(
    "person, points", [pytest.param("ann", 0.5, id="a student's own key"), pytest.param("submit", 1, id="another key")]
)
def test_what_a_student_hands_in_has_come_when_it_came(world, person, points):
    """A program that collects answers may say when they came, and where it does not they are in time."""
    submission = world.hand_in(person, KEY, rubric="late")
    assert world.ask("staff", Request("GET", f"/v1/submissions/{submission}")).json["score"] == points


def test_a_student_sees_no_verdict_before_its_rubric_lets_it_out(world):
    submission = world.hand_in("ann", "3 q", rubric="later")
    path = f"/v1/submissions/{submission}"
    report = world.ask("ann", Request("GET", f"{path}/report"))
    assert (report.status_code, report.json["type"]) == (409, "urn:fullmarks:problem:not-released")
    assert world.ask("ann", Request("GET", path)).json["score"] is None
    assert world.ask("ann", Request("GET", f"{path}/history")).json["gradings"][0]["score"] is None
    listed = world.ask("ann", Request("GET", "/v1/submissions?rubric=later")).json["submissions"]
    assert [one["score"] for one in listed] == [None]
    exported = world.ask("ann", Request("GET", "/v1/students/ann/export")).text.splitlines()
    assert [bool(json.loads(line)["reports"]) for line in exported] == [True, False]
    assert world.ask("staff", Request("GET", path)).json["score"] == 0


def test_after_the_due_time_a_student_sees_verdict_and_key(world):
    """Staff may hand in for a student, and say what was due."""
    submission = world.hand_in("staff", "3 q", rubric="later", student="ann", due="2020-01-01T00:00:00Z")
    report = world.ask("ann", Request("GET", f"/v1/submissions/{submission}/report"))
    assert report.status_code == 200
    assert f"The key is: {KEY}" in report.text
