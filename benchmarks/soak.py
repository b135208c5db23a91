"""Mixed load with random kills: whatever dies, each accepted submission must be graded once.

``python -m benchmarks.soak 60`` does it for an hour.

A client hands in over and over, and sends again what was not answered, under the same Idempotency-Key. Meanwhile one process after
another is killed: the API, one of its processes, the worker, one that grades, the broker.
"""

import http.client
import json
import os
import random
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from urllib.parse import urlsplit

from benchmarks.machine import ROOT
from benchmarks.measured import Frozen
from benchmarks.processes import CHILDREN, command_of, descendants, parent_of
from benchmarks.served import served
from store.database import Database, open_database
from store.settings import StoreSettings

MOST_KILLS_A_MINUTE = 3
"""Of one child of the supervisor, which gives up on one that dies more often."""
TRIES_AFTER_S = 0.2
DONE_WITHIN_S = 180
LOOK_EVERY_S = 0.5


class SoakFigures(Frozen):
    """What was done, and what came of it; ``lost`` and ``doubled`` must be nothing."""

    seconds: float
    accepted: int
    sent_again: int
    """Requests that were not answered, or with an error, and sent again."""
    kills: Mapping[str, int]
    graded_once: int
    lost: int
    """Accepted, and not graded in the end."""
    doubled: int
    """Stored twice for one key, or with two reports."""


@dataclass(slots=True)
class _Handed:
    accepted: dict[str, str] = field(default_factory=dict)
    """Key -> the id that it was answered with."""
    sent_again: int = 0
    contradicted: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how many submissions a second, how often something is killed, and the seed of what."""

    seconds: float
    per_s: float
    kill_every_s: float
    seed: int = 1


def soak(url: str, supervisor: int, database: Database, bodies: Sequence[bytes], plan: Plan) -> SoakFigures:
    """Load and kill for so long, then wait until nothing is left to grade, and count."""
    chance = random.Random(plan.seed)
    handed, over = _Handed(), Event()
    client = Thread(target=_hand_in, args=(url, bodies, plan.per_s, handed, over))
    client.start()
    kills: Counter[str] = Counter()
    times: dict[str, list[float]] = {name: [] for name in CHILDREN}
    end = monotonic() + plan.seconds
    try:
        while monotonic() < end:
            sleep(min(plan.kill_every_s, max(0.0, end - monotonic())))
            kills.update(_kill_one(supervisor, chance, times))
    finally:
        over.set()
        client.join()
    _wait_until_done(database)
    return _counted(database, handed, kills, plan.seconds)


def _hand_in(url: str, bodies: Sequence[bytes], per_s: float, handed: _Handed, over: Event) -> None:
    number = 0
    while not over.is_set():
        key = f"soak {number}"
        answered = _try(url, bodies[number % len(bodies)], key)
        while answered is None:
            handed.sent_again += 1
            sleep(TRIES_AFTER_S)
            answered = _try(url, bodies[number % len(bodies)], key)
        handed.accepted[key] = answered
        if number % 10 == 0 and _try(url, bodies[number % len(bodies)], key) not in {answered, None}:
            handed.contradicted += 1
        number += 1
        sleep(1 / per_s)


def _try(url: str, body: bytes, key: str) -> str | None:
    """The id; None where it must be sent again."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    try:
        connection.request(
            "POST", "/v1/submissions", body, {"Content-Type": "application/json", "Idempotency-Key": key}
        )
        response = connection.getresponse()
        said = response.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    if response.status < http.HTTPStatus.INTERNAL_SERVER_ERROR and response.status != http.HTTPStatus.ACCEPTED:
        raise RuntimeError(f"A submission was answered with {response.status}: {said[:300]!r}")
    return str(json.loads(said)["id"]) if response.status == http.HTTPStatus.ACCEPTED else None


def _kill_one(supervisor: int, chance: random.Random, times: Mapping[str, list[float]]) -> list[str]:
    """Kill a process that is there; the name of what it was."""
    children = {
        name: process
        for process in descendants(supervisor)
        if parent_of(process) == supervisor
        for name, word in CHILDREN.items()
        if word in command_of(process)
    }
    name = chance.choice([*CHILDREN, "process of API", "process that grades"])
    if name in CHILDREN:
        recent = [at for at in times[name] if monotonic() - at < 60]
        if name not in children or len(recent) >= MOST_KILLS_A_MINUTE:
            return []
        times[name].append(monotonic())
        victim = children[name]
    else:
        below = descendants(children.get("API" if name == "process of API" else "worker", 0))
        if not below:
            return []
        victim = chance.choice(below)
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        return []
    return [name]


def _wait_until_done(database: Database) -> None:
    last = monotonic() + DONE_WITHIN_S
    query = "SELECT count(*) FROM submissions WHERE state NOT IN ('graded', 'failed')"
    while _rows(database, query) != [(0,)]:
        if monotonic() > last:
            return
        sleep(LOOK_EVERY_S)


def _counted(database: Database, handed: _Handed, kills: Mapping[str, int], seconds: float) -> SoakFigures:
    stored = dict(_rows(database, "SELECT id, state FROM submissions WHERE substr(idempotency_key, 1, 5) = 'soak '"))
    reports = Counter(str(found) for (found,) in _rows(database, "SELECT submission_id FROM reports"))
    ids = set(handed.accepted.values())
    graded_once = sum(stored.get(one) == "graded" and reports[one] == 1 for one in ids)
    return SoakFigures(
        seconds=seconds,
        accepted=len(handed.accepted),
        sent_again=handed.sent_again,
        kills=dict(kills),
        graded_once=graded_once,
        lost=sum(stored.get(one) != "graded" for one in ids),
        doubled=len(set(stored) - ids)
        + (len(handed.accepted) - len(ids))
        + handed.contradicted
        + sum(reports[one] > 1 for one in ids),
    )


def _rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.look() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def _main(data: Path, minutes: float) -> None:
    bodies = [
        json.dumps({"rubric": "cs182-hw4", **body}).encode()
        for body in (
            {"answers": {"1a.runtime": "2c d_out^2 d_in", "2b": "1/sqrt(d_in)"}},
            {"document": (ROOT / "demo" / "homework.md").read_text("utf-8")},
            {"answers": {"1a.runtime": "(((((("}},
        )
    ]
    with served(data, workers=2) as service:
        database = open_database(StoreSettings(data=data).database_url)
        plan = Plan(seconds=60 * minutes, per_s=5, kill_every_s=10)
        print(soak(service.url, service.process, database, bodies, plan).model_dump_json(indent=2))
        database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="fm-soak-") as folder:
        _main(Path(folder), float(sys.argv[1]))
