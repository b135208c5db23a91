"""What never gets to the application is told as a problem all the same."""

import json
import socket
from contextlib import ExitStack

import pytest


@pytest.fixture
def send(service):
    """Send bytes as they are; the status and the code of the problem that comes back."""

    def sent(content: bytes) -> tuple[int, str]:
        with socket.create_connection(("127.0.0.1", service.port), timeout=30) as connection:
            connection.sendall(content)
            answer = b""
            while chunk := connection.recv(65536):
                answer += chunk
        head, _, body = answer.partition(b"\r\n\r\n")
        assert b"Content-Type: application/problem+json" in head
        problem = json.loads(body)
        assert problem["status"] == int(head.split()[1])
        return problem["status"], problem["type"].removeprefix("urn:fullmarks:problem:")

    return sent


@pytest.mark.parametrize(
    "content, status, code",
    [
        pytest.param(b"nonsense\r\n\r\n", 400, "bad-request", id="no HTTP"),
        pytest.param(b"GET /healthz HTTP/1.1\r\nHost example\r\n\r\n", 400, "bad-request", id="no header"),
        pytest.param(b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n\r\n", 414, "request-uri-too-long", id="address too long"),
        pytest.param(
            b"GET /healthz HTTP/1.1\r\nHost: x\r\nCookie: " + b"x" * 10_000 + b"\r\n\r\n",
            431,
            "request-header-fields-too-large",
            id="header too long",
        ),
        pytest.param(
            b"POST /v1/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nnot hexadecimal\r\n",
            400,
            "bad-request",
            id="chunks that are none",
        ),
    ],
)
def test_what_http_cannot_read(send, service, content, status, code):
    assert send(content) == (status, code)
    assert service.get("/healthz").status == 200


ASKED = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
GOOD = b"HTTP/1.1 200 OK"


def answers(connection: socket.socket, count: int) -> int:
    """How many of so many answers come."""
    received = b""
    while received.count(GOOD) < count or not received.endswith(b"}"):
        chunk = connection.recv(65536)
        if not chunk:
            break
        received += chunk
    return received.count(GOOD)


def test_requests_that_come_in_one_go_are_all_answered(service):
    with socket.create_connection(("127.0.0.1", service.port), timeout=30) as connection:
        connection.sendall(ASKED * 5)
        assert answers(connection, 5) == 5


def test_more_open_connections_than_threads_are_all_answered(service):
    with ExitStack() as opened:
        several = [
            opened.enter_context(socket.create_connection(("127.0.0.1", service.port), timeout=30))
            for _ in range(2 * service.settings.api_threads)
        ]
        for _ in range(3):
            for connection in several:
                connection.sendall(ASKED)
            assert [answers(connection, 1) for connection in several] == [1] * len(several)
