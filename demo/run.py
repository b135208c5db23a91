"""A homework from POST to report: starts the service, hands in, waits for the worker, prints, stops everything.

Exits with 1, and says why, if anything is not as it should be.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from fullmarks.outcome import Verdict
from fullmarks.report.as_text import as_text
from fullmarks.report.model import Report

ROOT = Path(__file__).parents[1]
RUBRIC = "cs182-hw4"
HOMEWORK = ROOT / "demo" / "homework.md"
EXPECTED = {Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT, Verdict.UNREADABLE, Verdict.MISSING}
"""The verdicts that the homework is written to get."""
GRADED_WITHIN_S = 30
STOPPED_WITHIN_S = 60


def main() -> None:
    """The whole of it."""
    with tempfile.TemporaryDirectory(prefix="fullmarks-demo-") as data, running_service(Path(data)) as url:
        print(f"The service answers at {url}")
        submission_id = hand_in(url)
        report = wait_for_report(url, submission_id)
    print(f"\n{as_text(report)}")
    verdicts = {item.verdict for part in report.parts for attempt in part.attempts for item in attempt.items}
    if absent := EXPECTED - verdicts:
        sys.exit(f"No answer was {' or '.join(sorted(absent))}: the homework is written to have some of each.")
    print("Everything that was started has been stopped.")


@contextmanager
def running_service(data: Path) -> Iterator[str]:
    """`fullmarks serve` on a free port, its data in this folder; its address."""
    program = Path(sys.executable).with_name("fullmarks")
    command = [program, "serve", "--port", "0", "--data", data, "--rubrics", ROOT / "rubrics"]
    # A line for each request would stand between those that matter here.
    quiet = {**os.environ, "FULLMARKS_LOG_LEVEL": "warning"}
    service = subprocess.Popen(command, env=quiet, stdout=subprocess.PIPE, text=True)
    try:
        yield address(service)
    finally:
        service.terminate()
        status = service.wait(STOPPED_WITHIN_S)
    if status != 0:
        sys.exit(f"The service exited with status {status}.")


def address(service: subprocess.Popen[str]) -> str:
    """What the service prints once it answers."""
    line = service.stdout.readline() if service.stdout else ""
    url = next((word for word in line.split() if word.startswith("http://")), None)
    if url is None:
        sys.exit("The service did not start; the lines above say why.")
    return url


def hand_in(url: str) -> str:
    """Post the homework; the submission's id."""
    receipt = ask(
        url, "POST", "/v1/submissions", {"rubric": RUBRIC, "document": HOMEWORK.read_text("utf-8")}, wanted=202
    )
    print(f"POST {HOMEWORK.relative_to(ROOT)} → 202, {receipt['state']} as {receipt['id']}")
    return str(receipt["id"])


def wait_for_report(url: str, submission_id: str) -> Report:
    """Ask until the worker is done."""
    last = time.monotonic() + GRADED_WITHIN_S
    while (standing := ask(url, "GET", f"/v1/submissions/{submission_id}"))["state"] != "graded":
        if standing["state"] == "failed" or time.monotonic() > last:
            sys.exit(f"The submission was not graded: {standing}")
        time.sleep(0.05)
    print(f"GET {submission_id} → graded, {standing['score']:g} of {standing['max_score']:g} points")
    return Report.model_validate(ask(url, "GET", f"/v1/submissions/{submission_id}/report"))


def ask(
    url: str, method: str, path: str, body: Mapping[str, str] | None = None, wanted: int = 200
) -> dict[str, object]:
    """One request; its answer must have the wanted status."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request(method, path, json.dumps(body) if body else None, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = json.load(response)
    connection.close()
    if response.status != wanted:
        sys.exit(f"{method} {path} was answered with {response.status}: {answer}")
    return dict(answer)


if __name__ == "__main__":
    main()
