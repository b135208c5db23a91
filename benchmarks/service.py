"""The way through the service: posted, queued, graded, reported, over the loopback, with Celery's own cost beside it."""

import json
import os
import signal
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, perf_counter, sleep

from benchmarks.engine_alone import SECONDS, homeworks_per_s
from benchmarks.machine import ROOT, Machine
from benchmarks.measured import Frozen
from benchmarks.noop import TASKS, noop_per_s
from benchmarks.processes import CHILDREN, command_of, descendants, shared_out_mb
from benchmarks.served import Client, Served, served

HOMEWORK = ROOT / "demo" / "homework.md"
RUBRIC = ROOT / "rubrics" / "cs182-hw4.yaml"
ONE_ANSWER: Mapping[str, object] = {"rubric": "cs182-hw4", "answers": {"1a.runtime": "2c\\,d_{out}^2 d_{in}"}}
SINGLY = 50
ANSWERS = 400
HOMEWORKS = 100
GRADED_WITHIN_S = 120
LOOK_EVERY_S = 0.005


class Throughput(Frozen):
    """Many submissions at once: how many were handed in a second, and graded a second from the first POST on."""

    submissions: int
    handed_in_per_s: float
    graded_per_s: float


class WorkersFigures(Frozen):
    """The service with so many processes that grade."""

    workers: int
    first_answer_s: float
    """From the start of ``fullmarks serve`` until it answers."""
    first_report_s: float
    """Until the report of a first submission is there."""
    submit_to_report_ms: float
    """One submission of one answer after another: from POST to the report in hand, in the middle."""
    submit_to_report_p95_ms: float
    answers: Throughput
    """Submissions of one answer."""
    homeworks: Throughput
    """Submissions of a whole homework."""
    backlog_per_s: float
    """Whole homeworks graded a second when they wait already and none is handed in beside."""
    engine_per_s: float
    """The same homework graded by the engine alone, in as many processes."""
    memory_mb: Mapping[str, float]
    """By what the processes are, after all that."""
    noop_tasks: int
    noop_per_s: float
    """Celery tasks a second that do nothing, on the same broker, once the service had nothing to do."""


class Service(Frozen):
    """The whole run."""

    machine: Machine
    workers: tuple[WorkersFigures, ...]


def measure_workers(
    workers: int,
    *,
    singly: int = SINGLY,
    answers: int = ANSWERS,
    homeworks: int = HOMEWORKS,
    tasks: int = TASKS,
    engine_s: float = SECONDS,
) -> WorkersFigures:
    """Start the service, measure, stop it."""
    answer = json.dumps(ONE_ANSWER).encode()
    homework = json.dumps({"rubric": "cs182-hw4", "document": HOMEWORK.read_text("utf-8")}).encode()
    begun = perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="fm-bench-") as data,
        served(Path(data), workers) as service,
        Client(service.url) as client,
    ):
        client.ask("POST", "/v1/submissions?wait=30", answer)
        first_report_s = perf_counter() - begun
        alone_ms = [_alone_ms(client, answer) for _ in range(singly)]
        at_once, classes = _throughput(client, answer, answers), _throughput(client, homework, homeworks)
        return WorkersFigures(
            workers=workers,
            first_answer_s=round(service.first_answer_s, 2),
            first_report_s=round(first_report_s, 2),
            submit_to_report_ms=round(median(alone_ms), 1),
            submit_to_report_p95_ms=round(quantiles(alone_ms, n=20, method="inclusive")[-1], 1),
            answers=at_once,
            homeworks=classes,
            backlog_per_s=round(_backlog_per_s(service, client, homework, homeworks), 1),
            engine_per_s=round(homeworks_per_s(RUBRIC, HOMEWORK, workers, engine_s), 1),
            memory_mb=_memory_mb(service.process),
            noop_tasks=tasks,
            noop_per_s=round(noop_per_s(service.broker_url, workers, tasks)),
        )


def _alone_ms(client: Client, body: bytes) -> float:
    begun = perf_counter()
    client.ask("POST", "/v1/submissions?wait=30", body)
    return (perf_counter() - begun) * 1e3


def _throughput(client: Client, body: bytes, submissions: int) -> Throughput:
    begun = perf_counter()
    ids = [client.hand_in(body) for _ in range(submissions)]
    handed_in_s = graded_s = perf_counter() - begun
    for submission_id in reversed(ids):  # once the last one is done hardly any is left to wait for
        if not client.is_graded(submission_id):
            _wait_for(client, submission_id)
            graded_s = perf_counter() - begun
    return Throughput(
        submissions=submissions,
        handed_in_per_s=round(submissions / handed_in_s, 1),
        graded_per_s=round(submissions / graded_s, 1),
    )


def _backlog_per_s(service: Served, client: Client, body: bytes, submissions: int) -> float:
    """The worker sleeps while they are handed in."""
    worker = next(one for one in descendants(service.process) if CHILDREN["worker"] in command_of(one))
    os.killpg(worker, signal.SIGSTOP)
    ids = [client.hand_in(body) for _ in range(submissions)]
    os.killpg(worker, signal.SIGCONT)
    begun = perf_counter()
    for submission_id in reversed(ids):
        _wait_for(client, submission_id)
    return submissions / (perf_counter() - begun)


def _memory_mb(supervisor: int) -> Mapping[str, float]:
    found: dict[str, float] = {"supervisor": shared_out_mb(supervisor)}
    for process in descendants(supervisor):
        name = next((name for name, word in CHILDREN.items() if word in command_of(process)), "others")
        found[name] = found.get(name, 0.0) + shared_out_mb(process)
    return {name: round(megabytes) for name, megabytes in found.items()}


def _wait_for(client: Client, submission_id: str) -> None:
    last = monotonic() + GRADED_WITHIN_S
    while not client.is_graded(submission_id):
        if monotonic() > last:
            raise RuntimeError(f"Submission {submission_id} was not graded within {GRADED_WITHIN_S} s.")
        sleep(LOOK_EVERY_S)
