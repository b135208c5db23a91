import pytest

from service.settings import ServiceSettings
from service.shown_settings import shown_settings, without_password

SECRET = "s3cr"


@pytest.mark.parametrize(
    "value, masked",
    [
        pytest.param(f"postgresql://ann:{SECRET}@db/marks", "postgresql://ann:***@db/marks", id="a database"),
        pytest.param(f"redis://:{SECRET}@queue:6379/0", "redis://:***@queue:6379/0", id="a broker, no name"),
        pytest.param(
            f"postgresql://ann:a/{SECRET}@b@db/marks", "postgresql://ann:***@db/marks", id="not written as it must be"
        ),
        pytest.param(
            f"postgresql://db/marks?user=a&password={SECRET}",
            "postgresql://db/marks?user=a&password=***",
            id="a parameter",
        ),
        pytest.param(
            f"postgresql://db/marks?sslpassword={SECRET}&x=1", "postgresql://db/marks?sslpassword=***&x=1", id="another"
        ),
        pytest.param("redis+socket:///a/b?virtual_host=1", "redis+socket:///a/b?virtual_host=1", id="a socket"),
        pytest.param("redis://queue:6379/0", "redis://queue:6379/0", id="no password"),
        pytest.param("3000/minute", "3000/minute", id="no address"),
    ],
)
def test_a_password_is_not_shown(value, masked):
    assert without_password(value) == masked
    assert SECRET not in masked


def test_where_a_setting_comes_from(monkeypatch):
    monkeypatch.setenv("FULLMARKS_BROKER", f"redis://:{SECRET}@queue/0")
    found = {one.variable: (one.value, one.source) for one in shown_settings(ServiceSettings(port=80), ["port"])}
    assert found["FULLMARKS_PORT"] == ("80", "option")
    assert found["FULLMARKS_BROKER"] == ("redis://:***@queue/0", "environment")
    assert found["FULLMARKS_HOST"] == ("127.0.0.1", "default")
    assert len(found) == len(ServiceSettings.model_fields)
