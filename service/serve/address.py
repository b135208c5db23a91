"""The address that is listened on: opened once, kept open while the API behind it is started again."""

from __future__ import annotations

import http.client
import os
import socket

from fullmarks.errors import OperatorError

BACKLOG = 512
"""Requests that may wait while the API starts."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one.

    Raises ``OperatorError`` (``cannot_listen``).
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise OperatorError(
            "cannot_listen",
            f"Nothing can listen on {host}, port {port}: {os.strerror(error.errno or 0)}. Choose another with --host and --port.",
        ) from error


def url_of(listening: socket.socket) -> str:
    """Where the socket is reached from this machine."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # of any address, the nearest
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def answers(url: str, path: str, patience_s: float) -> bool:
    """Whether a GET is answered with 200 in time."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=patience_s)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
