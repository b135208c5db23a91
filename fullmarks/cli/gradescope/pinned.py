"""The wheels that the engine needs in the image, fetched by pip and held against their hashes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from fullmarks.cli.gradescope.own_wheel import Wheel
from fullmarks.errors import OperatorError

PYTHON = "3.11"
"""As in ``image/setup.sh``."""
GLIBC = (35, 34, 31, 28, 27, 24, 17)
"""Minor versions of glibc 2 that wheels may ask for: Ubuntu 22.04 has the first."""
_PLATFORMS = (*(f"manylinux_2_{minor}_x86_64" for minor in GLIBC), "manylinux2014_x86_64", "any")
_ABIS = ("cp311", "abi3", "none")
_CHECKOUT = Path(__file__).parents[3] / "requirements"


def lock_file(name: str) -> bytes:
    """A file of pinned versions with their hashes: packed with this module, or in the checkout that it is in."""
    packed = files(__package__).joinpath("image", name)
    return packed.read_bytes() if packed.is_file() else (_CHECKOUT / name).read_bytes()


def pinned_wheels(requirements: bytes) -> tuple[Wheel, ...]:
    """The wheels for the image, by name; raises OperatorError where they cannot be had."""
    if find_spec("pip") is None:
        raise OperatorError(
            "no_pip",
            f"Packing needs pip, which this Python does not have. Install it: {sys.executable} -m ensurepip --upgrade",
        )
    with TemporaryDirectory(prefix="fullmarks-") as folder:
        wanted = Path(folder, "requirements.txt")
        wanted.write_bytes(requirements)
        _fetch(wanted, Path(folder, "wheels"))
        return tuple(Wheel(path.name, path.read_bytes()) for path in sorted(Path(folder, "wheels").iterdir()))


def _fetch(requirements: Path, into: Path) -> None:
    ended = subprocess.run(  # noqa: S603 - pip, by our own interpreter, with no text from outside
        [
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet"),
            *("--require-hashes", "--no-deps", "--only-binary", ":all:"),
            *("--implementation", "cp", "--python-version", PYTHON),
            *_repeated("--abi", _ABIS),
            *_repeated("--platform", _PLATFORMS),
            *("--requirement", str(requirements), "--dest", str(into)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode:
        said = [line for line in ended.stdout.splitlines() if line.startswith("ERROR")] or ended.stdout.splitlines()
        raise OperatorError(
            "no_wheels",
            "pip could not fetch the packages that go into the zip. Is there a network? Behind a firewall, name your own index "
            "as for any use of pip (PIP_INDEX_URL), or a folder of wheels (PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER). "
            f"pip said: {' '.join(said[-2:])[:500]}",
        )


def _repeated(option: str, values: Sequence[str]) -> list[str]:
    return [word for value in values for word in (option, value)]
