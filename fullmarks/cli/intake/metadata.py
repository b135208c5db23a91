"""What an export of Gradescope says about its submissions: ``submission_metadata.yml``.

The file has a block for each submission, ``submission_123:``, with much that is of no use here (every result of every test). So it
is read line by line, and of each block only the lines about who handed it in and when go to the YAML parser. What these say is
taken as text; tags, anchors and aliases mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fullmarks.cli.handed_in import Person
from fullmarks.errors import SubmissionError
from fullmarks.records import frozen

METADATA = "submission_metadata.yml"
MOST_LINES = 2_000
"""Lines about who handed in one submission."""
MOST_SUBMISSIONS = 100_000
LONGEST_LINE = 10_000
_BLOCK = re.compile(r"""["']?(?P<folder>submission_[0-9]{1,20})["']?:\s*""")
_ENTRY = re.compile(r"  :?(?P<name>\w+):")
_WANTED = frozenset(("submitters", "created_at"))
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\s*(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII)
_FIELDS = {"name": "name", "sid": "id", "email": "email"}


@frozen
class Exported:
    """One submission of an export: its folder, who handed it in, and when, where that is said."""

    folder: str
    people: tuple[Person, ...]
    submitted_at: datetime | None


def exported(lines: Iterable[str]) -> Iterator[Exported]:
    """All submissions of a metadata file, in its order; raises SubmissionError for what is none."""
    folder, wanted, number = "", False, 0
    kept: list[str] = []
    for line in lines:
        if len(line) > LONGEST_LINE:
            continue
        if found := _BLOCK.fullmatch(line.rstrip("\r\n")):
            if folder:
                yield _exported(folder, kept)
            folder, kept, wanted, number = found["folder"], [], False, number + 1
            if number > MOST_SUBMISSIONS:
                raise _bad(f"it names more than {MOST_SUBMISSIONS:,} submissions")
        elif entry := _ENTRY.match(line):
            wanted = entry["name"] in _WANTED
        if wanted and not found:
            kept.append(line)
            if len(kept) > MOST_LINES:
                raise _bad(f"{folder} has more than {MOST_LINES:,} lines about who handed it in")
    if not folder:
        raise _bad("it names no submission")
    yield _exported(folder, kept)


def _exported(folder: str, lines: list[str]) -> Exported:
    people: list[dict[str, str]] = []
    created = ""
    for path, text in _texts("".join(lines), folder):
        name = path[-1].lstrip(":") if path else ""
        if len(path) == 3 and path[0].lstrip(":") == "submitters" and name in _FIELDS:
            if not people or _FIELDS[name] in people[-1]:
                people.append({})
            people[-1][_FIELDS[name]] = text
        elif len(path) == 1 and name == "created_at":
            created = text
    named = tuple(Person(**one) for one in people)
    return Exported(folder, named, _time(created))


def _texts(text: str, folder: str) -> Iterator[tuple[list[str], str]]:
    """Each scalar with the names above it; a place in a list has the name ``-``."""
    path: list[str | None] = []
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            match event:
                case MappingStartEvent():
                    path.append(None)
                case SequenceStartEvent():
                    path.append("-")
                case MappingEndEvent() | SequenceEndEvent():
                    path.pop()
                    _forget(path)
                case ScalarEvent() if path and path[-1] is None:
                    path[-1] = str(event.value)
                case ScalarEvent():
                    yield [name or "" for name in path], str(event.value)
                    _forget(path)
                case AliasEvent():
                    _forget(path)
    except YAMLError as error:
        raise _bad(f"what it says about {folder} cannot be read") from error


def _forget(path: list[str | None]) -> None:
    """The name of a value that has been read."""
    if path and path[-1] != "-":
        path[-1] = None


def _time(text: str) -> datetime | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    day, clock, part, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}.{(part or '0')[:6]:0<6}")
        offset = datetime.fromisoformat(f"{day}T{clock}{zone}").tzinfo if zone and zone[0] in "+-" else UTC
    except ValueError:
        return None
    return moment.replace(tzinfo=offset)


def _bad(why: str) -> SubmissionError:
    return SubmissionError("bad_metadata", f"{METADATA} is not what Gradescope writes: {why}.")
