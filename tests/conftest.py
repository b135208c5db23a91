"""Settings that hold for every test, and the servers that several folders' tests need.

What one folder's tests share stands in that folder's own conftest.py.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings

# No deadline: a slow machine must not fail a test. Where a change is judged the examples are the same each time;
# at a desk they are new ones, so that a longer search goes on for as long as people work here.
settings.register_profile("desk", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("judge", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("judge" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens", action="store_true", help="Write the golden reports anew, for a person to read."
    )


def installed(name: str, *folders: Path) -> Path:
    found = shutil.which(name) or next((path for folder in folders if (path := folder / name).exists()), None)
    if found is None:
        pytest.fail(f"{name} is not installed. `make servers` installs what these tests start.", pytrace=False)
    return Path(found)


def wait(is_so: Callable[[], bool], within_s: float = 60) -> None:
    last = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < last, "this took too long"
        time.sleep(0.02)


@pytest.fixture(scope="session")
def wait_until() -> Callable[[Callable[[], bool]], None]:
    """Wait until something is so, a minute at most."""
    return wait


@pytest.fixture(scope="session")
def is_running() -> Callable[[int], bool]:
    """Whether a process goes on; one that ended and that nobody has asked after does not."""

    def check(process: int) -> bool:
        try:
            return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False

    return check


@pytest.fixture(scope="session")
def server_folder() -> Iterator[Path]:
    """Where the servers keep their data: short, since their sockets are in it, and open to PostgreSQL's own user."""
    with tempfile.TemporaryDirectory(prefix="fm") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def redis_url(server_folder: Path) -> Iterator[str]:
    """A redis-server of our own."""
    socket = server_folder / "redis"
    command = [installed("redis-server"), "--port", "0", "--unixsocket", socket, "--save", "", "--dir", server_folder]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        wait(socket.exists)
        yield f"redis+socket://{socket}"
        server.terminate()


def takes_connections(address: str) -> bool:
    try:
        psycopg.connect(f"postgresql:///postgres{address}").close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="session")
def postgresql(server_folder: Path) -> Iterator[str]:
    """A PostgreSQL of our own; the options of its address."""
    folder = server_folder / "postgresql"
    with postgresql_server(folder):
        yield f"?host={folder}&user=fullmarks"


@contextmanager
def postgresql_server(folder: Path) -> Iterator[subprocess.Popen]:
    """A PostgreSQL with its data in this folder, made where there are none. As root it runs as its owner, since it refuses to."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    if not folder.exists():
        folder.mkdir()
        if who:
            shutil.chown(folder, "postgres", "postgres")
        initdb = [installed("initdb", *programs), "--pgdata", folder / "data", "--username", "fullmarks", "--no-sync"]
        subprocess.run(
            [*initdb, "--auth", "trust", "--encoding", "UTF8", "--locale", "C"],
            check=True,
            stdout=subprocess.DEVNULL,
            **who,
        )
    # What is lost in a power cut is not tested here, and not waited for.
    options = ["-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
    log = (folder / "log").open("w")
    with (
        log,
        subprocess.Popen(
            [installed("postgres", *programs), "-D", folder / "data", *options], stderr=log, cwd=folder, **who
        ) as server,
    ):
        wait(lambda: takes_connections(f"?host={folder}&user=fullmarks"))
        yield server
        server.send_signal(signal.SIGINT)


@pytest.fixture(scope="session")
def new_postgresql_url(postgresql: str) -> Callable[[], str]:
    """Make an empty database in it."""

    def made() -> str:
        name = f"test_{time.monotonic_ns()}"
        with psycopg.connect(f"postgresql:///postgres{postgresql}", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} STRATEGY file_copy")
        return f"postgresql:///{name}{postgresql}"

    return made
