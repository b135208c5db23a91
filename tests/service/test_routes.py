import pytest
from flask import Flask
from pydantic import BaseModel

from service.operation import Answer, Operation, Reply
from service.routes import install


class Good(BaseModel):
    word: str


class Other(BaseModel):
    number: int


@pytest.fixture
def answer():
    """What an operation that declares a ``Good`` with 200 answers when its handler replies so."""

    def answered(reply: Reply):
        app = Flask("test", static_folder=None)
        app.testing = True
        operation = Operation(
            "look", "GET", "/look", "Look", lambda: reply, {200: Answer("It is good.", Good)}, scope=None
        )
        install(app, [operation])
        return app.test_client().get("/look")

    return answered


@pytest.mark.parametrize(
    "body", [pytest.param(Good(word="yes"), id="the model"), pytest.param('{"word":"yes"}', id="the JSON of one")]
)
def test_what_is_declared_is_sent(answer, body):
    response = answer(Reply(body, headers={"Location": "/here"}))
    assert (response.status_code, response.json, response.headers["Location"]) == (200, {"word": "yes"}, "/here")
    assert response.content_type == "application/json"


@pytest.mark.parametrize(
    "reply, error",
    [
        pytest.param(Reply(Other(number=1)), "look answered 200 with Other", id="another model"),
        pytest.param(Reply(Good(word="yes"), status=201), "look answered 201, which it does not declare", id="status"),
    ],
)
def test_what_is_not_declared_is_a_defect(answer, reply, error):
    with pytest.raises(TypeError) as refused:
        answer(reply)
    assert str(refused.value) == error
