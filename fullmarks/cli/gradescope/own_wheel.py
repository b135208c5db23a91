"""The engine as a wheel, made of the modules that are running: the same from a checkout and from an installed package.

It holds no compiled modules, so that it fits any machine, and nothing of the service.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import fullmarks
from fullmarks.cli.gradescope.zip_file import Entry, zipped
from fullmarks.records import frozen

PACKAGE = "fullmarks"
_NOT_PACKED = frozenset((".so", ".pyd", ".pyc"))
_ONLY_FOR_PACKING = frozenset(("cli/gradescope/image/engine.txt", "cli/gradescope/image/lock.txt"))
"""What an installed package has, a checkout keeps elsewhere, and nobody needs in an image."""
_WHEEL = f"Wheel-Version: 1.0\nGenerator: {PACKAGE}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_ENTRY_POINTS = f"[console_scripts]\n{PACKAGE} = fullmarks.cli.main:main\n"


@frozen
class Wheel:
    """A wheel's file name and content."""

    name: str
    content: bytes

    @property
    def requirement(self) -> str:
        """The line by which pip installs this wheel and no other."""
        name, version, _ = self.name.split("-", 2)
        return f"{name}=={version} --hash=sha256:{hashlib.sha256(self.content).hexdigest()}\n"


def own_wheel() -> Wheel:
    """The same bytes for the same modules."""
    version = distribution(PACKAGE).version
    info = f"{PACKAGE}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: {version}\n"
    entries = [
        *_modules(),
        Entry(f"{info}/METADATA", metadata.encode()),
        Entry(f"{info}/WHEEL", _WHEEL.encode()),
        Entry(f"{info}/entry_points.txt", _ENTRY_POINTS.encode()),
    ]
    record = "".join(f"{entry.name},sha256={_digest(entry.content)},{len(entry.content)}\n" for entry in entries)
    entries.append(Entry(f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode()))
    return Wheel(f"{PACKAGE}-{version}-py3-none-any.whl", zipped(entries))


def _modules() -> Iterator[Entry]:
    """Every file of the package, by name."""
    root = Path(fullmarks.__file__).parent
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).as_posix()
        if path.is_file() and path.suffix not in _NOT_PACKED and inside not in _ONLY_FOR_PACKING:
            yield Entry(f"{PACKAGE}/{inside}", path.read_bytes())


def _digest(content: bytes) -> str:
    """As a wheel's RECORD writes it (the binary distribution format, "Signed wheel files")."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
