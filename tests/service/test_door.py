"""Who needs a key: by the setting, by where the service listens, and by what a request says of where it comes from."""

import pytest

from service.app import create_app
from service.settings import ServiceSettings


@pytest.mark.parametrize(
    "access, host, asks",
    [
        pytest.param("auto", "127.0.0.1", False, id="this machine"),
        pytest.param("auto", "localhost", False, id="this machine by name"),
        pytest.param("auto", "::1", False, id="this machine, IPv6"),
        pytest.param("auto", "0.0.0.0", True, id="everywhere"),
        pytest.param("auto", "::", True, id="everywhere, IPv6"),
        pytest.param("auto", "192.168.1.5", True, id="a network"),
        pytest.param("auto", "marks.example.org", True, id="a name"),
        pytest.param("keys", "127.0.0.1", True, id="always"),
        pytest.param("open", "0.0.0.0", False, id="never"),
    ],
)
def test_the_setting(access, host, asks):
    assert ServiceSettings(access=access, host=host).asks_for_keys is asks


def client_of(tmp_path, rubrics, **settings):
    broker = f"redis+socket://{tmp_path}/nothing"
    return create_app(ServiceSettings(data=tmp_path, rubrics=rubrics, broker=broker, **settings)).test_client()


NEAR = {"Host": "127.0.0.1:8000"}


@pytest.mark.parametrize(
    "headers, address, status",
    [
        pytest.param(NEAR, "127.0.0.1", 200, id="from this machine"),
        pytest.param({"Host": "localhost"}, "127.0.0.1", 200, id="by name"),
        pytest.param({"Host": "[::1]:8000"}, "::1", 200, id="IPv6"),
        pytest.param(NEAR, "192.168.1.7", 401, id="from another"),
        pytest.param({"Host": "evil.example.org"}, "127.0.0.1", 401, id="a name that was made to point here"),
        pytest.param({"Host": "127.0.0.1.example.org"}, "127.0.0.1", 401, id="a name that looks like an address"),
        pytest.param({**NEAR, "X-Forwarded-For": "127.0.0.1"}, "127.0.0.1", 401, id="through a proxy"),
        pytest.param({**NEAR, "Forwarded": "for=127.0.0.1"}, "127.0.0.1", 401, id="through a proxy that says so"),
        pytest.param({**NEAR, "Via": "1.1 proxy"}, "127.0.0.1", 401, id="through a proxy of the old kind"),
    ],
)
def test_who_is_at_this_machine(tmp_path, rubrics, headers, address, status):
    client = client_of(tmp_path, rubrics)
    answer = client.get("/v1/rubrics", headers=headers, environ_overrides={"REMOTE_ADDR": address})
    assert answer.status_code == status
    if status == 401:
        assert answer.json["type"] == "urn:fullmarks:problem:no-key"
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="fullmarks"'


def test_who_is_at_this_machine_is_staff_and_no_administrator(tmp_path, rubrics):
    client = client_of(tmp_path, rubrics)
    assert client.get("/v1/audit").status_code == 200
    assert client.get("/v1/courses").status_code == 403


def test_a_bad_key_is_refused_where_none_is_needed(tmp_path, rubrics):
    client = client_of(tmp_path, rubrics)
    assert client.get("/v1/rubrics", headers={"Authorization": "Bearer fm_nothing"}).status_code == 401
