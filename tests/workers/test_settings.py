import pytest
from pydantic import ValidationError

from fullmarks.errors import OperatorError
from workers.settings import WorkerSettings


@pytest.mark.parametrize(
    "broker, url",
    [
        pytest.param("redis://host:6379/0", "redis://host:6379/0", id="redis"),
        pytest.param("rediss://host/1", "rediss://host/1", id="redis over TLS"),
        pytest.param("valkey://host/1", "redis://host/1", id="valkey speaks the same"),
        pytest.param("redis+socket:///run/redis", "redis+socket:///run/redis", id="a Unix socket"),
    ],
)
def test_the_address_of_the_broker(broker, url):
    assert WorkerSettings(broker=broker).broker_url == url


def test_without_a_broker_it_is_said_what_to_do():
    with pytest.raises(OperatorError) as refused:
        _ = WorkerSettings(broker="").broker_url
    assert str(refused.value) == (
        "There is no broker: name a Redis or Valkey server with --broker or FULLMARKS_BROKER, for example "
        "redis://localhost:6379/0. `fullmarks serve` brings one of its own."
    )


def test_the_soft_limit_comes_before_the_hard_one():
    with pytest.raises(ValidationError, match="FULLMARKS_GRADING_SOFT_S must not be above FULLMARKS_GRADING_HARD_S"):
        WorkerSettings(grading_soft_s=20, grading_hard_s=10)


def test_a_lease_outlives_a_grading():
    assert WorkerSettings(grading_hard_s=15).lease.total_seconds() == 30
