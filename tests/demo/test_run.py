"""The demonstration runs as `make demo` runs it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_homework_goes_in_its_report_comes_out_and_nothing_is_left(wait_until):
    run = subprocess.run(
        [sys.executable, ROOT / "demo" / "run.py"], capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"POST demo/homework\.md → 202, \w+ as \w{26}", run.stdout)
    for verdict in ("correct", "partial", "incorrect", "unreadable", "missing"):
        assert f"  {verdict}  " in run.stdout
    assert run.stdout.endswith("Everything that was started has been stopped.\n")
