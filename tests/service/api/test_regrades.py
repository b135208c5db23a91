"""Regrades, reviews and groups over HTTP, against a running service with its worker."""

import pytest


@pytest.fixture
def course(service, course_in):
    return course_in(service)


def test_a_regrade_shows_who_changes_before_anybody_does(course):
    course.publish("n^2 / 2")
    right, wrong = course.hand_in("n(n+1)/2"), course.hand_in("n^2/2")
    course.publish("n (n + 1) / 2")
    regrade = course.regrade("computed")
    difference = course.service.get(f"/v1/regrades/{regrade}/diff").data
    assert [(one["submission"], one["before"], one["after"]) for one in difference["submissions"]] == [
        (right, 0, 2),
        (wrong, 2, 0),
    ]
    assert difference["submissions"][0]["changes"] == [
        {
            "place": "1.sum",
            "before": {"verdict": "incorrect", "points": 0},
            "after": {"verdict": "correct", "points": 2},
            "reasons": ["the key was n^2 / 2 and is n (n + 1) / 2"],
        }
    ]
    assert difference["histogram"] == {"-2": 1, "2": 1}
    assert course.score(right) == (0, "incorrect")


def test_nobody_loses_points_unless_that_is_said(course):
    course.publish("n^2 / 2")
    submission = course.hand_in("n^2/2")
    course.publish("n (n + 1) / 2")
    regrade = course.regrade("computed", dry_run=False)
    refused = course.ask("POST", f"/v1/regrades/{regrade}/apply")
    assert refused.told == (409, "would_lower", None)
    assert course.score(submission) == (2, "correct")
    assert course.ask("POST", f"/v1/regrades/{regrade}/apply", allow_lower=True).status == 202
    course.wait(regrade, "applied")
    assert course.score(submission) == (0, "incorrect")
    assert course.ask("POST", f"/v1/regrades/{regrade}/apply").data["state"] == "applied"


def test_what_lowers_nobody_is_applied_at_once_without_a_dry_run(course):
    course.publish("n^2 / 2")
    submission = course.hand_in("n(n+1)/2")
    course.publish("n (n + 1) / 2")
    course.regrade("applied", dry_run=False)
    assert course.score(submission) == (2, "correct")


def test_a_decision_counts_in_every_view_and_through_regrades(course):
    course.publish("n^2 / 2")
    submission = course.hand_in("n + +")
    waiting = course.service.get(f"/v1/reviews?rubric={course.name}").data["reviews"]
    assert [(one["submission"], one["item"], one["why"]) for one in waiting] == [(submission, "1.sum", "unreadable")]
    asked = {"submission": submission, "item": "1.sum", "points": "3/2", "reason": "He meant n squared."}
    decided = course.ask("POST", "/v1/reviews", **asked)
    assert decided.status == 201
    assert course.score(submission) == (1.5, "partial")
    assert course.service.get(f"/v1/reviews?rubric={course.name}").data["reviews"] == []
    course.publish("n (n + 1) / 2")
    course.regrade("applied", dry_run=False)
    assert course.score(submission) == (1.5, "partial")
    assert course.ask("DELETE", f"/v1/reviews/{decided.data['id']}").data["points"] == 1.5
    assert course.score(submission) == (0, "unreadable")


@pytest.mark.parametrize(
    "asked, told",
    [
        ({"points": 3}, (422, "bad_points", "points")),
        ({"points": "x"}, (422, "bad_points", "points")),
        ({"points": 1, "verdict": "correct"}, (422, "bad_verdict", "verdict")),
        ({"points": 1, "item": "1.mean"}, (422, "unknown_item", "item")),
        ({"points": 1, "submission": "0" * 26}, (404, "no_such_submission", None)),
    ],
    ids=["too many", "no number", "another verdict", "no such item", "no such submission"],
)
def test_what_may_not_be_decided_is_refused(course, asked, told):
    course.publish("n^2 / 2")
    submission = course.hand_in("n")
    body = {"submission": submission, "item": "1.sum", "reason": "so", **asked}
    assert course.ask("POST", "/v1/reviews", **body).told == told


def test_marking_a_group_marks_all_its_members(course):
    course.publish("n^2 / 2")
    members = [course.hand_in("n^2 + 1"), course.hand_in("1 + n^2")]
    other = course.hand_in("n^3")
    groups = course.service.get(f"/v1/rubrics/{course.name}/groups?item=1.sum").data["groups"]
    assert [(one["count"], one["verdict"]) for one in groups] == [(2, "incorrect"), (1, "incorrect")]
    asked = {"item": "1.sum", "group": groups[0]["group"], "points": 1, "reason": "Half of it."}
    assert course.ask("POST", f"/v1/rubrics/{course.name}/groups", **asked).data == {"decided": 2}
    assert [course.score(one) for one in (*members, other)] == [(1, "partial")] * 2 + [(0, "incorrect")]
    items = course.service.get(f"/v1/rubrics/{course.name}/items").data
    assert items["items"][0]["verdicts"] == {"partial": 2, "incorrect": 1}


def test_a_sample_is_drawn_by_its_seed(course):
    course.publish("n^2 / 2")
    submissions = {course.hand_in(answer) for answer in ("n^2/2", "n*n/2", "n^3")}
    drawn = course.service.get(f"/v1/rubrics/{course.name}/sample?n=5&seed=a").data["results"]
    assert {one["submission"] for one in drawn} < submissions
    assert len(drawn) == 2
    assert drawn == course.service.get(f"/v1/rubrics/{course.name}/sample?n=5&seed=a").data["results"]
