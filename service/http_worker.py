"""gunicorn's worker, but what it refuses before the application sees it is told as a problem too, not as a page.

And a thread that answered a request stays a moment with its connection: a client that hands in one after the other sends the
next at once, and the way through the main thread's poller and back costs a third of what an answer costs.
"""

from __future__ import annotations

import logging
import select
import socket
from contextlib import suppress
from http import HTTPStatus

from gunicorn.glogging import Logger
from gunicorn.http.errors import ExpectationFailed, LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.http.message import Request
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import TConn, ThreadWorker

from service.headers import HEADERS
from service.problem import Problem
from service.problems import MEDIA_TYPE, problem, problem_of
from service.request_log import REQUEST_ID, request_id_of

log = logging.getLogger(__name__)

STATUS_OF = {
    LimitRequestLine: (HTTPStatus.REQUEST_URI_TOO_LONG, "The address of this request is too long."),
    LimitRequestHeaders: (HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers of this request are too long."),
    ExpectationFailed: (HTTPStatus.EXPECTATION_FAILED, "Of the Expect header only 100-continue is understood."),
}
MALFORMED = (HTTPStatus.BAD_REQUEST, "This is not a request that HTTP can read.")
NEXT_WITHIN_MS = 50
"""So long a thread stays with a connection whose request it has answered, while no other needs it."""


class NoAccessLog(Logger):
    """Without gunicorn's own record of each request: the application writes one (``service.request_log``)."""

    @property
    def access_log_enabled(self) -> bool:
        return False


class ProblemWorker(ThreadWorker):
    """Answers with ``application/problem+json`` where gunicorn answers with HTML."""

    def handle(self, conn: TConn) -> object:
        """Answer a request, and those that follow it closely; what gunicorn is to do with the connection then."""
        became = super().handle(conn)
        while became is True and self._next_is_here(conn):
            became = super().handle(conn)
        return became

    def _next_is_here(self, conn: TConn) -> bool:
        """With no more connections than threads nobody waits for the one that waits here."""
        if not self.alive or self.nr_conns > self.cfg.threads:
            return False
        if conn.parser.unreader.buf.getvalue():
            return True  # it was read with the last one
        coming = select.poll()
        coming.register(conn.sock, select.POLLIN)
        return bool(coming.poll(NEXT_WITHIN_MS))

    def handle_error(
        self, req: Request | None, client: socket.socket, addr: tuple[str, int] | None, exc: Exception
    ) -> None:
        """Tell the client what was wrong with its request, and close."""
        told = _told(exc)
        content = told.model_dump_json()
        headers = {
            "Connection": "close",
            "Content-Type": MEDIA_TYPE,
            "Content-Length": str(len(content.encode())),
            REQUEST_ID: request_id_of(None),
            **HEADERS,
        }
        head = f"HTTP/1.1 {told.status} {told.title}\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in headers.items()
        )
        with suppress(OSError):
            write_nonblock(client, f"{head}\r\n{content}".encode())


def _told(error: Exception) -> Problem:
    if not isinstance(error, ParseException):
        return problem_of(error)
    log.warning("A request could not be read: %s", error)
    status, sentence = STATUS_OF.get(type(error), MALFORMED)
    return problem(status, HTTPStatus(status).phrase.lower().replace(" ", "_").replace("-", "_"), sentence)
