"""An archive (zip): the files in it that may be submissions, or an export of Gradescope.

Nothing is unpacked by the names that an archive gives. One that holds what no honest archive holds is refused whole: names that lead
out of it, links, and more than could be meant once it is unpacked.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile, ZipInfo

from fullmarks.cli.gradescope.upload import MOST_ENTRIES as MOST_IN_A_SUBMISSION
from fullmarks.cli.handed_in import FORMS, Entry, Refused, handed_in, too_large
from fullmarks.cli.intake.export_folder import in_folder
from fullmarks.cli.intake.metadata import METADATA, Exported, exported
from fullmarks.cli.intake.opened import cannot_open, opened
from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.report.shown import shown

MOST_ENTRIES = 200_000
"""Files and folders in one archive."""
MOST_BYTES = 8_000_000_000
"""Bytes of all of them, unpacked."""
MOST_TIMES = 200
"""How many times as large an archive may be, unpacked: text shrinks to a tenth, and nothing honest to so little."""
ALWAYS_BYTES = 50_000_000
"""So much it may always hold."""
_ENCRYPTED = 0x1


class ZipArchive:
    """An archive; each submission is called by the archive and its name in there, one of an export by its folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Entry]:
        try:
            with opened(self.path) as file, ZipFile(file) as archive:
                yield from self._entries(archive, _checked(archive, self.path.stat().st_size))
        except SubmissionError as error:
            yield Refused(str(self.path), error)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            yield Refused(str(self.path), _damaged(error))
        except OSError as error:
            yield Refused(str(self.path), cannot_open(error))

    def count(self) -> int:
        try:
            with opened(self.path) as file, ZipFile(file) as archive:
                entries = _checked(archive, self.path.stat().st_size)
                metadata = _metadata(entries)
                if metadata is None:
                    return len(_submissions(entries)) or 1
                return sum(1 for _ in _exported(archive, metadata))
        except (SubmissionError, BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
            return 1

    def _entries(self, archive: ZipFile, entries: list[ZipInfo]) -> Iterator[Entry]:
        if metadata := _metadata(entries):
            yield from _of_export(archive, entries, metadata)
            return
        found = _submissions(entries)
        if not found:
            sentence = f"There is no submission in this archive, no file that ends in {', '.join(FORMS)}."
            raise SubmissionError("no_submission", sentence)
        for entry in found:
            name = f"{self.path}/{shown(entry.filename)}"
            try:
                yield handed_in(_content(archive, entry), entry.filename, name)
            except SubmissionError as error:
                yield Refused(name, error)


def _of_export(archive: ZipFile, entries: list[ZipInfo], metadata: ZipInfo) -> Iterator[Entry]:
    """Submission by submission, each unpacked into a folder of its own that is gone when it has been read."""
    root = PurePosixPath(metadata.filename).parent
    folders: dict[str, list[ZipInfo]] = {}
    for entry in entries:
        inside = _inside(entry, root)
        if len(inside) > 1:
            folders.setdefault(inside[0], []).append(entry)
    for one in _exported(archive, metadata):
        with TemporaryDirectory(prefix="fullmarks-") as unpacked:
            folder = Path(unpacked) / one.folder
            try:
                _unpack(archive, folders.get(one.folder, []), root, folder)
                yield in_folder(folder, one)
            except SubmissionError as error:
                yield Refused(one.folder, error)
            except OSError as error:  # one name is a file and a folder, or longer than a name may be
                yield Refused(one.folder, cannot_open(error))


def _unpack(archive: ZipFile, entries: list[ZipInfo], root: PurePosixPath, folder: Path) -> None:
    """The files that may hold the answers, by their checked names; too large ones as one byte more than may be read."""
    if len(entries) > MOST_IN_A_SUBMISSION:
        sentence = f"More than {MOST_IN_A_SUBMISSION:,} files were handed in."
        raise SubmissionError("too_many_files", sentence)
    for entry in entries:
        path = folder.joinpath(*_inside(entry, root)[1:])
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed:
            path.write_bytes(packed.read(LONGEST_BYTES + 1) if path.suffix.lower() in FORMS else b"")


def _inside(entry: ZipInfo, root: PurePosixPath) -> tuple[str, ...]:
    path = PurePosixPath(entry.filename)
    return path.relative_to(root).parts if path.is_relative_to(root) else ()


def _exported(archive: ZipFile, metadata: ZipInfo) -> Iterator[Exported]:
    with archive.open(metadata) as packed:
        yield from exported(line.decode("utf-8", "replace") for line in packed)


def _checked(archive: ZipFile, size: int) -> list[ZipInfo]:
    """The files of an archive, by their names; raises SubmissionError for one that is none to be opened."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise SubmissionError("hostile_archive", f"This archive holds more than {MOST_ENTRIES:,} files.")
    whole = sum(entry.file_size for entry in entries)
    if whole > MOST_BYTES or whole > max(ALWAYS_BYTES, size * MOST_TIMES):
        sentence = f"Unpacked this archive would have {whole:,} bytes, which is more than could be meant."
        raise SubmissionError("hostile_archive", sentence)
    for entry in entries:
        if why := _why_refused(entry):
            sentence = f"This archive is not opened: “{shown(entry.filename)[:120]}” in it {why}."
            raise SubmissionError("hostile_archive", sentence)
    files = [entry for entry in entries if not entry.is_dir()]
    return sorted(files, key=lambda entry: PurePosixPath(entry.filename).parts)


def _why_refused(entry: ZipInfo) -> str | None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    if name.startswith(("/", "\\")) or "\\" in name or ".." in parts or (len(name) > 1 and name[1] == ":"):
        return "leads out of it"
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "is a link, or no file"
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted"
    return None


def _metadata(entries: list[ZipInfo]) -> ZipInfo | None:
    """The metadata of an export, at the top or in the one folder that an export has."""
    named = (entry for entry in entries if PurePosixPath(entry.filename).name == METADATA)
    return next((entry for entry in named if len(PurePosixPath(entry.filename).parts) <= 2), None)


def _submissions(entries: list[ZipInfo]) -> list[ZipInfo]:
    """The files that may be submissions, as in a folder: hidden ones are none, nor those that a Mac adds."""
    return [entry for entry in entries if _may_be_one(PurePosixPath(entry.filename))]


def _may_be_one(path: PurePosixPath) -> bool:
    return path.suffix.lower() in FORMS and not any(part.startswith((".", "__MACOSX")) for part in path.parts)


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    if entry.file_size > LONGEST_BYTES:
        raise too_large()
    try:
        with archive.open(entry) as packed:
            return packed.read(LONGEST_BYTES + 1)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> SubmissionError:
    return SubmissionError(
        "damaged_archive", f"This archive is damaged, or packed in an unknown way: {shown(str(error))[:200]}"
    )
