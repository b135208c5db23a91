"""Each in a process of its own, which the bounds may end."""

import signal
import subprocess
import sys

import pytest

SOFT = """
from workers.bounds import TookTooLong, time_limits
try:
    with time_limits(soft_s=0.05, hard_s=60):
        while True:
            try:
                sum(range(100))
            except Exception:
                pass
except TookTooLong:
    print("stopped")
"""
HARD = """
from flint import fmpz_poly
from workers.bounds import time_limits
with time_limits(soft_s=0.05, hard_s=0.2):
    fmpz_poly([1, 1]) ** 4_000_000
print("never stopped")
"""
AFTERWARDS = """
import time
from workers.bounds import time_limits
with time_limits(soft_s=0.05, hard_s=0.05):
    pass
last = time.process_time() + 0.15
while time.process_time() < last:
    pass
print("still there")
"""
MEMORY = """
from workers.bounds import limit_memory
limit_memory(200)
limit_memory(300)
try:
    bytearray(400 << 20)
except MemoryError:
    print("refused")
bytearray(10 << 20)
"""


@pytest.mark.parametrize(
    "code, status, says",
    [
        pytest.param(SOFT, 0, "stopped\n", id="a soft limit stops Python, whatever it catches"),
        pytest.param(HARD, -signal.SIGPROF, "", id="a hard limit ends a long call into C"),
        pytest.param(AFTERWARDS, 0, "still there\n", id="limits end with the grading"),
        pytest.param(MEMORY, 0, "refused\n", id="memory beyond the limit is refused"),
    ],
)
def test_a_grading_is_bounded(code, status, says):
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout) == (status, says), run.stderr
