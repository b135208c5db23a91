"""gunicorn's worker, but what it refuses before the application sees it is told as a problem too, not as a page."""

from __future__ import annotations

import logging
import socket
from contextlib import suppress
from http import HTTPStatus

from gunicorn.http.errors import ExpectationFailed, LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.http.message import Request
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

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


class ProblemWorker(ThreadWorker):
    """Answers with ``application/problem+json`` where gunicorn answers with HTML."""

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
