"""A zip that was built with a server's address: graded there, and here where the server does not."""

import json
import signal
import socket
import threading
import urllib.request
from contextlib import contextmanager

import pytest

from tests.cli.gradescope.conftest import METADATA, hand_in, tell, written
from tests.deploy.processes import free_port, running


@pytest.fixture
def answers(container):
    hand_in(container, "answers.md", (container.root / "ann.md").read_text("utf-8"))


def ask(container, server, **settings):
    container.settings.write_text(json.dumps({"server": server, **settings}), "utf-8")


@pytest.fixture
def server(container, program, wait_until):
    """The service itself, with the container's rubric."""
    port = free_port()
    command = [program, "serve", "--port", str(port), "--rubrics", container.source, "--data", container.root / "data"]
    with running(command, container.root, port):
        wait_until(lambda: answers_at(port))
        yield f"http://127.0.0.1:{port}"


def answers_at(port):
    """It listens before it can answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60) as answer:
            return answer.status == 200
    except OSError:
        return False


def test_graded_by_the_server(container, graded, answers, server):
    """It is late by Gradescope's times, which the server is told."""
    tell(container, METADATA | {"created_at": "2026-03-02T11:00:00-08:00"})
    ask(container, server)
    there = graded()
    container.settings.unlink()
    here = graded()
    assert (there.status, there.err) == (0, "")
    assert there.results.extra_data.submission != here.results.extra_data.submission  # it has an id of the server's
    assert there.results.tests == here.results.tests


@contextmanager
def answering(reply: bytes):
    """Something that listens, and says the same to everybody; nothing at all if it is empty."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        kept = []

        def serve():
            try:
                while True:
                    client, _ = listener.accept()
                    kept.append(client)
                    if reply:
                        client.recv(65_536)
                        client.sendall(reply)
                        client.close()
            except OSError:
                return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for client in kept:
            client.close()


def problem(status: int, detail: str) -> bytes:
    body = json.dumps({"type": "urn:fullmarks:problem:unknown-rubric", "detail": detail}).encode()
    return b"HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (status, len(body)) + body


@pytest.mark.parametrize(
    "reply, why",
    [
        pytest.param(problem(404, "There is no such rubric."), "There is no such rubric.", id="another rubric"),
        pytest.param(problem(401, "There is no key."), "There is no key.", id="no key"),
        pytest.param(problem(503, "The queue is down."), "The queue is down.", id="out of order"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "Invalid JSON", id="no Fullmarks"),
        pytest.param(b"hi", "cannot be reached", id="no HTTP"),
    ],
)
def test_graded_here_where_the_server_does_not(container, graded, answers, reply, why):
    with answering(reply) as address:
        ask(container, address, key="fm_secret")
        ended = graded()
    assert (ended.status, ended.results.score) == (0, 4)
    assert why in ended.err
    assert ended.err.rstrip().endswith("It is graded here instead.")
    assert "fm_secret" not in ended.err


def test_graded_here_where_nobody_listens(container, graded, answers):
    ask(container, f"http://127.0.0.1:{free_port()}")
    ended = graded()
    assert (ended.status, ended.results.score) == (0, 4)
    assert "cannot be reached: [Errno 111] Connection refused It is graded here instead." in ended.err


def test_graded_here_where_the_settings_are_none(container, graded, answers):
    container.settings.write_text("{", "utf-8")
    ended = graded()
    assert (ended.status, ended.results.score) == (0, 4)
    assert ended.err.startswith("autograder.json cannot be used: ")


def test_graded_here_where_the_server_keeps_silent(container, process, answers):
    """The process that asks is ended, and begun again without the server."""
    with answering(b"") as address:
        ask(container, address, seconds=0.2)
        ended = process("gradescope", "run", "--root", container.root)
    assert (ended.status, ended.err) == (0, f"Grading was ended at server by signal {signal.SIGALRM}.\n")
    assert written(container).score == 4


def test_what_the_student_must_mend_is_not_sent(container, graded):
    hand_in(container, "answers.json", '{"answers": {"9z": "1"}}')
    ask(container, f"http://127.0.0.1:{free_port()}")
    ended = graded()
    assert (ended.status, ended.err) == (
        4,
        "answers.json, answers.9z: “9z” is not a part of this homework. Its parts are 1a, 1b. Put that right, and hand in again.\n",
    )
