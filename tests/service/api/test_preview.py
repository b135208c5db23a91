import pytest

from tests.service.people import KEY, Request


def preview(world, answer: str, **body: str):
    body = {"rubric": "secrets", "item": "1.it", "answer": answer, **body}
    return world.ask("ann", Request("POST", "/v1/preview", body))


def test_an_answer_is_read_back_without_a_verdict(world):
    right, wrong = preview(world, KEY).json, preview(world, "2 q").json
    assert right == {
        "readable": True,
        "read_as": {"latex": "7919 q", "text": "7919*q"},
        "notes": [],
        "problem": None,
        "span": None,
    }
    assert {name: value for name, value in wrong.items() if name != "read_as"} == {
        name: value for name, value in right.items() if name != "read_as"
    }


def test_what_cannot_be_read_is_told_by_its_place(world):
    told = preview(world, "2 q + (").json
    assert told["readable"] is False
    assert told["problem"]
    assert 0 <= told["span"]["start"] <= told["span"]["end"] <= 7


def test_nothing_is_nothing(world):
    assert preview(world, "  ").json["read_as"] is None


@pytest.mark.parametrize(
    "body, status",
    [
        pytest.param({"rubric": "nothing"}, 404, id="no such rubric"),
        pytest.param({"item": "1.that"}, 404, id="no such item"),
        pytest.param({"answer": "1" * 2001}, 422, id="too long"),
        pytest.param({"key": "yes"}, 422, id="an unknown name"),
    ],
)
def test_what_is_no_preview(world, body, status):
    assert preview(world, body.pop("answer", "2 q"), **body).status_code == status
