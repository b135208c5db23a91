"""A running service as the command line speaks to it."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from fullmarks.errors import OperatorError, StudentError, SubmissionError
from fullmarks.find.json_text import Json
from fullmarks.records import frozen
from fullmarks.report.model import Report

ANSWER_S = 60
"""Seconds in which any request must be answered."""
FIRST_PAUSE_S = 0.02
LONGEST_PAUSE_S = 1.0
LONGEST_WAIT_S = 60.0
"""Seconds that are waited at once for a service that has too much to do."""
MOST_TRIES = 10
FIRST_RETRY_S = 0.5
_NOTHING: Mapping[str, str] = {}
_JSON: Mapping[str, str] = {"Content-Type": "application/json"}


class _Answer(BaseModel):
    """What is read of an answer; a service may say more."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Receipt(_Answer):
    id: str


class _Standing(_Answer):
    state: str


class _Place(_Answer):
    where: str


class _Problem(_Answer):
    type: str
    detail: str
    errors: tuple[_Place, ...] = ()

    @property
    def code(self) -> str:
        return self.type.rpartition(":")[2].replace("-", "_")

    def refusal(self) -> SubmissionError:
        """It as the sender's mistake."""
        return SubmissionError(self.code, self.detail, self.errors[0].where if self.errors else "")


class _Row(_Answer):
    id: str | None = None
    problem: _Problem | None = None


class _Rows(_Answer):
    rows: tuple[_Row, ...]


_BUSY = frozenset(
    (
        http.HTTPStatus.TOO_MANY_REQUESTS,
        http.HTTPStatus.BAD_GATEWAY,  # from a proxy, while the service is started again
        http.HTTPStatus.SERVICE_UNAVAILABLE,
        http.HTTPStatus.GATEWAY_TIMEOUT,
    )
)
_NO_ENTRY = frozenset((http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN, http.HTTPStatus.TOO_MANY_REQUESTS))
_FOR_NOW = frozenset({"queue_full", "rubric_in_motion", "no_database"})
"""Why a row may be refused that would be taken later."""


@frozen
class _Answered:
    """An answer as it came; ``after_s``: when the service wants to be asked again, where it says that."""

    status: int
    content: bytes
    after_s: float | None


@dataclass(slots=True)
class ServiceClient:
    """The service at an address such as ``http://localhost:8000``, spoken to over one connection that is kept open.

    ``key`` is sent where one is given.
    """

    url: str
    key: str | None = field(default=None, repr=False)
    most_tries: int = MOST_TRIES
    """So often one that has too much to do, or is being started again, is asked."""
    _held: http.client.HTTPConnection | None = None
    _was_reached: bool = False

    def check_address(self) -> None:
        """Raises ``OperatorError`` for what is no address of a service; nothing is sent."""
        self._connection()

    def close(self) -> None:
        """Closes the connection; the next question opens another."""
        held, self._held = self._held, None
        if held is not None:
            held.close()

    def hand_in(self, body: Mapping[str, Json]) -> str:
        """The id that the submission gets; raises ``SubmissionError`` for what the service refuses."""
        return _Receipt.model_validate_json(self.ask("POST", "/v1/submissions", body)).id

    def hand_in_all(self, lines: Sequence[str], key: str) -> list[str | SubmissionError]:
        """The ids that submissions, each a line of JSON, get, or why the service refuses one.

        What was handed in with that key before is not handed in again, and has the id that it got.
        """
        content, pause = "\n".join(lines).encode(), FIRST_RETRY_S
        headers = {"Content-Type": "application/x-ndjson", "Idempotency-Key": key}
        tries = 1
        while True:
            rows = _Rows.model_validate_json(self._content("POST", "/v1/submissions:batch", content, headers)).rows
            late = next((row.problem for row in rows if row.problem and row.problem.code in _FOR_NOW), None)
            if late is None:
                return [row.problem.refusal() if row.problem else row.id or "" for row in rows]
            if tries >= self.most_tries:
                raise OperatorError(late.code, late.detail)
            time.sleep(pause)
            tries, pause = tries + 1, min(pause * 2, LONGEST_WAIT_S)

    def report_if_there(self, submission_id: str) -> Report | None:
        """The report, None while there is none; raises ``StudentError`` if there never will be one."""
        try:
            return Report.model_validate_json(self.ask("GET", f"/v1/submissions/{submission_id}/report"))
        except SubmissionError as error:
            if error.code == "not_graded_yet":
                return None
            raise

    def report(self, submission_id: str) -> Report:
        """The report, once it is there; raises ``StudentError`` (``grading_failed``) if there never will be one."""
        path, pause = f"/v1/submissions/{submission_id}", FIRST_PAUSE_S
        while _Standing.model_validate_json(self.ask("GET", path)).state not in {"graded", "failed"}:
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE_S)
        return Report.model_validate_json(self.ask("GET", f"{path}/report"))

    def ask(self, method: str, path: str, body: Mapping[str, Json] | None = None) -> bytes:
        """The content of an answer; raises ``SubmissionError`` for what the service refuses, ``OperatorError`` for its faults."""
        if body is None:
            return self._content(method, path, None, _NOTHING)
        return self._content(method, path, json.dumps(body, ensure_ascii=False).encode(), _JSON)

    def _content(self, method: str, path: str, content: bytes | None, said: Mapping[str, str]) -> bytes:
        headers = {**said, "Authorization": f"Bearer {self.key}"} if self.key else said
        pause = FIRST_RETRY_S
        tries = 1
        while True:
            answered = self._tried(method, path, content, headers, is_last=tries > self.most_tries)
            if answered is not None and (answered.status not in _BUSY or tries > self.most_tries):
                break
            time.sleep(pause if answered is None or answered.after_s is None else answered.after_s)
            tries, pause = tries + 1, min(pause * 2, LONGEST_WAIT_S)
        if answered.status >= http.HTTPStatus.BAD_REQUEST:
            raise _refusal(self.url, answered.status, answered.content)
        return answered.content

    def _tried(
        self, method: str, path: str, content: bytes | None, headers: Mapping[str, str], *, is_last: bool
    ) -> _Answered | None:
        """None where a service that has been reached cannot be any more, as one that is being started again."""
        may_be_said_again = method == "GET" or "Idempotency-Key" in headers
        try:
            return self._answered(method, path, content, headers)
        except OperatorError:
            if is_last or not (self._was_reached and may_be_said_again):
                raise
            return None

    def _answered(self, method: str, path: str, content: bytes | None, headers: Mapping[str, str]) -> _Answered:
        while True:
            is_held = self._held is not None
            connection = self._held = self._held or self._connection()
            try:
                connection.request(method, path, content, headers)
                self._was_reached = True
                response = connection.getresponse()
                return _Answered(response.status, response.read(), _pause(response))
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if is_held:  # the service may close what was held for long
                    continue
                why = str(error) or type(error).__name__
                raise OperatorError("no_service", f"The service at {self.url} cannot be reached: {why}") from error

    def _connection(self) -> http.client.HTTPConnection:
        address = urlsplit(self.url)
        if address.hostname is None or address.scheme not in {"http", "https"}:
            raise OperatorError("bad_address", f"“{self.url}” is no address of a service, such as http://HOST:8000")
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        return kind(address.hostname, address.port, timeout=ANSWER_S)


def _pause(response: http.client.HTTPResponse) -> float | None:
    """The seconds after which a service that has too much to do wants to be asked again."""
    after = response.headers.get("Retry-After", "")
    return min(float(after), LONGEST_WAIT_S) if after.isdecimal() else None


def _refusal(url: str, status: int, answer: bytes) -> StudentError | OperatorError:
    """The error that a problem document tells of: the sender's for 4xx, the service's for 5xx and where it lets nobody in."""
    try:
        problem = _Problem.model_validate_json(answer)
    except ValidationError:
        return OperatorError("no_service", f"What answers at {url} is no Fullmarks: it answered with status {status}.")
    is_of_the_submission = status < http.HTTPStatus.INTERNAL_SERVER_ERROR and status not in _NO_ENTRY
    return problem.refusal() if is_of_the_submission else OperatorError(problem.code, problem.detail)
