"""Regrades whose workers die in the middle, and live work that comes while they go on."""

import json
import os
import signal
import time

import pytest


@pytest.fixture
def course(impatient, course_in):
    return course_in(impatient)


def hand_in_many(course, number: int) -> list[str]:
    """Chats, so that each takes some milliseconds, with right and wrong answers."""
    ids = []
    for one in range(number):
        answer = ("n^2/2", "n(n+1)/2", "n^3")[one % 3]
        said = [f"1. The sum is ${answer}$, since $(x+{turn})^{{20}}$ does not count." for turn in range(8)]
        messages = [{"role": "assistant", "content": text} for text in said]
        ids.append(course.service.post(json.dumps({"rubric": course.name, "messages": messages}).encode()).data["id"])
    course.wait_until(lambda: all(course.service.state(one) == "graded" for one in ids))
    return ids


def rows(course, query: str) -> list[tuple]:
    return course.service.rows(query.format(rubric=course.name))


REPORTS = """SELECT s.id, count(*) FROM submissions s JOIN reports r ON r.submission_id = s.id
             WHERE s.rubric_id = '{rubric}' GROUP BY s.id HAVING count(*) <> 2"""


def test_a_regrade_whose_workers_are_killed_again_and_again_is_done_once(course):
    course.publish("n^2 / 2")
    ids = hand_in_many(course, 150)
    version = course.publish("n (n + 1) / 2", ", labels: [total]")
    begun = course.ask("POST", "/v1/regrades", rubric=course.name).data["id"]
    for _ in range(4):
        time.sleep(0.4)
        course.service.kill_graders()
    course.wait(begun, "computed")
    course.ask("POST", f"/v1/regrades/{begun}/apply", allow_lower=True)
    for _ in range(2):
        course.service.kill_graders()
        time.sleep(0.1)
    course.wait(begun, "applied")
    found = course.service.get(f"/v1/regrades/{begun}").data
    assert (found["counts"]["compared"], found["counts"]["applied"]) == (len(ids), len(ids))
    assert rows(course, REPORTS) == []
    assert {row[0] for row in rows(course, "SELECT rubric_version FROM submissions WHERE rubric_id = '{rubric}'")} == {
        version
    }


def test_a_regrade_survives_the_loss_of_its_worker_and_its_messages(course):
    course.publish("n^2 / 2")
    ids = hand_in_many(course, 30)
    course.publish("n (n + 1) / 2")
    with course.service.worker_stopped():
        begun = course.ask("POST", "/v1/regrades", rubric=course.name, dry_run=False, allow_lower=True).data["id"]
        os.killpg(course.service.children()["worker"], signal.SIGKILL)
    course.wait(begun, "applied")
    assert course.service.get(f"/v1/regrades/{begun}").data["counts"]["applied"] == len(ids)


def test_live_work_goes_first(course):
    course.publish("n^2 / 2")
    hand_in_many(course, 60)
    course.publish("n (n + 1) / 2", ", labels: [total]")
    with course.service.worker_stopped():
        begun = course.ask("POST", "/v1/regrades", rubric=course.name).data["id"]
        live = [
            course.service.post(json.dumps({"rubric": course.name, "answers": {"1.sum": "n"}}).encode())
            for _ in range(40)
        ]
    course.wait(begun, "computed")
    ids = ", ".join(f"'{one.data['id']}'" for one in live)
    ((last,),) = rows(course, f"SELECT max(finished_at) FROM submissions WHERE id IN ({ids})")
    ((computed,),) = rows(course, f"SELECT computed_at FROM regrades WHERE id = '{begun}'")
    assert last is not None
    assert str(last) < str(computed)
