"""``python -m workers``: a worker with its settings from the environment, as `fullmarks serve` starts it."""

from __future__ import annotations

import sys

from fullmarks.errors import FullmarksError
from workers.run import run_worker
from workers.settings import WorkerSettings

if __name__ == "__main__":
    try:
        sys.exit(run_worker(WorkerSettings()))
    except FullmarksError as error:
        sys.exit(error.sentence)
