"""Files of an upload that could hold the answers: on the disk, or in a ZIP archive, which is never unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fullmarks.cli.handed_in import HandedIn, handed_in, read_handed_in
from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.records import frozen

LARGEST_ARCHIVE = 10_000_000
"""Bytes of an archive that is looked into: a longer one could list more files than there is memory for."""

_HIDDEN = (".", "__MACOSX")
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error, zlib.error)
"""What reading an archive raises that is none, is cut off, or asks for a password."""


@frozen
class Candidate:
    """One file as the student knows it, by its path in the upload; ``member`` is set where it is in the archive at ``path``."""

    name: str
    path: Path
    member: ZipInfo | None = None

    @property
    def base(self) -> str:
        """The name alone, in small letters."""
        return PurePosixPath(self.name).name.lower()

    def handed_in(self) -> HandedIn:
        """What is in it; raises SubmissionError."""
        if self.member is None:
            return read_handed_in(self.path, self.name)
        try:
            with ZipFile(self.path) as archive, archive.open(self.member) as file:
                return handed_in(file.read(LONGEST_BYTES + 1), self.base, self.name)
        except _BROKEN as error:
            raise SubmissionError("broken_archive", "This archive is damaged or asks for a password.") from error


def is_hidden(name: str) -> bool:
    """Whether it is a file that systems leave behind, and no student means to hand in."""
    return name.startswith(_HIDDEN)


def in_archive(path: Path, name: str, most: int) -> Iterator[Candidate]:
    """The files in an archive, at most so many; none where it is too large, damaged, or no archive."""
    try:
        if path.stat().st_size > LARGEST_ARCHIVE:
            return
        with ZipFile(path) as archive:
            members = archive.infolist()[:most]
    except _BROKEN:
        return
    yield from (Candidate(f"{name}/{member.filename}", path, member) for member in members if _is_plain(member))


def _is_plain(member: ZipInfo) -> bool:
    """Whether it is a visible file within the archive's own folder, packed in a way that takes no memory to unpack."""
    places = PurePosixPath(member.filename.replace("\\", "/")).parts
    return (
        not member.filename.endswith("/")
        and not S_ISLNK(member.external_attr >> 16)
        and member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        and bool(places)
        and not any(place in ("/", "..") or is_hidden(place) for place in places)
    )
