"""Regular expressions mean the same in every Python 3.11."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("fullmarks", "service", "workers", "store")
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def test_no_group_is_repeated_possessively():
    """Python 3.11.2, which Debian 12 has, loses such matches."""
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert [str(path) for path in sources if POSSESSIVE_GROUP.search(path.read_text("utf-8"))] == []
