"""The data folder, held by one program at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fullmarks.errors import OperatorError


@contextmanager
def alone_in(data: Path) -> Iterator[None]:
    """Hold the data folder; raises ``OperatorError`` (``folder_taken``) if another `serve` holds it."""
    # What students hand in is nobody else's on this machine.
    data.mkdir(0o700, parents=True, exist_ok=True)
    with (data / "lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OperatorError(
                "folder_taken",
                f"Another `fullmarks serve` uses the folder {data.absolute()}. Stop it, or name another with --data.",
            ) from error
        yield
