"""An autograder's zip, laid out and set up in a folder as Gradescope does it in an image.

Nothing is written outside of the folder, no root is needed, and nothing is fetched.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from fullmarks.cli.gradescope.container import ROOT_VARIABLE, Container
from fullmarks.cli.gradescope.pinned import PYTHON
from fullmarks.errors import OperatorError

PROGRAMS = ("setup.sh", "run_autograder")


class BadZipError(OperatorError):
    """A zip of which Gradescope could make no image."""

    def __init__(self, sentence: str) -> None:
        super().__init__("bad_zip", sentence)


def environment(container: Container) -> Mapping[str, str]:
    """All that a program in the container is told."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(container.root),
        "LANG": "C.UTF-8",
        ROOT_VARIABLE: str(container.root),
    }


def unpack(path: Path, container: Container) -> None:
    """Lays the zip out as Gradescope does; raises BadZipError."""
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            _check_programs(path, names)
            archive.extractall(container.source)
            first_lines = {name: archive.read(name)[:2] for name in PROGRAMS}
    except OSError as error:
        raise BadZipError(f"{path}: cannot be opened: {error.strerror or error}.") from error
    except BadZipFile as error:
        raise BadZipError(f"{path}: this is no zip.") from error
    if first_lines["run_autograder"] != b"#!":
        raise BadZipError(f"{path}: run_autograder does not begin with “#!” and a program.")
    shutil.copy(container.source / "run_autograder", container.root / "run_autograder")
    (container.root / "run_autograder").chmod(0o755)


def _check_programs(path: Path, names: Sequence[str]) -> None:
    for name in PROGRAMS:
        if name in names:
            continue
        inside = next((one for one in names if one.endswith(f"/{name}")), None)
        where = f"it stands in a folder, as {inside}. Zip the files, not the folder" if inside else "there is none"
        raise BadZipError(f"{path}: {name} must stand at the root of the zip: {where}.")


def fitting_python() -> str | None:
    """An interpreter here that the zip's wheels are for; None where they fit no Python of this machine."""
    if sys.platform != "linux" or platform.machine() != "x86_64" or platform.libc_ver()[0] != "glibc":
        return None
    if f"{sys.version_info.major}.{sys.version_info.minor}" == PYTHON:
        return sys.executable
    return shutil.which(f"python{PYTHON}")


def set_up(container: Container, python: str) -> float:
    """Runs the zip's setup with an interpreter of this machine, offline; the seconds that it took. Raises BadZipError."""
    began = time.monotonic()
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", "PIP_CONFIG_FILE": os.devnull}
    in_haste = {"PIP_COMPILE": "0"}  # a folder that is gone in a minute needs no byte code of everything
    ended = subprocess.run(  # noqa: S603 - a zip that the user built, and wants to run
        ["/bin/bash", str(container.source / "setup.sh")],
        cwd=container.root,
        env={**environment(container), **offline, **in_haste, "FULLMARKS_PYTHON": python},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise BadZipError(f"setup.sh exits with {ended.returncode}:\n{ended.stdout.rstrip()}")
    return time.monotonic() - began


def use_this_program(container: Container) -> None:
    """In place of what the zip holds, where its wheels do not fit this machine."""
    program = container.root / "venv" / "bin" / "fullmarks"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).with_name("fullmarks")}" "$@"\n', "utf-8")
    program.chmod(0o755)
