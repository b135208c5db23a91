"""Files that were handed in: read from disk as they are, and parsed by their form."""

from __future__ import annotations

import codecs
import stat
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from fullmarks.cli.file_kinds import kind_by_beginning, kind_by_name
from fullmarks.errors import SubmissionError
from fullmarks.find.json_text import LONGEST_BYTES
from fullmarks.find.submissions import from_json_text, from_text
from fullmarks.records import frozen
from fullmarks.report.grade_submission import looks_like_json
from fullmarks.rubric.model import Rubric
from fullmarks.submission import Submission

Form = Literal["json", "markdown", "latex", "plain"]
FORMS: Mapping[str, Form] = {
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".tex": "latex",
    ".txt": "plain",
}
"""How a file is read, by the end of its name."""

STANDARD_INPUT = Path("-")
_WIDER = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LOOK = 1_000
"""So many bytes are looked at; in UTF-16 without a mark every second one is zero in most languages."""
_WHAT_CAN = "Hand in Markdown (.md), plain text (.txt), LaTeX (.tex) or JSON."


class Person(BaseModel):
    """Whose submission it is, as far as what it came from says; ``id`` is what the course knows them by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    id: str = ""
    email: str = ""


class HandedIn(BaseModel):
    """One submission as it came, kept with its result so that it can be graded again.

    ``submitted_at`` is when it came, where something better knows it than the submission itself.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    form: Form
    text: str
    people: tuple[Person, ...] = ()
    submitted_at: AwareDatetime | None = None

    def submission(self, rubric: Rubric) -> Submission:
        """What it holds; raises SubmissionError."""
        is_json = self.form == "json"
        made = from_json_text(self.text, rubric.sought) if is_json else from_text(self.text, self.form)
        return made if self.submitted_at is None else replace(made, submitted_at=self.submitted_at)


@frozen
class Refused:
    """What stands in the place of a submission and is none: a file that cannot be opened, a line that is too long."""

    name: str
    error: SubmissionError


Entry = HandedIn | Refused


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The paths, each folder as the files in it that may be submissions, by name; one that holds none stands for itself."""
    return tuple(file for path in paths for file in _files_of(path))


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = [file for file in path.rglob("*") if file.suffix.lower() in FORMS and file.is_file()]
    visible = [file for file in files if not any(part.startswith(".") for part in file.relative_to(path).parts)]
    return sorted(visible) or [path]


def read_handed_in(path: Path, name: str | None = None) -> HandedIn:
    """The file at ``path`` (``-`` is standard input); raises SubmissionError for what is no text of a known form."""
    called = "standard input" if path == STANDARD_INPUT else str(path)
    return handed_in(_content(path), path.name, name or called)


def handed_in(content: bytes, file_name: str, name: str) -> HandedIn:
    """What a file of that name holds, called ``name`` here; raises SubmissionError."""
    if len(content) > LONGEST_BYTES:
        raise too_large()
    text = _decoded(content)
    if (kind := kind_by_name(file_name)) and Path(file_name).suffix.lower() not in FORMS:
        raise SubmissionError("not_text", f"This is {kind}, which cannot be read. {_WHAT_CAN}")
    return HandedIn(name=name, form=_form(file_name, text), text=text)


def too_large() -> SubmissionError:
    """For what is too long for a submission."""
    return SubmissionError(
        "too_large", f"This file has more than {LONGEST_BYTES:,} bytes. Leave out what is no answer."
    )


def _form(file_name: str, text: str) -> Form:
    """By the name; without a name that says it, by how the text starts."""
    return FORMS.get(Path(file_name).suffix.lower()) or ("json" if looks_like_json(text) else "markdown")


def _content(path: Path) -> bytes:
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LONGEST_BYTES + 1)
        else:
            # A pipe or a device could be read for ever.
            if not stat.S_ISREG(path.stat().st_mode):
                raise SubmissionError("not_a_file", _not_a_file(path))
            with path.open("rb") as file:
                content = file.read(LONGEST_BYTES + 1)
    except OSError as error:
        raise SubmissionError("cannot_open", f"This file cannot be opened: {error.strerror}.") from error
    return content


def _decoded(content: bytes) -> str:
    """UTF-8, or UTF-16 where a byte order mark says so."""
    if kind := kind_by_beginning(content):
        raise SubmissionError("not_text", f"This is {kind}, which cannot be read. {_WHAT_CAN}")
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if content.startswith(_WIDER) or (not wide and content[:_LOOK].count(0) > len(content[:_LOOK]) // 4):
        sentence = (
            "This is not UTF-8 text: it looks like UTF-16, or no text at all. Save it as UTF-8 and hand it in again."
        )
        raise SubmissionError("not_text", sentence)
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SubmissionError("not_text", _not_text(error.start)) from error


def _not_a_file(path: Path) -> str:
    if path.is_dir():
        return f"There is no submission in this folder, no file that ends in {', '.join(FORMS)}."
    return "This is not a file. Name the files that hold the submissions."


def _not_text(place: int) -> str:
    return f"This is not UTF-8 text: byte {place:,} belongs to no character. Save it as UTF-8 and hand it in again."
