import pytest

from fullmarks.errors import OperatorError
from service.rates import open_rates
from service.refused import RefusedError
from service.settings import ServiceSettings
from tests.service.people import Request, peopled


def test_each_key_may_ask_so_often(tmp_path):
    with peopled(tmp_path, rate="6/minute") as world:
        rubrics = Request("GET", "/v1/rubrics")
        # Staff asked once to begin with, Ann handed in.
        assert [world.ask("staff", rubrics).status_code for _ in range(6)] == [200] * 5 + [429]
        refused = world.ask("staff", rubrics)
        assert refused.json["type"] == "urn:fullmarks:problem:too-many-requests"
        assert refused.content_type == "application/problem+json"
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        assert world.ask("ann", rubrics).status_code == 200
        assert world.ask("nobody", Request("GET", "/healthz")).status_code == 200


def test_who_guesses_keys_is_counted_by_address(tmp_path):
    with peopled(tmp_path, rate="6/minute") as world:
        rubrics = Request("GET", "/v1/rubrics")
        assert [world.ask(who, rubrics).status_code for who in ("revoked", "expired", "nobody") * 2] == [401] * 6
        assert world.ask("nobody", rubrics).status_code == 429
        assert world.ask("staff", rubrics).status_code == 200


@pytest.mark.parametrize(
    "settings, limit",
    [
        pytest.param({}, "", id="this machine"),
        pytest.param({"host": "0.0.0.0"}, "3000/minute", id="the network"),
        pytest.param({"host": "0.0.0.0", "rate": ""}, "", id="none"),
        pytest.param({"rate": "5/second"}, "5/second", id="another"),
    ],
)
def test_the_limit_that_holds(settings, limit):
    assert ServiceSettings(**settings).rate_limit == limit


def test_a_limit_that_is_none(tmp_path):
    with pytest.raises(OperatorError, match="FULLMARKS_RATE is a number of requests and a time"):
        open_rates(ServiceSettings(rate="often"))


def test_several_processes_count_together_in_redis(redis_url):
    first, second = (open_rates(ServiceSettings(rate="2/minute", rate_storage=redis_url)) for _ in range(2))
    first.count("a key")
    second.count("a key")
    with pytest.raises(RefusedError):
        first.count("a key")


def test_without_its_redis_a_process_counts_for_itself(tmp_path):
    rates = open_rates(ServiceSettings(rate="1/minute", rate_storage=f"redis+socket://{tmp_path}/nothing"))
    rates.count("a key")
    with pytest.raises(RefusedError):
        rates.count("a key")
