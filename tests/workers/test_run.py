"""What keeps a worker from starting; that it grades is tested with the service."""

import subprocess
import sys
from pathlib import Path

import pytest

FULLMARKS = Path(sys.executable).with_name("fullmarks")


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([FULLMARKS, "worker"], id="as a command"),
        pytest.param([sys.executable, "-m", "workers"], id="as serve starts it"),
    ],
)
def test_without_a_broker_it_says_what_to_do(command, tmp_path):
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "There is no broker: name a Redis or Valkey server with --broker or FULLMARKS_BROKER, for example "
        "redis://localhost:6379/0. `fullmarks serve` brings one of its own.\n"
    )
