"""ZIP files that are the same, byte for byte, whenever and wherever they are made."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from fullmarks.records import frozen

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format knows."""
UNIX = 3


@frozen
class Entry:
    """One file: its path in the archive, and what it holds."""

    name: str
    content: bytes
    is_program: bool = False
    is_packed: bool = False
    """Whether the content is compressed already."""


def zipped(entries: Iterable[Entry]) -> bytes:
    """The archive, in the order of the entries."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for entry in entries:
            info = ZipInfo(entry.name, FIRST_MOMENT)
            info.create_system = UNIX
            info.external_attr = (0o100755 if entry.is_program else 0o100644) << 16
            info.compress_type = ZIP_STORED if entry.is_packed else ZIP_DEFLATED
            archive.writestr(info, entry.content, compresslevel=9)
    return held.getvalue()
