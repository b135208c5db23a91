import json

import pytest

from service.app import create_app
from service.settings import ServiceSettings


def test_a_running_service_is_alive_and_ready(service):
    assert service.get("/healthz").data == {"status": "ok"}
    assert service.get("/readyz").data == {"status": "ok"}


@pytest.fixture
def alone(tmp_path, rubrics):
    """The application without a broker."""
    settings = ServiceSettings(data=tmp_path, rubrics=rubrics, broker=f"redis+socket://{tmp_path}/nothing")
    return create_app(settings)


def test_without_a_broker_it_is_alive_and_not_ready(alone):
    client = alone.test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json["type"]) == (503, "urn:fullmarks:problem:no-broker")


def test_without_a_broker_it_takes_submissions_all_the_same(alone):
    body = {"rubric": "algebra", "answers": {"1a": "x^2 - 1"}}
    answer = alone.test_client().post("/v1/submissions", json=body)
    assert (answer.status_code, answer.json["state"]) == (202, "received")


def test_without_a_database_it_is_alive_and_not_ready(alone, tmp_path):
    for file in tmp_path.glob("fullmarks.sqlite3*"):
        file.unlink()
    (tmp_path / "fullmarks.sqlite3").mkdir()
    client = alone.test_client()
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, json.loads(answer.data)["type"]) == (503, "urn:fullmarks:problem:no-database")
