import json

from service.settings import ServiceSettings


def test_for_people(fullmarks, monkeypatch):
    monkeypatch.setenv("FULLMARKS_DATABASE", "postgresql://ann:s3cr@db/marks")
    ended = fullmarks("settings", "--port", "80")
    assert (ended.status, ended.err) == (0, "")
    rows = [line.split() for line in ended.out.splitlines()]
    assert ["FULLMARKS_PORT", "80", "option"] in rows
    assert ["FULLMARKS_DATABASE", "postgresql://ann:***@db/marks", "environment"] in rows
    assert ["FULLMARKS_BROKER", "(empty)", "default"] in rows


def test_for_programs(fullmarks):
    found = json.loads(fullmarks("settings", "--format", "json").out)
    assert [one["name"] for one in found] == [f"FULLMARKS_{name.upper()}" for name in ServiceSettings.model_fields]
    assert {"name": "FULLMARKS_HOST", "value": "127.0.0.1", "from": "default"} in found


def test_one_that_cannot_be_used(fullmarks):
    assert fullmarks("settings", "--port", "99999").status == 2
