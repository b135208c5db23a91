"""The Compose file as it is written, and the two servers that it names, run without containers."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.deploy.processes import free_port, running

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def services() -> dict[str, dict]:
    return YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]


@pytest.fixture(scope="session")
def image_path() -> str:
    """The PATH of the image, whose first folder is that of the environment everything is installed in."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


@pytest.fixture(scope="session")
def password() -> str:
    return "2f1c9d"


@pytest.fixture(scope="session")
def redis_port(services: dict[str, dict], tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Redis by the very command of the Compose file, on a port of its own."""
    port = free_port()
    command = [*services["redis"]["command"], "--port", str(port), "--bind", "127.0.0.1"]
    with running(command, tmp_path_factory.mktemp("redis"), port):
        yield port


@pytest.fixture(scope="session")
def postgres_port(services: dict[str, dict], password: str) -> Iterator[int]:
    """PostgreSQL with the user, password and database that the settings of the Compose file make its image create."""
    settings = services["postgres"]["environment"]
    # Root may not run PostgreSQL; Debian's package brings a user for it, to whom pytest's own folders are closed.
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    as_user = ["setpriv", f"--reuid={user}", "--clear-groups", "--"] if os.geteuid() == 0 else []
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="fullmarks-postgres-") as name:
        folder, secret = Path(name), Path(name, "password")
        secret.write_text(password)
        for path in (folder, secret):
            shutil.chown(path, user)
        made = [*as_user, _server_program("initdb"), "--pgdata=data", f"--username={settings['POSTGRES_USER']}"]
        made += [f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, cwd=folder, check=True, capture_output=True)
        command = [_server_program("postgres"), "-D", "data", "-p", str(port), "-k", name, "-h", "127.0.0.1"]
        with running([*as_user, *command], folder, port):
            _create_database(settings, port, password)
            yield port


def _create_database(settings: dict[str, str], port: int, password: str) -> None:
    command = ["createdb", "--host=127.0.0.1", f"--port={port}", f"--username={settings['POSTGRES_USER']}"]
    command += ["--maintenance-db=postgres", settings["POSTGRES_DB"]]
    subprocess.run(command, env={**os.environ, "PGPASSWORD": password}, check=True, capture_output=True)


def _server_program(name: str) -> str:
    """Debian keeps PostgreSQL's server programs off the PATH, in a folder a version; the newest counts."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    found = str(folders[-1] / name) if folders else shutil.which(name)
    assert found, f"{name} is missing: make servers"
    return found
