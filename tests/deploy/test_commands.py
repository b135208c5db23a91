"""The commands of docker-compose.yml, run as they stand there: only host names, ports and the password are put in."""

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.processes import free_port, running

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def api_port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def ports(redis_port: int, postgres_port: int, api_port: int) -> dict[str, int]:
    return {"redis": redis_port, "postgres": postgres_port, "api": api_port}


@pytest.fixture(scope="module")
def folder(
    services: dict[str, dict],
    ports: dict[str, int],
    password: str,
    image_path: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Path]:
    """Where the API and a worker are running, in the order in which Compose starts them."""
    place = tmp_path_factory.mktemp("app")

    def variables(name: str) -> dict[str, str]:
        # The container's whole environment: nothing of this process's own is in it.
        image = {"PATH": image_path, "FULLMARKS_HOST": "127.0.0.1", "FULLMARKS_RUBRICS": str(ROOT / "rubrics")}
        written = {key: str(value) for key, value in services[name]["environment"].items()}
        here = {key: put_in(value, ports, password) for key, value in written.items()}
        return {**image, "FULLMARKS_PORT": str(ports["api"]), **here}

    api, worker = services["api"]["command"], services["worker"]["command"]
    with (
        running(api, place, ports["api"], variables("api")),
        running(worker, place, ports["api"], variables("worker")),
    ):
        yield place


def put_in(setting: str, ports: dict[str, int], password: str) -> str:
    """A setting of the Compose file, for servers that run on this machine."""
    filled = re.sub(r"\$\{FULLMARKS_DATABASE_PASSWORD:\?[^}]+\}", password, setting)
    return re.sub(r"\b(redis|postgres):\d+/", lambda found: f"127.0.0.1:{ports[found[1]]}/", filled)


def call(port: int, path: str, body: dict | None = None) -> dict:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def health(service: dict, name: str, port: int, image_path: str) -> subprocess.CompletedProcess[str]:
    """Ask for a service's health as its container is asked."""
    kind, program, *words = service["healthcheck"]["test"]
    assert kind == "CMD"
    at = {"api": [], "redis": ["-p", str(port)], "postgres": ["-h", "127.0.0.1", "-p", str(port)]}[name]
    command = [program, *at, *(word.replace("127.0.0.1:8000", f"127.0.0.1:{port}") for word in words)]
    return subprocess.run(command, env={"PATH": image_path}, check=False, capture_output=True, text=True, timeout=10)


@pytest.mark.usefixtures("folder")
def test_what_is_handed_in_is_graded(api_port: int):
    handed_in = {"rubric": "cs182-hw4", "answers": {"1a": {"runtime": "2 c d_in d_out^2"}}}
    report = call(api_port, "/v1/submissions?wait=20", handed_in)
    assert report["schema"] == "fullmarks/report@1"
    (part,) = (part for part in report["parts"] if part["id"] == "1a")
    (item,) = part["attempts"][0]["items"]
    assert (item["id"], item["verdict"]) == ("1a.runtime", "correct")


def test_no_file_is_written_outside_the_servers(folder: Path, api_port: int):
    assert call(api_port, "/readyz") == {"status": "ok"}
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["api", "redis", "postgres"])
def test_a_health_check_finds_its_service_well(
    services: dict[str, dict], ports: dict[str, int], image_path: str, name: str
):
    done = health(services[name], name, ports[name], image_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["api", "redis", "postgres"])
def test_a_health_check_finds_a_missing_service_ill(services: dict[str, dict], image_path: str, name: str):
    assert health(services[name], name, free_port(), image_path).returncode != 0
