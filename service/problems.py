"""The table from errors to HTTP: which status each has, and how it is told (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus

from flask import Flask, Response, request
from pydantic import ValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException

from fullmarks.errors import FullmarksError, OperatorError, StudentError, SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.report.shown import shown
from service.problem import Problem, ProblemPlace
from service.refused import BadBodyError, BadRubricError, RefusedError
from service.upload import discard_upload

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

STATUS_OF_CODE: Mapping[str, HTTPStatus] = {
    "not_text": HTTPStatus.BAD_REQUEST,
    "malformed_json": HTTPStatus.BAD_REQUEST,
    "repeated_name": HTTPStatus.BAD_REQUEST,
    "too_deep": HTTPStatus.BAD_REQUEST,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "no_key": HTTPStatus.UNAUTHORIZED,
    "bad_key": HTTPStatus.UNAUTHORIZED,
    "scope_too_small": HTTPStatus.FORBIDDEN,
    "too_many_requests": HTTPStatus.TOO_MANY_REQUESTS,
    "not_yours": HTTPStatus.FORBIDDEN,
    "no_such_course": HTTPStatus.NOT_FOUND,
    "no_such_submission": HTTPStatus.NOT_FOUND,
    "not_yaml": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "no_such_item": HTTPStatus.NOT_FOUND,
    "no_such_student": HTTPStatus.NOT_FOUND,
    "no_such_key": HTTPStatus.NOT_FOUND,
    "no_such_rubric": HTTPStatus.NOT_FOUND,
    "no_such_version": HTTPStatus.NOT_FOUND,
    "course_exists": HTTPStatus.CONFLICT,
    "changed_meanwhile": HTTPStatus.PRECONDITION_FAILED,
    "condition_needed": HTTPStatus.PRECONDITION_REQUIRED,
    "not_released": HTTPStatus.CONFLICT,
    "no_such_regrade": HTTPStatus.NOT_FOUND,
    "no_such_review": HTTPStatus.NOT_FOUND,
    "no_such_group": HTTPStatus.NOT_FOUND,
    "not_computed": HTTPStatus.CONFLICT,
    "would_lower": HTTPStatus.CONFLICT,
    "no_marks": HTTPStatus.CONFLICT,
    "not_graded_yet": HTTPStatus.CONFLICT,
    "grading_failed": HTTPStatus.CONFLICT,
    "idempotency_key_reused": HTTPStatus.CONFLICT,
}
"""By an error's code. Of the codes that are not here a student's is 422, an operator's 503, and others are 500."""

SENTENCES: Mapping[int, str] = {
    400: "This request cannot be read.",
    404: "There is nothing at this address. /v1/openapi.json lists what there is.",
    405: "This address does not take this method; the Allow header lists those that it takes.",
    406: "There is nothing here of a media type that the header Accept of this request allows.",
    413: f"A submission may have {LONGEST_BYTES:,} bytes; this one is longer. Leave out what is no answer.",
    415: "Send a submission as uncompressed JSON, with the header Content-Type: application/json.",
    500: "Something went wrong here, through no fault of the request. It was written down for the operator.",
    503: "The database cannot be reached. Try again in a moment: with the same Idempotency-Key nothing is handed in twice.",
}
"""By status, where nothing better is known."""

CODES: Mapping[int, str] = {413: "too_large", 415: "not_json", 500: "defect", 503: "no_database"}
"""The codes that go with them; for others, the words of the status."""


def kind_of_problem(code: str) -> str:
    """The ``type`` of a problem, from an error's code."""
    return f"urn:fullmarks:problem:{code.replace('_', '-')}"


def places_of(error: FullmarksError) -> tuple[ProblemPlace, ...]:
    """Where a submission is wrong, and what is wrong there."""
    where = error.where if isinstance(error, SubmissionError) else ""
    return (ProblemPlace(where=shown(where), what=shown(error.sentence)),) if where else ()


def problem(status: int, code: str, detail: str, errors: tuple[ProblemPlace, ...] = ()) -> Problem:
    """A problem whose title is the status's own words."""
    return Problem(
        type=kind_of_problem(code), title=HTTPStatus(status).phrase, status=status, detail=shown(detail), errors=errors
    )


def problem_of(error: Exception) -> Problem:
    """How an error is told; one that is nobody's but ours is written down."""
    match error:
        case FullmarksError():
            return _ours(error)
        case ValidationError():
            return _by_place("bad_parameter", "A parameter of this request cannot be used.", error)
        case BadBodyError(mistakes=mistakes):
            return _by_place("bad_body", "The body of this request cannot be used.", mistakes)
        case BadRubricError(sentence=sentence, places=places):
            return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "bad_rubric", sentence, places)
        case OperationalError() | InterfaceError():
            log.warning("The database can't be reached: %s", error)
            return _by_status(HTTPStatus.SERVICE_UNAVAILABLE)
        case HTTPException(code=int(status)):
            return _by_status(status)
    log.error("A request failed through a defect of ours", exc_info=error)
    return _by_status(HTTPStatus.INTERNAL_SERVER_ERROR)


def _by_status(status: int) -> Problem:
    phrase = HTTPStatus(status).phrase
    return problem(status, CODES.get(status, phrase.lower().replace(" ", "_")), SENTENCES.get(status, f"{phrase}."))


def _ours(error: FullmarksError) -> Problem:
    if isinstance(error, StudentError | RefusedError):
        status = STATUS_OF_CODE.get(error.code, HTTPStatus.UNPROCESSABLE_ENTITY)
    elif isinstance(error, OperatorError):
        status = HTTPStatus.SERVICE_UNAVAILABLE
    else:
        status = HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(status, error.code, error.sentence, places_of(error))


def _by_place(code: str, detail: str, error: ValidationError) -> Problem:
    places = tuple(
        ProblemPlace(where=shown(".".join(str(step) for step in mistake["loc"])), what=f"{mistake['msg']}.")
        for mistake in error.errors(include_url=False, include_context=False, include_input=False)
    )
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, code, detail, places)


def answer(error: Exception) -> Response:
    """The response to an error."""
    told = problem_of(error)
    response = Response(told.model_dump_json(), told.status, content_type=MEDIA_TYPE)
    if isinstance(error, HTTPException):
        # What the status needs beside its body, such as Allow.
        for name, value in error.get_headers():
            if name.lower() != "content-type":
                response.headers.add(name, value)
    if isinstance(error, RefusedError):
        response.headers.update(error.headers)
    if told.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        response.call_on_close(partial(discard_upload, request.environ["wsgi.input"]))
    if told.status in {HTTPStatus.CONFLICT, HTTPStatus.SERVICE_UNAVAILABLE}:
        response.headers["Retry-After"] = "1"
    return response


def tell_problems(app: Flask) -> None:
    """Answer every error of this application by the table."""
    app.register_error_handler(Exception, answer)
