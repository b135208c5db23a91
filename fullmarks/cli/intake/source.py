"""Where submissions come from, one after the other: never are all of them in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from fullmarks.cli.handed_in import Entry, Refused, files_in, read_handed_in
from fullmarks.errors import SubmissionError
from fullmarks.find.found import SoughtPart

LINES = (".ndjson", ".jsonl")
TABLE = ".csv"
ARCHIVE = ".zip"


class Source(Protocol):
    """Submissions, in a fixed order; iterating begins anew each time."""

    def __iter__(self) -> Iterator[Entry]: ...

    def count(self) -> int:
        """How many there are, or about how many: for whoever waits."""
        ...


class OneFile:
    """A file that is one submission."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Entry]:
        try:
            yield read_handed_in(self.path)
        except SubmissionError as error:
            yield Refused(str(self.path), error)

    def count(self) -> int:
        return 1


def sources(paths: Sequence[Path], parts: Sequence[SoughtPart]) -> tuple[Source, ...]:
    """What each path stands for, by its name; a folder is its files, or an export where it holds one's metadata.

    ``parts`` are what a table's columns may name.
    """
    return tuple(source for path in paths for source in _of(path, parts))


def _of(path: Path, parts: Sequence[SoughtPart]) -> Sequence[Source]:
    # Each kind is loaded where it is met: most runs are of files that are one submission each.
    ending = path.suffix.lower()
    if path.is_dir():
        from fullmarks.cli.intake.export_folder import ExportFolder
        from fullmarks.cli.intake.metadata import METADATA

        return [ExportFolder(path)] if (path / METADATA).is_file() else [OneFile(file) for file in files_in([path])]
    if ending in LINES:
        from fullmarks.cli.intake.json_lines import JsonLines

        return [JsonLines(path)]
    if ending == TABLE:
        from fullmarks.cli.intake.answer_table import AnswerTable

        return [AnswerTable(path, parts)]
    if ending == ARCHIVE:
        from fullmarks.cli.intake.zip_archive import ZipArchive

        return [ZipArchive(path)]
    return [OneFile(path)]
