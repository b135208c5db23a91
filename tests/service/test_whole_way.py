"""From POST to report, with real servers and real processes all the way."""

import json

import pytest
import redis

GOOD = {"answers": {"1a": "x^2 - 1", "1b": {"sum": "2x", "difference": 0}}}


def all_graded(service, submissions) -> bool:
    return all(service.state(submission) == "graded" for submission in submissions)


def test_a_submission_goes_in_and_its_report_comes_out(impatient, wait_until):
    taken = impatient.post(json.dumps({"rubric": "algebra", **GOOD}).encode())
    assert taken.status == 202
    submission = taken.data["id"]
    links = {"self": f"/v1/submissions/{submission}", "report": f"/v1/submissions/{submission}/report"}
    assert taken.data == {"id": submission, "state": taken.data["state"], "links": links}
    assert taken.headers["Location"] == links["self"]
    wait_until(lambda: impatient.state(submission) == "graded")
    assert impatient.get(links["self"]).data == {
        "id": submission,
        "state": "graded",
        "score": 3,
        "max_score": 3,
        "links": links,
    }
    report = impatient.get(links["report"]).data
    assert (report["schema"], report["submission"], report["score"]) == ("fullmarks/report@1", submission, 3)


def test_who_waits_gets_the_report(impatient):
    answer = impatient.post(json.dumps({"rubric": "algebra", **GOOD}).encode(), wait=30)
    assert (answer.status, answer.data["score"]) == (200, 3)


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(impatient, long_chat, wait_until):
    submissions = [impatient.hand_in(**long_chat(100)) for _ in range(12)]
    wait_until(lambda: any(impatient.state(submission) == "grading" for submission in submissions))
    impatient.kill("worker")
    submissions += [impatient.hand_in(**GOOD) for _ in range(8)]
    wait_until(lambda: all_graded(impatient, submissions))
    # What the worker held was begun again, and has one report all the same.
    assert max(map(impatient.claims, submissions)) > 1
    listed = ", ".join(f"'{submission}'" for submission in submissions)
    assert impatient.rows(f"SELECT count(*) FROM reports WHERE submission_id IN ({listed})") == [(20,)]


def test_a_broker_that_is_emptied_loses_nothing(impatient, wait_until):
    with impatient.worker_stopped():
        submissions = [impatient.hand_in(**GOOD) for _ in range(10)]
        address = impatient.settings.broker or f"redis+socket://{impatient.settings.data}/broker/socket"
        with redis.Redis(unix_socket_path=address.removeprefix("redis+socket://")) as broker:
            assert broker.llen("grade") > 0
            broker.flushdb()
    wait_until(lambda: all_graded(impatient, submissions))


@pytest.mark.parametrize("impatient", ["embedded"], indirect=True)
def test_a_broker_that_is_killed_is_started_again(impatient, wait_until):
    impatient.kill("broker")
    submission = impatient.hand_in(**GOOD)
    wait_until(lambda: impatient.state(submission) == "graded")
    assert impatient.get("/readyz").status == 200


def test_a_submission_that_ends_its_process_again_and_again_is_given_up(service, long_chat, wait_until):
    poison = service.hand_in(**long_chat(1500))
    for time in range(1, 4):
        wait_until(lambda time=time: service.claims(poison) == time)
        service.kill_graders()
    wait_until(lambda: service.state(poison) == "failed")
    answer = service.get(f"/v1/submissions/{poison}/report")
    assert answer.told == (409, "grading_failed", None)
    assert answer.data["detail"] == (
        "This submission could not be graded. Its grading was begun 3 times, and each time the worker process ended "
        "before it was done: killed, out of memory, or stopped at the hard time limit."
    )
    assert service.post(json.dumps({"rubric": "algebra", **GOOD}).encode(), wait=30).status == 200


def test_an_api_that_is_killed_comes_back_at_the_same_address(impatient, wait_until):
    submission = impatient.hand_in(**GOOD)
    killed = impatient.children()["API"]
    impatient.kill("API")
    wait_until(lambda: impatient.children().get("API", killed) != killed)
    assert impatient.get("/healthz").status == 200
    wait_until(lambda: impatient.state(submission) == "graded")
