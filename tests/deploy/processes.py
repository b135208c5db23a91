"""Starting a program as a container would, waiting for it to listen, and stopping it again whatever happens."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE_S = 30


@dataclass(frozen=True)
class Place:
    """Where a server is here: a host, or the folder of its socket, and a port."""

    host: str
    port: int


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(
    command: Sequence[str], folder: Path, port: int, variables: Mapping[str, str] | None = None
) -> Iterator[None]:
    """The program, from when something listens at ``port``; stopped by SIGTERM at the end, which it must obey."""
    with subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.DEVNULL) as process:
        try:
            _wait(process, port)
            yield
            process.terminate()
            assert process.wait(PATIENCE_S) == 0, f"{command} was stopped and ended with {process.returncode}"
        finally:
            process.kill()


def _wait(process: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while not listens(port):
        assert process.poll() is None, f"{process.args} ended with {process.returncode} before it listened"
        assert time.monotonic() < end, f"{process.args} did not listen within {PATIENCE_S} s"
        time.sleep(0.05)
