"""SIGTERM under load: what is begun is finished, what was accepted is graded once, and a count proves it."""

import http.client
import json
import os
import signal
import threading
import time
from collections import Counter
from typing import Self

import pytest

BODY = {"rubric": "algebra", "answers": {"1a": "x^2 - 1", "1b": {"sum": "2x", "difference": 0}}}


class Load:
    """Clients that hand in over and over, and go on when they are not answered."""

    def __init__(self, service, long_chat, clients: int = 6) -> None:
        self.bodies = [json.dumps(BODY).encode(), json.dumps({"rubric": "algebra", **long_chat(20)}).encode()]
        self.service = service
        self.accepted: list[str] = []
        self.others: Counter[int] = Counter()
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.hand_in, args=(number,)) for number in range(clients)]

    def __enter__(self) -> Self:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def hand_in(self, number: int) -> None:
        while not self.over.is_set():
            try:
                answer = self.service.post(self.bodies[number % 2])
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)
                continue
            if answer.status == 202:
                self.accepted.append(answer.data["id"])
            else:
                self.others[answer.status] += 1


def ids(service, query: str) -> set[str]:
    return {row for (row,) in service.rows(query)}


def test_the_whole_service_under_load(start, long_chat, wait_until):
    service = start()
    with Load(service, long_chat) as load:
        wait_until(lambda: len(load.accepted) > 60)
        assert service.stop() == 0
    # No row is left in a worker's hands, and none that was answered is missing.
    assert service.rows("SELECT count(*) FROM submissions WHERE state = 'grading'") == [(0,)]
    assert load.others == {}
    assert set(load.accepted) <= ids(service, "SELECT id FROM submissions")
    again = start()
    wait_until(lambda: again.rows("SELECT count(*) FROM submissions WHERE state <> 'graded'") == [(0,)])
    stored = ids(again, "SELECT id FROM submissions")
    counts = again.rows("SELECT count(*), count(DISTINCT submission_id) FROM reports")
    assert counts == [(len(stored), len(stored))]
    assert again.rows("SELECT max(claims) FROM submissions") == [(1,)], "something was begun twice"


@pytest.mark.parametrize("child", ["API", "worker"])
def test_one_part_under_load(start, long_chat, wait_until, child):
    """The supervisor starts it again; meanwhile nothing is answered wrongly, and nothing is begun twice."""
    service = start()
    with Load(service, long_chat, clients=4) as load:
        wait_until(lambda: len(load.accepted) > 20)
        before = service.children()[child]
        os.kill(before, signal.SIGTERM)
        wait_until(lambda: service.children().get(child, before) != before)
        had = len(load.accepted)
        wait_until(lambda: len(load.accepted) > had + 20)
    assert load.others == {}
    wait_until(lambda: service.rows("SELECT count(*) FROM submissions WHERE state <> 'graded'") == [(0,)])
    assert set(load.accepted) <= ids(service, "SELECT submission_id FROM reports")
    ((reports, distinct),) = service.rows("SELECT count(*), count(DISTINCT submission_id) FROM reports")
    assert reports == distinct >= len(load.accepted)
    assert service.rows("SELECT max(claims) FROM submissions") == [(1,)], "something was begun twice"
