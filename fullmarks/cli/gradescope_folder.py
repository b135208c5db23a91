"""Which of the uploaded files holds the answers.

An upload may hold anything: links out of its folder, thousands of files. Nothing but regular files inside the folder is
ever opened, and only so many names are looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from fullmarks.cli.handed_in import FORMS
from fullmarks.errors import SubmissionError
from fullmarks.report.shown import shown

MOST_ENTRIES = 2_000
"""Files and folders that are looked at."""
DEEPEST = 8
"""Folders within folders."""
STEM = "answers"
"""The name, before its ending, of the file that is taken where several could be meant."""
ENDINGS = (".chat.json", *FORMS)

ADVICE = f"Hand in one file {STEM}.json, {STEM}.md, {STEM}.txt, {STEM}.tex or {STEM}.chat.json."


def answers_file(folder: Path) -> Path:
    """The file that holds the answers; raises SubmissionError, in words for the student, where it is not one."""
    named = [folder / f"{STEM}{ending}" for ending in ENDINGS]
    at_hand = [path for path in named if path.is_file() and not path.is_symlink()]
    if at_hand:
        return _only(at_hand, folder)
    entries = list(_entries(folder))
    candidates = [path for path in entries if path.name.lower().endswith(ENDINGS)]
    preferred = [path for path in candidates if path.name.lower().removesuffix(_ending(path)) == STEM]
    if not candidates:
        raise SubmissionError("no_answers_file", f"{_what_is_there(entries, folder)} {ADVICE}")
    return _only(preferred or candidates, folder)


def _only(paths: Sequence[Path], folder: Path) -> Path:
    if len(paths) == 1:
        return paths[0]
    raise SubmissionError(
        "several_answers_files", f"Several files could hold the answers: {_listed(paths, folder)}. {ADVICE}"
    )


def _entries(folder: Path) -> Iterator[Path]:
    """The regular files below a folder, level by level, without hidden ones and links; raises SubmissionError."""
    looks = 0
    level = [folder]
    for _ in range(DEEPEST):
        deeper: list[Path] = []
        for parent in level:
            for entry in _scanned(parent):
                looks += 1
                if looks > MOST_ENTRIES:
                    raise SubmissionError(
                        "too_many_files", f"More than {MOST_ENTRIES:,} files were handed in. {ADVICE}"
                    )
                if entry.name.startswith((".", "__MACOSX")) or entry.is_symlink():
                    continue
                if entry.is_dir(follow_symlinks=False):
                    deeper.append(Path(entry))
                elif entry.is_file(follow_symlinks=False):
                    yield Path(entry)
        level = deeper


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


def _ending(path: Path) -> str:
    return next(ending for ending in ENDINGS if path.name.lower().endswith(ending))


def _what_is_there(entries: Sequence[Path], folder: Path) -> str:
    if not entries:
        return "No file was handed in that could be opened."
    pdfs = [path for path in entries if path.suffix.lower() == ".pdf"]
    if pdfs:
        return f"A PDF cannot be read: {_listed(pdfs, folder)}."
    return f"No file with answers was handed in, only {_listed(entries, folder)}."


def _listed(paths: Sequence[Path], folder: Path) -> str:
    names = [shown(str(path.relative_to(folder)))[:80] for path in paths[:5]]
    return ", ".join(names) + (f" and {len(paths) - 5} more" if len(paths) > 5 else "")
