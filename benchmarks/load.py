"""A client that hands in over many connections at once, as a class does: one process, real HTTP, kept-open connections.

``python -m benchmarks.load`` measures a service of its own with it, one submission a request and then all in one.
"""

import http.client
import json
import selectors
import socket
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.served import served

SUBMISSIONS = 6_000
CONNECTIONS = 32
WORKERS = 2

HEAD_END = b"\r\n\r\n"
READ_BYTES = 1 << 16


@dataclass(slots=True)
class _Connection:
    socket: socket.socket
    sent_at: float = 0.0
    received: bytes = b""


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: the answers' bodies, how long all took, and each answer's time in seconds."""

    answers: Sequence[bytes]
    seconds: float
    latencies_s: Sequence[float]


def hand_in_all(url: str, bodies: Sequence[bytes], connections: int) -> Load:
    """Post each body to ``/v1/submissions``, one a request; a connection sends the next when it has its answer.

    Raises RuntimeError for any answer but 202.
    """
    host = urlsplit(url).netloc
    requests = iter([_request(host, body) for body in bodies])
    answers: list[bytes] = []
    latencies: list[float] = []
    selector = selectors.DefaultSelector()
    begun = perf_counter()
    for request, _ in zip(requests, range(connections), strict=False):
        _send(selector, _Connection(_connected(url)), request, is_new=True)
    while selector.get_map():
        for key, _ in selector.select():
            connection: _Connection = key.data
            answer = _answer(connection)
            if answer is None:
                continue
            latencies.append(perf_counter() - connection.sent_at)
            answers.append(answer)
            request = next(requests, b"")
            if request:
                _send(selector, connection, request, is_new=False)
            else:
                selector.unregister(connection.socket)
                connection.socket.close()
    return Load(answers, perf_counter() - begun, latencies)


def _request(host: str, body: bytes) -> bytes:
    head = (
        f"POST /v1/submissions HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _connected(url: str) -> socket.socket:
    at = urlsplit(url)
    connected = socket.create_connection((at.hostname or "", at.port or 80))
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


def _send(selector: selectors.BaseSelector, connection: _Connection, request: bytes, *, is_new: bool) -> None:
    connection.sent_at = perf_counter()
    connection.received = b""
    connection.socket.sendall(request)
    if is_new:
        selector.register(connection.socket, selectors.EVENT_READ, connection)


def _answer(connection: _Connection) -> bytes | None:
    """The body of an answer that is all there; None while some of it is missing."""
    read = connection.socket.recv(READ_BYTES)
    if not read:
        raise RuntimeError("The service closed a connection.")
    connection.received += read
    head, end, body = connection.received.partition(HEAD_END)
    if not end:
        return None
    if not head.startswith(b"HTTP/1.1 202"):
        raise RuntimeError(f"A submission was answered with {connection.received[:300]!r}")
    length = next(
        int(line.partition(b":")[2]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
    )
    return body if len(body) == length else None


def _main(data: Path) -> None:
    body = json.dumps({"rubric": "cs182-hw4", "answers": {"1a.runtime": "2c d_out^2 d_in"}}).encode()
    with served(data, WORKERS) as service:
        hand_in_all(service.url, [body] * 50, 4)
        load = hand_in_all(service.url, [body] * SUBMISSIONS, CONNECTIONS)
        middle, late = (quantiles(load.latencies_s, n=100)[place] * 1e3 for place in (49, 98))
        print(f"one a request: {SUBMISSIONS / load.seconds:.0f} a second, p50 {middle:.0f} ms, p99 {late:.0f} ms")
        begun = perf_counter()
        client = http.client.HTTPConnection(urlsplit(service.url).netloc)
        lines = b"\n".join([body] * SUBMISSIONS)
        client.request("POST", "/v1/submissions:batch", lines, {"Content-Type": "application/x-ndjson"})
        taken = json.loads(client.getresponse().read())["accepted"]
        print(f"all in one: {taken / (perf_counter() - begun):.0f} a second")
        client.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="fm-load-") as folder:
        _main(Path(folder))
