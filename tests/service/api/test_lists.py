"""Lists a page at a time, and what is asked of one."""

import pytest

from tests.service.people import Request


def pages(world, path: str, name: str) -> list[list[str]]:
    """The ids of every page."""
    found, after = [], ""
    while after is not None:
        page = world.ask("staff", Request("GET", f"{path}{after}")).json
        found.append([one["id"] for one in page[name]])
        after = page["next"] and f"&after={page['next']}"
    return found


def test_every_submission_is_on_one_page(world):
    ids = [world.names["ann"], *(world.hand_in("bob", f"{number} q") for number in range(4))]
    oldest = pages(world, "/v1/submissions?limit=2", "submissions")
    assert oldest == [sorted(ids)[:2], sorted(ids)[2:4], sorted(ids)[4:]]
    newest = pages(world, "/v1/submissions?limit=2&order=newest", "submissions")
    assert [one for page in newest for one in page] == sorted(ids, reverse=True)
    assert pages(world, "/v1/submissions?limit=5", "submissions") == [sorted(ids)]


@pytest.mark.parametrize(
    "query, count",
    [
        pytest.param("rubric=secrets", 2, id="rubric"),
        pytest.param("rubric=nothing", 0, id="no such rubric"),
        pytest.param("student=bob", 1, id="student"),
        pytest.param("student=bob&state=graded", 1, id="both"),
        pytest.param("state=failed", 0, id="state"),
        pytest.param("external_id=sheet%201", 1, id="external id"),
    ],
)
def test_the_filters(world, query, count):
    world.hand_in("bob", "2 q", external_id="sheet 1")
    assert len(world.ask("staff", Request("GET", f"/v1/submissions?{query}")).json["submissions"]) == count


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "after=x", "state=done", "order=random", "studnet=bob"])
def test_what_cannot_be_asked(world, query):
    assert world.ask("staff", Request("GET", f"/v1/submissions?{query}")).status_code == 422


def test_a_history_has_every_grading(world):
    (only,) = world.ask("staff", Request("GET", "/v1/submissions/{ann}/history")).json["gradings"]
    assert (only["why"], only["counts"], only["score"], only["max_score"]) == ("handed in", True, 0, 1)
    assert only["rubric_version"] == world.names["version"]


def test_the_changes_are_paged_too(world):
    for number in range(3):
        world.ask("staff", Request("POST", "/v1/keys", {"scope": "submit", "label": str(number)}))
    found = pages(world, "/v1/audit?limit=2", "changes")
    assert [len(page) for page in found][:-1] == [2] * (len(found) - 1)


def test_a_report_that_has_not_changed_is_not_sent_again(world):
    path = "/v1/submissions/{ann}/report"
    first = world.ask("ann", Request("GET", path))
    again = world.ask("ann", Request("GET", path, headers={"If-None-Match": first.headers["ETag"]}))
    assert (again.status_code, again.data) == (304, b"")
    assert world.ask("staff", Request("GET", path, headers={"If-None-Match": first.headers["ETag"]})).status_code == 200
    assert first.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "accept, kind",
    [
        pytest.param("text/html,*/*;q=0.8", "text/html; charset=utf-8", id="a browser"),
        pytest.param("text/csv", "text/csv; charset=utf-8", id="CSV"),
        pytest.param("text/markdown", "text/markdown; charset=utf-8", id="Markdown"),
        pytest.param("text/plain", "text/plain; charset=utf-8", id="text"),
        pytest.param("*/*", "application/json", id="anything"),
    ],
)
def test_the_header_accept_chooses_the_form(world, accept, kind):
    answer = world.ask("ann", Request("GET", "/v1/submissions/{ann}/report", headers={"Accept": accept}))
    assert (answer.status_code, answer.content_type) == (200, kind)


def test_head_and_options(world):
    head = world.ask("ann", Request("HEAD", "/v1/submissions/{ann}/report"))
    assert (head.status_code, head.data, head.content_type) == (200, b"", "application/json")
    options = world.ask("nobody", Request("OPTIONS", "/v1/submissions/{ann}/report"))
    assert (options.status_code, set(options.headers["Allow"].split(", "))) == (200, {"GET", "HEAD", "OPTIONS"})
