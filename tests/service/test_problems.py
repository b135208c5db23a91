import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import BadRequest, MethodNotAllowed, NotFound, RequestTimeout

from fullmarks.errors import AuthorError, OperatorError, StudentError, SubmissionError
from service.problem import Problem, ProblemPlace
from service.problems import problem_of


def validation_error() -> ValidationError:
    class Query(BaseModel):
        wait: float

    with pytest.raises(ValidationError) as refused:
        Query.model_validate({"wait": "soon"})
    return refused.value


@pytest.mark.parametrize(
    "error, status, code",
    [
        pytest.param(SubmissionError("malformed_json", "…", "line 1, column 1"), 400, "malformed-json", id="no JSON"),
        pytest.param(SubmissionError("unknown_part", "…", "answers.7"), 422, "unknown-part", id="no submission"),
        pytest.param(SubmissionError("too_large", "…"), 413, "too-large", id="too large"),
        pytest.param(StudentError("no_such_submission", "…"), 404, "no-such-submission", id="not there"),
        pytest.param(StudentError("not_graded_yet", "…"), 409, "not-graded-yet", id="too early"),
        pytest.param(OperatorError("no_broker", "…"), 503, "no-broker", id="the operator's"),
        pytest.param(AuthorError("bad_rubric", "…"), 500, "bad-rubric", id="the author's"),
        pytest.param(validation_error(), 422, "bad-parameter", id="a parameter"),
        pytest.param(OperationalError("SELECT", {}, Exception("gone")), 503, "no-database", id="the database is gone"),
        pytest.param(NotFound(), 404, "not-found", id="no address"),
        pytest.param(MethodNotAllowed(), 405, "method-not-allowed", id="no method"),
        pytest.param(BadRequest(), 400, "bad-request", id="what HTTP can't read"),
        pytest.param(RequestTimeout(), 408, "request-timeout", id="another status"),
        pytest.param(ZeroDivisionError(), 500, "defect", id="a defect of ours"),
    ],
)
def test_every_error_has_its_status(error, status, code):
    problem = problem_of(error)
    assert (problem.status, problem.type) == (status, f"urn:fullmarks:problem:{code}")


def test_a_problem_says_what_and_where():
    assert problem_of(SubmissionError("unknown_part", "“7” is no part.", "answers.7")) == Problem(
        type="urn:fullmarks:problem:unknown-part",
        title="Unprocessable Entity",
        status=422,
        detail="“7” is no part.",
        errors=(ProblemPlace(where="answers.7", what="“7” is no part."),),
    )


def test_what_came_from_outside_is_made_safe_to_show():
    problem = problem_of(SubmissionError("unknown_part", "“\u202e\ud800” is no part.", "answers.\x1b"))
    assert problem.detail == "“\\u{202e}\\u{d800}” is no part."
    assert problem.errors[0].where == "answers.\\u{1b}"


def test_a_defect_is_written_down_and_not_told(caplog):
    problem = problem_of(ZeroDivisionError("the secret"))
    assert "the secret" not in problem.model_dump_json()
    assert "the secret" in caplog.text
