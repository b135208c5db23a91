"""The line that each request leaves in the log, and the id by which it is found."""

import json
import logging

import pytest

from service.request_log import REQUEST_ID
from tests.service.people import ANSWER, Request
from workers.log import ABOUT, Lines


@pytest.fixture
def lines(world, caplog):
    """Ask for something; the lines that were written meanwhile."""
    caplog.set_level(logging.INFO, "service")
    usual = caplog.handler.formatter
    caplog.handler.setFormatter(Lines("json"))

    def asked(person: str, request: Request, **headers: str) -> tuple[str, list[dict]]:
        caplog.clear()
        answer = world.ask(person, request, **headers)
        return answer.headers[REQUEST_ID], [json.loads(line) for line in caplog.text.splitlines()]

    yield asked
    caplog.handler.setFormatter(usual)


def key_id(world, person: str) -> str:
    return world.keys[person].split("_")[1]


def test_who_handed_in_what(world, lines):
    request_id, (line,) = lines(
        "ann", Request("POST", "/v1/submissions", {"rubric": "secrets", "answers": {"1.it": "q"}})
    )
    (submission,) = line["submissions"]
    assert {**line, "time": "", "ms": 0} == {
        "time": "",
        "level": "info",
        "logger": "service.request_log",
        "message": "Answered",
        "request_id": request_id,
        "method": "POST",
        "operation": "hand_in",
        "status": 202,
        "ms": 0,
        "course": "main",
        "key_id": key_id(world, "ann"),
        "submissions": [submission],
    }
    assert len(submission) == 26


def test_of_a_long_batch_the_first_are_named_and_all_are_counted(lines):
    rows = [{"rubric": "secrets", "answers": {"1.it": "q"}}] * 30
    _, (line,) = lines("submit", Request("POST", "/v1/submissions:batch", rows))
    assert (len(line["submissions"]), line["handed_in"]) == (20, 30)


@pytest.mark.parametrize(
    "sent, is_taken",
    [
        pytest.param("4bf92f35-77b3.A_z", True, id="sane"),
        pytest.param("x" * 64, True, id="as long as may be"),
        pytest.param("x" * 65, False, id="too long"),
        pytest.param("", False, id="empty"),
        pytest.param('a"b', False, id="a quote"),
        pytest.param("a b", False, id="a space"),
    ],
)
def test_the_senders_id_where_it_is_sane(lines, sent, is_taken):
    request_id, (line,) = lines("staff", Request("GET", "/v1/rubrics"), **{REQUEST_ID: sent})
    assert line["request_id"] == request_id
    assert (request_id == sent) is is_taken
    assert request_id


@pytest.mark.parametrize(
    "person, request_, operation, status",
    [
        pytest.param("nobody", Request("GET", "/v1/rubrics"), "served_rubrics", 401, id="no key"),
        pytest.param("ann", Request("GET", "/v1/nowhere/104729"), "none", 404, id="no such address"),
        pytest.param("staff", Request("GET", "/v1/students/ann/export"), "export_student", 200, id="a student's name"),
        pytest.param("ann", Request("GET", "/v1/submissions/{ann}"), "submission_state", 200, id="a submission"),
    ],
)
def test_no_line_holds_an_address_a_key_or_an_answer(world, lines, person, request_, operation, status):
    _, found = lines(person, request_)
    (line,) = found
    assert (line["operation"], line["status"]) == (operation, status)
    written = json.dumps(line)
    for kept in (
        ANSWER,
        "104729",
        "ann/",
        "export_student/ann",
        *(key.rpartition("_")[2] for key in world.keys.values()),
    ):
        assert kept not in written


def test_what_machines_ask_for_all_day_is_not_written(lines):
    assert lines("nobody", Request("GET", "/healthz"))[1] == []


def test_what_comes_after_a_request_is_not_taken_for_its_own(lines):
    lines("staff", Request("GET", "/v1/rubrics"))
    assert ABOUT.get() == {}
