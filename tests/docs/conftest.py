"""A running service for the pages that talk to one."""

import http.client
import json
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.docs.pages import ID, Command, run

ROOT = Path(__file__).parents[2]
WITHIN_S = 30
PAGES_ADDRESS = re.compile(r"(?:https?://)?(?:localhost|127\.0\.0\.1):8000")


class Client:
    """Does what a page's commands do, at the address of a service that runs already.

    Of curl it knows headers, data and a URL. An id that a page shows stands for the last one that was given out.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.last_id = ""

    def run(self, command: Command) -> tuple[int, str]:
        line = PAGES_ADDRESS.sub(self.url, ID.sub(self.last_id, command.line))
        words = shlex.split(line)
        if words[:2] == ["fullmarks", "serve"]:
            return 0, "Fullmarks is at http://127.0.0.1:8000 (Ctrl-C stops it)\n"
        if words[0] == "curl":
            return 0, f"{self._curl(words[1:])}\n"
        return run(Command(line, command.printed, command.status))

    def _curl(self, words: list[str]) -> str:
        headers: dict[str, str] = {}
        body, url = None, ""
        rest = iter(words)
        for word in rest:
            if word == "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            elif word == "-d":
                body = next(rest)
            else:
                url = word
        content = self._finished(url) if body is None else self._request("POST", url, body, headers)
        if body is not None and (found := re.match(rf'{{"id":"({ID.pattern})"', content)):
            self.last_id = found[1]
            # How far it is when the answer comes is a matter of moments.
            return re.sub(r'"state":"\w+"', '"state":"queued"', content)
        return content

    def _finished(self, url: str) -> str:
        """What is there, of a submission once it is graded."""
        last = time.monotonic() + WITHIN_S
        while True:
            content = self._request("GET", url, None, {})
            if json.loads(content).get("state", "graded") == "graded":
                return content
            assert time.monotonic() < last, content
            time.sleep(0.02)

    def _request(self, method: str, url: str, body: str | None, headers: dict[str, str]) -> str:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=WITHIN_S)
        connection.request(method, f"{parts.path}?{parts.query}", body.encode() if body else None, headers)
        content = connection.getresponse().read().decode()
        connection.close()
        return content


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of `fullmarks serve` with the project's rubrics."""
    data = tmp_path_factory.mktemp("data")
    program = Path(sys.executable).with_name("fullmarks")
    command = [program, "serve", "--port", "0", "--data", data, "--rubrics", ROOT / "rubrics", "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        try:
            line = service.stdout.readline() if service.stdout else ""
            found = re.fullmatch(r"Fullmarks is at (http://\S+) \(Ctrl-C stops it\)\n", line)
            assert found, f"The service printed “{line}”."
            yield Client(found[1])
        finally:
            service.terminate()
