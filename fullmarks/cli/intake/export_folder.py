"""A folder as Gradescope exports an assignment: a folder for each submission, and metadata that say whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fullmarks.cli.gradescope.upload import Upload
from fullmarks.cli.handed_in import Entry, Refused
from fullmarks.cli.intake.metadata import METADATA, Exported, exported
from fullmarks.cli.intake.opened import opened
from fullmarks.errors import SubmissionError


class ExportFolder:
    """Such a folder; each submission is called by its folder's name."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Entry]:
        try:
            for one in self._exported():
                yield in_folder(self.path / one.folder, one)
        except SubmissionError as error:
            yield Refused(str(self.path / METADATA), error)

    def count(self) -> int:
        try:
            return sum(1 for _ in self._exported())
        except SubmissionError:
            return 1

    def _exported(self) -> Iterator[Exported]:
        with opened(self.path / METADATA) as file:
            yield from exported(line.decode("utf-8", "replace") for line in file)


def in_folder(folder: Path, one: Exported) -> Entry:
    """The submission whose files are in a folder."""
    if not folder.is_dir():
        sentence = f"{METADATA} names this submission, and its folder is not there."
        return Refused(one.folder, SubmissionError("cannot_open", sentence))
    try:
        read = Upload(folder).answers()
    except SubmissionError as error:
        return Refused(one.folder, error)
    return read.model_copy(update={"name": one.folder, "people": one.people, "submitted_at": one.submitted_at})
