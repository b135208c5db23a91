"""Which of the uploaded files holds the answers.

An upload may hold anything: links out of its folder, thousands of files, archives made to fill a disk. Nothing but regular files
inside the folder is ever opened, nothing is unpacked, and only so many names are looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from fullmarks.cli.file_kinds import kind_by_name
from fullmarks.cli.gradescope.candidates import Candidate, in_archive, is_hidden
from fullmarks.cli.handed_in import FORMS, HandedIn
from fullmarks.errors import SubmissionError
from fullmarks.records import frozen
from fullmarks.report.shown import shown

MOST_ENTRIES = 2_000
"""Files and folders that are looked at."""
DEEPEST = 8
"""Folders within folders."""
MOST_COMPARED = 20
"""Files that are read to see whether they say the same."""
STEM = "answers"
"""The name, before its ending, of the file that is taken where several could be meant."""
ENDINGS = (".chat.json", *FORMS)


@frozen
class Upload:
    """What a student uploaded; ``wanted`` are the names of the file that holds the answers, if the rubric gives any."""

    folder: Path
    wanted: tuple[str, ...] = ()

    def answers(self) -> HandedIn:
        """The file that holds the answers; raises SubmissionError, in words for the student, where it is not one."""
        return self._at_the_top() or self._among(list(self._entries()))

    @property
    def advice(self) -> str:
        if self.wanted:
            return f"Hand in your answers in a file called {_either(self.wanted)}."
        return f"Hand in one file {STEM}.json, {STEM}.md, {STEM}.txt, {STEM}.tex or {STEM}.chat.json."

    def _at_the_top(self) -> HandedIn | None:
        """The file of the right name right in the folder, where nobody needs to search for it."""
        names = self.wanted or tuple(f"{STEM}{ending}" for ending in ENDINGS)
        paths = [self.folder / name for name in names if name == Path(name).name]
        at_hand = [Candidate(path.name, path) for path in paths if path.is_file() and not path.is_symlink()]
        if not at_hand:
            return None
        return at_hand[0].handed_in() if self.wanted else self._only(at_hand)

    def _among(self, entries: list[Candidate]) -> HandedIn:
        """The one that is meant among all that were found, or else among those in archives."""
        for found in (entries, list(_in_archives(entries))):
            if self.wanted:
                by_name = [one for name in self.wanted for one in found if one.base == name.lower()]
                if by_name:
                    return self._only([one for one in by_name if one.base == by_name[0].base])
                continue
            candidates = [one for one in found if one.base.endswith(ENDINGS)]
            preferred = [one for one in candidates if one.base.removesuffix(_ending(one.base)) == STEM]
            if candidates:
                return self._only(preferred or candidates)
        raise SubmissionError("no_answers_file", f"{_what_is_there(entries)} {self.advice}")

    def _only(self, candidates: Sequence[Candidate]) -> HandedIn:
        """The only one; of several the first, where all say the same."""
        if len(candidates) == 1:
            return candidates[0].handed_in()
        if len(candidates) <= MOST_COMPARED and (same := _same(candidates)):
            return same
        raise SubmissionError(
            "several_answers_files", f"Several files could hold the answers: {_listed(candidates)}. {self.advice}"
        )

    def _entries(self) -> Iterator[Candidate]:
        """The regular files in the folder, level by level, without hidden ones and links; raises SubmissionError."""
        looks = 0
        level = [self.folder]
        for _ in range(DEEPEST):
            deeper: list[Path] = []
            for parent in level:
                for entry in _scanned(parent):
                    looks += 1
                    if looks > MOST_ENTRIES:
                        raise SubmissionError(
                            "too_many_files", f"More than {MOST_ENTRIES:,} files were handed in. {self.advice}"
                        )
                    if is_hidden(entry.name) or entry.is_symlink():
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        deeper.append(Path(entry))
                    elif entry.is_file(follow_symlinks=False):
                        yield Candidate(_named(Path(entry).relative_to(self.folder)), Path(entry))
            level = deeper


def _named(path: Path) -> str:
    """A path as text, also where its bytes are none."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _scanned(folder: Path) -> list[os.DirEntry[str]]:
    """The names in a folder, sorted; a folder that cannot be opened is empty."""
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.append(entry)
                if len(found) > MOST_ENTRIES:
                    break
    except OSError:
        return []
    return sorted(found, key=lambda entry: entry.name)


def _in_archives(entries: Sequence[Candidate]) -> Iterator[Candidate]:
    left = MOST_ENTRIES
    for entry in entries:
        if entry.base.endswith(".zip"):
            for found in in_archive(entry.path, entry.name, left):
                left -= 1
                yield found


def _same(candidates: Sequence[Candidate]) -> HandedIn | None:
    """What all of them say; None where they do not agree, or one cannot be read."""
    try:
        read = [candidate.handed_in() for candidate in candidates]
    except SubmissionError:
        return None
    return read[0] if len({(one.form, one.text) for one in read}) == 1 else None


def _ending(base: str) -> str:
    return next(ending for ending in ENDINGS if base.endswith(ending))


def _what_is_there(entries: Sequence[Candidate]) -> str:
    if not entries:
        return "No file was handed in that could be opened."
    for kind in filter(None, (kind_by_name(entry.name) for entry in entries)):
        alike = [entry for entry in entries if kind_by_name(entry.name) == kind]
        said = f"{kind[0].upper()}{kind[1:]}"
        if kind == "an archive":  # what is in archives within it, behind links, or outside of it, is left aside
            return f"{said} holds no file with answers that can be opened: {_listed(alike)}. Unpack it yourself."
        return f"{said} cannot be read: {_listed(alike)}."
    return f"No file with answers was handed in, only {_listed(entries)}."


def _listed(candidates: Sequence[Candidate]) -> str:
    names = [shown(candidate.name).replace("\n", r"\u{a}")[:80] for candidate in candidates[:5]]
    return ", ".join(names) + (f" and {len(candidates) - 5} more" if len(candidates) > 5 else "")


def _either(names: Sequence[str]) -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
