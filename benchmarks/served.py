"""A running ``fullmarks serve``, its own broker included, and a client on one connection."""

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Self
from urllib.parse import quote, urlsplit

from benchmarks.machine import ROOT

STOPPED_WITHIN_S = 60
ANSWERED_WITHIN_S = 60


@dataclass(frozen=True, slots=True)
class Served:
    """Where it answers, where its broker listens, and how long it took until it answered."""

    url: str
    broker_url: str
    first_answer_s: float
    process: int
    """The supervisor's process id."""


@contextmanager
def served(data: Path, workers: int) -> Iterator[Served]:
    """The service on a free port of this machine, with all that it keeps in ``data``; stopped at the end.

    Raises RuntimeError where it does not start.
    """
    program = Path(sys.executable).with_name("fullmarks")
    options = ("--port", "0", "--data", str(data), "--rubrics", str(ROOT / "rubrics"), "--workers", str(workers))
    begun = perf_counter()
    service = subprocess.Popen([program, "serve", *options], stdout=subprocess.PIPE, text=True)
    try:
        said = service.stdout.readline() if service.stdout else ""
        url = next((word for word in said.split() if word.startswith("http://")), None)
        if url is None:
            raise RuntimeError("The service did not start; the lines above say why.")
        with Client(url) as client:
            client.ask("GET", "/readyz", None)
        first_answer_s = perf_counter() - begun
        yield Served(
            url, f"redis+socket://{quote(str(data.absolute() / 'broker' / 'socket'))}", first_answer_s, service.pid
        )
    finally:
        service.terminate()
        service.communicate(timeout=STOPPED_WITHIN_S)


class Client:
    """Asks one after the other, on one connection."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=ANSWERED_WITHIN_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def ask(self, method: str, path: str, body: bytes | None) -> Mapping[str, object]:
        """The answer; raises RuntimeError for any status but 200 and 202."""
        self._connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        response = self._connection.getresponse()
        text = response.read()
        if response.status not in {http.HTTPStatus.OK, http.HTTPStatus.ACCEPTED}:
            raise RuntimeError(f"{method} {path} was answered with {response.status}: {text[:300]!r}")
        answer: dict[str, object] = json.loads(text)
        return answer

    def hand_in(self, body: bytes) -> str:
        """Post a submission; its id."""
        return str(self.ask("POST", "/v1/submissions", body)["id"])

    def is_graded(self, submission_id: str) -> bool:
        """Whether its report is there; raises RuntimeError where there will be none."""
        state = self.ask("GET", f"/v1/submissions/{submission_id}", None)["state"]
        if state == "failed":
            raise RuntimeError(f"Submission {submission_id} was not graded.")
        return state == "graded"
