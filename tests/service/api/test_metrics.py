"""What Prometheus reads, from a real service and from one with everybody's keys."""

import json

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.service.people import Request

GOOD = {"1a": "x^2 - 1", "1b": {"sum": "2x", "difference": 0}}


def figures(text: str) -> dict[tuple[str, ...], float]:
    """By name and the values of the labels, in the order of the alphabet."""
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def read(impatient):
    """Ask the service, whose keepers may be killed."""
    return lambda: figures(impatient.get("/metrics").content.decode())


def test_what_was_graded_shows_and_nothing_waits(impatient, read, wait_until):
    before = read()
    rows = [{"rubric": "algebra", "answers": GOOD}] * 30
    impatient.ask("POST", "/v1/submissions:batch", json.dumps(rows).encode(), {"Content-Type": "application/json"})
    graded = ("fullmarks_gradings_total", "algebra", "graded", "main")
    correct = ("fullmarks_verdicts_total", "algebra", "correct", "main")
    took = ("fullmarks_grading_seconds_count", "algebra", "main")
    wait_until(lambda: read().get(graded, 0) - before.get(graded, 0) == 30)
    after = read()
    assert after[correct] - before.get(correct, 0) == 90
    assert after[took] - before.get(took, 0) == 30
    assert after["fullmarks_grading_seconds_bucket", "+Inf", "algebra", "main"] == after[took]
    wait_until(lambda: read()["fullmarks_oldest_unfinished_seconds",] == 0)
    assert read()["fullmarks_broker_up",] == 1
    batch = ("fullmarks_requests_total", "200", "hand_in_batch")
    assert after[batch] - before.get(batch, 0) == 1


@pytest.mark.parametrize("impatient", ["embedded"], indirect=True)
def test_what_waits_shows_with_its_age(impatient, read, wait_until):
    with impatient.worker_stopped():
        submission = impatient.hand_in(answers=GOOD)
        wait_until(lambda: read()["fullmarks_oldest_unfinished_seconds",] > 0.2)
        found = read()
    assert sum(found["fullmarks_unfinished", state] for state in ("received", "queued", "grading")) == 1
    wait_until(lambda: impatient.state(submission) == "graded")


def test_all_processes_of_an_api_answer_the_same(start, monkeypatch):
    monkeypatch.setenv("FULLMARKS_API_PROCESSES", "2")
    service = start()
    for _ in range(40):
        service.get("/v1/rubrics")
    counted = ("fullmarks_requests_total", "200", "served_rubrics")
    assert {figures(service.get("/metrics").content.decode())[counted] for _ in range(10)} == {40}


def test_without_a_broker_the_rest_is_told(world):
    found = figures(world.ask("admin", Request("GET", "/metrics")).text)
    assert found["fullmarks_broker_up",] == 0
    assert found["fullmarks_unfinished", "received"] == 0
    assert not any(name[0] == "fullmarks_gradings_total" for name in found)
