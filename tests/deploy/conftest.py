"""The services of the Compose file as they are written, and their two servers, run without containers."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import psycopg
import pytest
from ruamel.yaml import YAML

from tests.deploy.processes import Place, free_port, running

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def services() -> dict[str, dict]:
    return YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]


@pytest.fixture(scope="session")
def image_path() -> str:
    """The PATH of the image, whose first folder is that of the environment everything is installed in."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


@pytest.fixture(scope="session")
def redis_server(services: dict[str, dict], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Redis by the very command of the Compose file, on a port of its own."""
    port = free_port()
    command = [*services["redis"]["command"], "--port", str(port), "--bind", "127.0.0.1"]
    with running(command, tmp_path_factory.mktemp("redis"), port):
        yield Place("127.0.0.1", port)


@pytest.fixture(scope="session")
def postgres_server(services: dict[str, dict], postgresql: str) -> Place:
    """The tests' PostgreSQL, with the database that the Compose file's settings make its image create."""
    settings = services["postgres"]["environment"]
    at = parse_qs(postgresql.removeprefix("?"))
    assert at["user"] == [settings["POSTGRES_USER"]]
    with psycopg.connect(f"postgresql:///postgres{postgresql}", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {settings['POSTGRES_DB']} STRATEGY file_copy")
    return Place(at["host"][0], 5432)
