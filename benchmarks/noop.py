"""How many tasks that do nothing Celery brings through a broker in a second."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, perf_counter, sleep

from celery import Celery
from redis import Redis

from benchmarks.machine import ROOT, program
from benchmarks.noop_worker import NOOP, create_noop

TASKS = 2_000
DONE_WITHIN_S = 120
LOOK_EVERY_S = 0.005


def noop_per_s(broker_url: str, workers: int, tasks: int = TASKS) -> float:
    """From the first message that is sent until the last task is done, by a worker that has been waiting for them."""
    app = create_noop(broker_url)
    socket = broker_url.removeprefix("redis+socket://")
    with noop_worker(broker_url, workers), Redis(unix_socket_path=socket) as broker:
        _run(app, broker, workers)
        begun = perf_counter()
        _run(app, broker, tasks)
        return tasks / (perf_counter() - begun)


@contextmanager
def noop_worker(broker_url: str, workers: int) -> Iterator[None]:
    """The worker, stopped at the end."""
    worker = subprocess.Popen(
        program("benchmarks.noop_worker", broker_url, str(workers)), cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(DONE_WITHIN_S)


def _run(app: Celery, broker: Redis, tasks: int) -> None:
    for _ in range(tasks):
        app.send_task(NOOP, (["0" * 26],), retry=False)
    last = monotonic() + DONE_WITHIN_S
    while broker.llen(NOOP) or broker.hlen("unacked"):  # kombu's list of what is sent, and hash of what is being done
        if monotonic() > last:
            raise RuntimeError(f"{tasks} tasks were not done within {DONE_WITHIN_S} s.")
        sleep(LOOK_EVERY_S)
