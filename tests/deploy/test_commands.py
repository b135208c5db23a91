"""The commands of docker-compose.yml, run as they stand there: only host names, ports and the password are put in."""

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.deploy.processes import Place, free_port, running

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def places(redis_server: Place, postgres_server: Place) -> dict[str, Place]:
    return {"redis": redis_server, "postgres": postgres_server, "api": Place("127.0.0.1", free_port())}


@pytest.fixture(scope="module")
def folder(
    services: dict[str, dict],
    places: dict[str, Place],
    image_path: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Path]:
    """Where the API and a worker are running, started in the order in which Compose starts them."""
    at, port = tmp_path_factory.mktemp("app"), places["api"].port
    # The container's whole environment: nothing of this process's own is in it.
    image = {
        "PATH": image_path,
        "FULLMARKS_HOST": "127.0.0.1",
        "FULLMARKS_PORT": str(port),
        "FULLMARKS_RUBRICS": str(ROOT / "rubrics"),
    }
    api, worker = services["api"], services["worker"]
    with (
        running(api["command"], at, port, image | put_in(api["environment"], places)),
        running(worker["command"], at, port, image | put_in(worker["environment"], places)),
    ):
        yield at


def put_in(settings: Mapping[str, str | int], places: Mapping[str, Place]) -> dict[str, str]:
    """The settings of the Compose file, for servers that run on this machine."""
    redis, postgres = places["redis"], places["postgres"]
    addresses = {
        "redis:6379/0": f"{redis.host}:{redis.port}/0",
        "redis:6379/1": f"{redis.host}:{redis.port}/1",
        "postgres:5432/fullmarks": f"/fullmarks?host={postgres.host}",
    }
    filled = {name: re.sub(r"\$\{\w+_PASSWORD:\?[^}]+\}", "2f1c9d", str(value)) for name, value in settings.items()}
    for written, here in addresses.items():
        filled = {name: value.replace(written, here) for name, value in filled.items()}
    return filled


@pytest.fixture(scope="module")
def key(services: dict[str, dict], places: dict[str, Place], image_path: str, folder: Path) -> str:
    """The first key, made as an operator makes it in the container."""
    command = ["fullmarks", "keys", "add", "--scope", "admin"]
    environment = {"PATH": image_path} | put_in(services["api"]["environment"], places)
    made = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return made.stdout.strip()


def call(place: Place, path: str, body: Mapping[str, object] | None = None, key: str = "") -> dict:
    request = urllib.request.Request(
        f"http://{place.host}:{place.port}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def health(service: dict, name: str, place: Place, image_path: str) -> subprocess.CompletedProcess[str]:
    """Ask for a service's health as its container is asked."""
    kind, program, *words = service["healthcheck"]["test"]
    assert kind == "CMD"
    options = {"api": [], "redis": ["-p", str(place.port)], "postgres": ["-h", place.host, "-p", str(place.port)]}
    words = [word.replace("127.0.0.1:8000", f"127.0.0.1:{place.port}") for word in words]
    command = [program, *options[name], *words]
    return subprocess.run(command, env={"PATH": image_path}, check=False, capture_output=True, text=True, timeout=10)


@pytest.mark.usefixtures("folder")
def test_what_is_handed_in_is_graded(places: dict[str, Place], key: str):
    handed_in = {"rubric": "cs182-hw4", "answers": {"1a": {"runtime": "2 c d_in d_out^2"}}}
    report = call(places["api"], "/v1/submissions?wait=20", handed_in, key)
    assert report["schema"] == "fullmarks/report@1"
    (part,) = (part for part in report["parts"] if part["id"] == "1a")
    (item,) = part["attempts"][0]["items"]
    assert (item["id"], item["verdict"]) == ("1a.runtime", "correct")


def test_no_file_is_written_outside_the_servers(folder: Path, places: dict[str, Place]):
    assert call(places["api"], "/readyz") == {"status": "ok"}
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["api", "redis", "postgres"])
def test_a_health_check_finds_its_service_well(
    services: dict[str, dict], places: dict[str, Place], image_path: str, name: str
):
    done = health(services[name], name, places[name], image_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["api", "redis", "postgres"])
def test_a_health_check_finds_a_missing_service_ill(services: dict[str, dict], image_path: str, name: str):
    assert health(services[name], name, Place("127.0.0.1", free_port()), image_path).returncode != 0
