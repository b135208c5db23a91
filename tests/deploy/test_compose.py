"""docker-compose.yml is valid, locked down, and names only settings that there are."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from service.settings import ServiceSettings

ROOT = Path(__file__).parents[2]
SERVICES = ("api", "worker", "redis", "postgres")
OURS = ("api", "worker")


@pytest.fixture(scope="module")
def compose() -> dict[str, dict]:
    """The whole file."""
    return YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text("utf-8"))


def test_the_file_is_valid():
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, ROOT / "docker-compose.yml"], check=False, capture_output=True, text=True)
    assert done.stdout.strip() == "ok -- validation done", done.stdout


def test_these_are_all_services(services: dict[str, dict]):
    assert set(services) == set(SERVICES)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_do_no_harm(services: dict[str, dict], name: str):
    service = services[name]
    user, group = service["user"].split(":")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(user) > 0
    assert int(group) > 0
    assert {"privileged", "cap_add", "pid", "network_mode"} & set(service) == set()


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_its_bounds_and_comes_back(services: dict[str, dict], name: str):
    service = services[name]
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert service["restart"] == "unless-stopped"
    assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_mounts_is_declared(compose: dict[str, dict], services: dict[str, dict], name: str):
    service = services[name]
    assert {volume.split(":")[0] for volume in service.get("volumes", [])} <= set(compose["volumes"])
    assert set(service["networks"]) <= set(compose["networks"])
    assert any(place.startswith("/tmp:") for place in service["tmpfs"])


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_asked_for_its_health(services: dict[str, dict], name: str):
    assert services[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize(
    "name, waits_for",
    [
        pytest.param("api", {"redis", "postgres"}, id="the API for its servers"),
        pytest.param("worker", {"api"}, id="the workers for the tables"),
    ],
)
def test_who_waits_for_whom(services: dict[str, dict], name: str, waits_for: set[str]):
    dependencies = services[name]["depends_on"]
    assert set(dependencies) == waits_for
    assert {needed["condition"] for needed in dependencies.values()} == {"service_healthy"}


@pytest.mark.parametrize("name", OURS)
def test_every_setting_is_one(services: dict[str, dict], name: str):
    known = {f"FULLMARKS_{field.upper()}" for field in ServiceSettings.model_fields}
    assert set(services[name]["environment"]) - known == set()


def test_only_the_api_is_reached_and_only_from_this_machine(compose: dict[str, dict], services: dict[str, dict]):
    published = {name: service["ports"] for name, service in services.items() if "ports" in service}
    assert published == {"api": ["127.0.0.1:${FULLMARKS_PORT:-8000}:8000"]}
    assert compose["networks"]["back"] == {"internal": True}


def test_the_password_comes_from_outside(services: dict[str, dict]):
    asked = r"\$\{FULLMARKS_DATABASE_PASSWORD:\?[^}]+\}"
    assert re.fullmatch(asked, services["postgres"]["environment"]["POSTGRES_PASSWORD"])
    for name in OURS:
        database = services[name]["environment"]["FULLMARKS_DATABASE"]
        assert re.fullmatch(rf"postgresql://fullmarks:{asked}@postgres:5432/fullmarks", database)


@pytest.mark.parametrize(
    "name, least_s",
    [
        pytest.param("api", ServiceSettings().longest_wait_s + 10, id="waiting requests"),
        pytest.param("worker", ServiceSettings().grading_hard_s + 5, id="gradings that are begun"),
    ],
)
def test_a_service_is_given_the_time_to_finish(services: dict[str, dict], name: str, least_s: float):
    assert float(services[name]["stop_grace_period"].removesuffix("s")) >= least_s


@pytest.mark.parametrize("name", SERVICES)
def test_an_image_names_its_version(services: dict[str, dict], name: str):
    assert re.fullmatch(r"[a-z]+:\d[\w.-]*", services[name]["image"])
