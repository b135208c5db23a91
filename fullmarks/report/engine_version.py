"""The version that a report names: ours with those of the packages that decide equality."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def engine_version() -> str:
    """``fullmarks 0.1.0, python-flint 0.9.0, sympy 1.14.0``: with another one, verdicts may differ."""
    return ", ".join(f"{package} {version(package)}" for package in ("fullmarks", "python-flint", "sympy"))
