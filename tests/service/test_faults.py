"""Faults with real processes, each of which ends with a count: what was accepted is graded, once."""

import json
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

import pytest
from sqlalchemy import event

from benchmarks.soak import Plan, soak
from service.app import create_app
from service.desk import EXTENSION
from service.intake import DOWN_S
from service.settings import ServiceSettings
from store.database import open_database
from tests.conftest import postgresql_server

GOOD = {"answers": {"1a": "x^2 - 1", "1b": {"sum": "2x", "difference": 0}}}
BODY = json.dumps({"rubric": "algebra", **GOOD}).encode()


def test_mixed_load_and_random_kills_lose_nothing_and_double_nothing(impatient, long_chat):
    bodies = [BODY, json.dumps({"rubric": "algebra", **long_chat(3)}).encode()]
    database = open_database(impatient.settings.database_url)
    found = soak(impatient.url, impatient.process.pid, database, bodies, Plan(seconds=15, per_s=8, kill_every_s=2))
    database.close()
    assert found.kills
    assert found.accepted > 10
    assert (found.graded_once, found.lost, found.doubled) == (found.accepted, 0, 0)


@pytest.mark.parametrize("impatient", ["embedded"], indirect=True)
def test_an_api_that_is_killed_between_storing_and_sending(impatient, wait_until):
    def are_sent_at_once() -> bool:
        ids = ", ".join(f"'{impatient.hand_in(**GOOD)}'" for _ in range(8))
        return impatient.rows(f"SELECT DISTINCT sends FROM submissions WHERE id IN ({ids})") == [(1,)]

    unfinished = "SELECT count(*) FROM submissions WHERE state NOT IN ('graded', 'failed')"
    time.sleep(DOWN_S)  # an earlier test may have kept the broker from being asked
    wait_until(are_sent_at_once)
    wait_until(lambda: impatient.rows(unfinished) == [(0,)])
    broker = impatient.children()["broker"]
    os.kill(broker, signal.SIGSTOP)  # it takes connections, and answers nothing
    with ThreadPoolExecutor() as client:
        asked = client.submit(impatient.post, BODY, external_id="cut off")
        wait_until(lambda: impatient.rows("SELECT state FROM submissions ORDER BY id DESC LIMIT 1") == [("received",)])
        impatient.kill_whole("API")
        os.kill(broker, signal.SIGCONT)
        assert isinstance(asked.exception(), (OSError, HTTPException))
    wait_until(lambda: impatient.rows(unfinished) == [(0,)])
    # Lost on the way to the workers, it waited five seconds for a sweeper.
    ((sends, reports),) = impatient.rows(
        "SELECT sends, (SELECT count(*) FROM reports WHERE submission_id = submissions.id) "
        "FROM submissions ORDER BY id DESC LIMIT 1"
    )
    assert (sends <= 1, reports) == (True, 1)


@pytest.mark.parametrize("impatient", ["embedded"], indirect=True)
def test_while_the_broker_hangs_everybody_is_answered_soon(impatient, wait_until):
    broker = impatient.children()["broker"]
    os.kill(broker, signal.SIGSTOP)
    try:
        impatient.hand_in(**GOOD)  # the first finds out
        began = time.monotonic()
        submissions = [impatient.hand_in(**GOOD) for _ in range(3)]
        assert time.monotonic() - began < 5
    finally:
        os.kill(broker, signal.SIGCONT)
    wait_until(lambda: all(impatient.state(submission) == "graded" for submission in submissions))


def test_one_that_cannot_be_graded_costs_a_thousand_others_nothing(impatient, long_chat, wait_until):
    poison = json.dumps({"rubric": "algebra", **long_chat(1500)}).encode()
    rows = [BODY] * 500 + [poison] + [BODY] * 500
    answer = impatient.ask("POST", "/v1/submissions:batch", b"\n".join(rows), {"Content-Type": "application/x-ndjson"})
    ids = [row["id"] for row in answer.data["rows"]]
    listed = ", ".join(f"'{submission}'" for submission in ids)
    states = f"SELECT state, count(*) FROM submissions WHERE id IN ({listed}) GROUP BY state ORDER BY state"
    wait_until(lambda: impatient.rows(states) == [("failed", 1), ("graded", 1000)], 120)
    assert impatient.state(ids[500]) == "failed"
    assert impatient.rows(f"SELECT count(*) FROM reports WHERE submission_id IN ({listed})") == [(1000,)]


def test_a_database_that_is_restarted(tmp_path_factory, server_folder, redis_url, wait_until, start_with):
    folder = server_folder / "restarted"
    address = f"postgresql:///postgres?host={folder}&user=fullmarks"
    with postgresql_server(folder):
        service = start_with("--database", address, "--broker", f"{redis_url}?virtual_host=2")
        before = [service.hand_in(**GOOD) for _ in range(20)]
    assert service.post(BODY).status == 503
    with postgresql_server(folder):
        wait_until(lambda: service.get("/readyz").status == 200)
        after = [service.hand_in(**GOOD) for _ in range(20)]
        wait_until(lambda: all(service.state(submission) == "graded" for submission in before + after))
        assert service.rows("SELECT count(*), count(DISTINCT submission_id) FROM reports") == [(40, 40)]
        service.stop()


def test_a_full_disk_is_said_so_and_what_was_accepted_stays(tmp_path: Path, redis_url, rubrics):
    settings = ServiceSettings(data=tmp_path, rubrics=rubrics, broker=f"{redis_url}?virtual_host=3")
    app = create_app(settings)
    database = app.extensions[EXTENSION].database
    client = app.test_client()

    def post():
        return client.post("/v1/submissions", data=BODY, content_type="application/json")

    accepted = post().json["id"]

    @event.listens_for(database.engine, "begin")
    def no_more_pages(connection):
        # What SQLite says when a disk is full it also says at a limit of its own.
        (pages,) = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    database.close()
    statuses = [post().status_code for _ in range(100)]
    assert statuses[-1] == 503
    event.remove(database.engine, "begin", no_more_pages)
    database.close()
    assert client.get(f"/v1/submissions/{accepted}").status_code == 200
    assert post().status_code == 202
    with database.look() as connection:
        (stored,) = connection.exec_driver_sql("SELECT count(*) FROM submissions").one()
    assert stored == 2 + statuses.count(202)
    database.close()
