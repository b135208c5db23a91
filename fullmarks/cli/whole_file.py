"""Files that are never seen half written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a text so that its file is seen either as it was or as it will be, whatever happens in between."""
    write_bytes_whole(path, (piece.encode() for piece in pieces))


def write_bytes_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for bytes."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
