"""A rubric that is sent: on what condition, and what is wrong with it."""

import pytest

from tests.service.people import KEY, LATE, RUBRIC, Request

YAML = {"Content-Type": "application/yaml"}
PATH = "/v1/rubrics/secrets"
CHANGED = RUBRIC.replace(f"symbolic: {KEY}", "symbolic: 11 q").replace(f"answer: {KEY}", "answer: 11 q")


def put(world, text: str = CHANGED, path: str = PATH, **headers: str):
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return world.ask("staff", Request("PUT", path, text, {**YAML, **sent}))


def etag(world) -> str:
    return world.ask("staff", Request("GET", PATH)).headers["ETag"]


@pytest.mark.parametrize(
    "headers, status",
    [
        pytest.param({}, 428, id="no condition"),
        pytest.param({"If_Match": "{etag}"}, 200, id="as it is"),
        pytest.param({"If_Match": '"another", {etag}'}, 200, id="one of several"),
        pytest.param({"If_Match": "*"}, 200, id="whatever it is"),
        pytest.param({"If_Match": '"another"'}, 412, id="as it is not"),
        pytest.param({"If_Match": "W/{etag}"}, 412, id="nearly as it is"),
        pytest.param({"If_None_Match": "*"}, 412, id="only if there is none"),
    ],
)
def test_the_condition(world, headers, status):
    current = etag(world)
    answer = put(world, **{name: value.format(etag=current) for name, value in headers.items()})
    assert answer.status_code == status
    assert (etag(world) == current) is (status != 200)
    if status == 200:
        assert answer.headers["ETag"] == etag(world)
        changes = world.ask("staff", Request("GET", "/v1/audit?order=newest")).json["changes"]
        assert (changes[0]["action"], changes[0]["subject"]) == ("rubric.publish", "secrets")


def test_a_new_version_is_served_and_graded_by_at_once(world):
    assert put(world, If_Match=etag(world)).status_code == 200
    submission = world.hand_in("bob", "11 q")
    assert world.ask("bob", Request("GET", f"/v1/submissions/{submission}")).json["score"] == 1
    listed = world.ask("staff", Request("GET", f"{PATH}/versions")).json["versions"]
    assert [one["is_current"] for one in listed] == [False, True]
    before = world.ask("staff", Request("GET", f"{PATH}/versions/{world.names['version']}"))
    assert before.json["source"] == RUBRIC


def test_a_new_rubric_needs_no_condition(world):
    new = RUBRIC.replace("rubric: secrets", "rubric: new")
    answer = put(world, new, "/v1/rubrics/new")
    assert (answer.status_code, answer.json["is_new"]) == (201, True)
    assert put(world, new, "/v1/rubrics/new", If_Match=answer.headers["ETag"]).json["is_new"] is False


@pytest.mark.parametrize(
    "text, where, what",
    [
        pytest.param("rubric: [", "line 2, column 1", "", id="no YAML"),
        pytest.param(RUBRIC.replace("symbolic:", "symbolc:"), "line 10, column 9", "symbolc", id="misspelt"),
        pytest.param(
            RUBRIC.replace("verdict: incorrect", "verdict: correct"),
            "line 12, column 1",
            "the verdict is incorrect, not correct",
            id="an example that fails",
        ),
        pytest.param(LATE, "line 1, column 1", "This is the rubric “late”", id="another rubric"),
        pytest.param(LATE.replace(": late", ": secrets", 1), "", "has no test", id="what looks wrong"),
    ],
)
def test_what_is_wrong_is_told_by_its_place(world, text, where, what):
    answer = put(world, text, If_Match=etag(world))
    assert (answer.status_code, answer.json["type"]) == (422, "urn:fullmarks:problem:bad-rubric")
    first = answer.json["errors"][0]
    assert first["where"].startswith(where)
    assert what in first["what"]
    checked = world.ask("staff", Request("POST", f"{PATH}/check", text, YAML)).json
    assert first in checked["mistakes"] + checked["notes"]


def test_what_looks_wrong_can_be_taken_all_the_same(world):
    answer = put(world, LATE.replace(": late", ": secrets", 1), f"{PATH}?force=true", If_Match=etag(world))
    assert answer.status_code == 200
    assert "has no test" in answer.json["notes"][0]["what"]


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_only_yaml_is_taken(world, kind):
    answer = world.ask("staff", Request("PUT", PATH, RUBRIC, {"Content-Type": kind}))
    assert (answer.status_code, answer.json["type"]) == (415, "urn:fullmarks:problem:not-yaml")


@pytest.mark.parametrize(
    "person, accept, status, kind",
    [
        pytest.param("staff", "application/yaml", 200, "application/yaml; charset=utf-8", id="YAML"),
        pytest.param("staff", "*/*", 200, "application/json", id="anything"),
        pytest.param("ann", "application/yaml", 403, "application/problem+json", id="YAML for a student"),
        pytest.param("staff", "image/png", 406, "application/problem+json", id="a picture"),
    ],
)
def test_the_form_of_a_rubric(world, person, accept, status, kind):
    answer = world.ask(person, Request("GET", PATH, headers={"Accept": accept}))
    assert (answer.status_code, answer.content_type) == (status, kind)
    if accept == "application/yaml" and status == 200:
        assert answer.text == RUBRIC


def test_what_has_not_changed_is_not_sent_again(world):
    answer = world.ask("staff", Request("GET", PATH, headers={"If-None-Match": etag(world)}))
    assert (answer.status_code, answer.data) == (304, b"")
