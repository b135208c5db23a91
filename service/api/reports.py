"""The report of a submission, in the form and the view that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from flask import request
from pydantic import Field, RootModel

from fullmarks.errors import StudentError
from fullmarks.report.as_csv import as_csv, header
from fullmarks.report.as_gradescope import ExtraData, GradescopeResults, as_gradescope
from fullmarks.report.as_html import as_html
from fullmarks.report.as_markdown import as_markdown
from fullmarks.report.as_text import as_text
from fullmarks.report.model import Report
from fullmarks.report.named import NamedReport
from fullmarks.rubric.model import Rubric
from service.api.model import ApiModel
from service.caller import Caller, caller
from service.desk import desk
from service.operation import JSON, Answer, Operation, Reply
from service.refused import RefusedError
from service.release import View, are_points_released, report_in
from service.visible import visible
from store.register import Entry
from store.scope import Scope
from store.state import State

Form = Literal["json", "html", "markdown", "text", "csv", "gradescope"]
MEDIA_TYPES: Mapping[Form, str] = {
    "json": JSON,
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "csv": "text/csv",
}
"""Of the forms that the header Accept can ask for; Gradescope's is JSON too."""


class ReportQuery(ApiModel):
    """In which form, and for whom."""

    format: Annotated[Form | None, Field(description="The form; without it the header Accept decides.")] = None
    view: Annotated[
        View | None, Field(description="What staff may see or what the student may; by default what the key may.")
    ] = None


class ReportOrResults(RootModel[Report | GradescopeResults]):
    """The report, or with `format=gradescope` the results that Gradescope takes."""


def submission_report(submission_id: str, query: ReportQuery) -> Reply:
    """The report that counts for a submission."""
    at, known = desk(), caller()
    view = _view(query.view, known)
    form = query.format or _form_by_accept()
    with at.database.transaction() as connection:
        found = visible(connection, known, submission_id)
        _refuse_without_report(found, known)
        if not are_points_released(at, connection, known, found):
            raise StudentError("not_released", "The report of this submission is not open yet: its rubric says when.")
        report = report_in(view, at, connection, known.course, found)
        if form == "json":
            return Reply(report)
        rubric = at.rubrics.of_version(known.course, found.rubric_id, found.rubric_version)
    return Reply(written(report, form, found, rubric), media_type=MEDIA_TYPES.get(form, JSON))


def written(report: str, form: Form, found: Entry, rubric: Rubric) -> str:
    """The report, which is JSON, in another form."""
    read = Report.model_validate_json(report)
    named = NamedReport(found.external_id or found.id, read)
    match form:
        case "json":
            return report
        case "html":
            return as_html([named], rubric)
        case "markdown":
            return as_markdown(named)
        case "text":
            return as_text(read)
        case "csv":
            return header() + as_csv(named, rubric.attempts)
        case "gradescope":
            return as_gradescope(read, rubric, ExtraData(rubric=rubric.id)).model_dump_json()


def _view(wanted: View | None, known: Caller) -> View:
    if wanted == "staff" and not known.is_staff:
        raise RefusedError("scope_too_small", "A student's key shows no more than the student's view.")
    return wanted or ("staff" if known.is_staff else "student")


def _form_by_accept() -> Form:
    """The first of the forms that the client likes best; it likes one of them, or would not have come so far."""
    best = request.accept_mimetypes.best_match(MEDIA_TYPES.values(), JSON)
    return next(form for form, kind in MEDIA_TYPES.items() if kind == best)


def _refuse_without_report(found: Entry, known: Caller) -> None:
    if found.state is State.FAILED:
        why = found.cause if known.is_staff else "Staff are told why."
        raise StudentError("grading_failed", f"This submission could not be graded. {why}")
    if found.state is not State.GRADED:
        raise StudentError("not_graded_yet", f"This submission is not graded yet: it is {found.state}.")


OPERATIONS = (
    Operation(
        name="submission_report",
        method="GET",
        path="/v1/submissions/<submission_id>/report",
        summary="The report of a submission",
        handler=submission_report,
        scope=Scope.STUDENT,
        query=ReportQuery,
        answers={
            200: Answer("The report that counts.", ReportOrResults, tuple(MEDIA_TYPES.values())[1:]),
            304: Answer("It is the one that the client has, by If-None-Match."),
        },
        refusals={
            404: "There is no such submission.",
            409: "It is not graded yet, or could not be, or its rubric keeps it back.",
            422: "A parameter cannot be used; `errors` says which.",
        },
    ),
)
