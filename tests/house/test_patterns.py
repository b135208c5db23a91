"""Regular expressions mean the same in every Python 3.11."""

import gc
import re
from importlib import import_module
from pathlib import Path

from fullmarks.regex import Regex

ROOT = Path(__file__).parents[2]
PACKAGES = ("fullmarks", "service", "workers", "store")
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")


def test_no_group_is_repeated_possessively():
    """Python 3.11.2, which Debian 12 has, loses such matches."""
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert [str(path) for path in sources if POSSESSIVE_GROUP.search(path.read_text("utf-8"))] == []


def test_every_pattern_compiles():
    """A pattern is compiled when it is first used; a mistake in one must not wait for that."""
    for path in (ROOT / "fullmarks").rglob("*.py"):
        if "fullmarks.regex" in path.read_text("utf-8"):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    patterns = [one for one in gc.get_objects() if isinstance(one, Regex)]
    assert len(patterns) > 400
    for one in patterns:
        assert one.groups >= 0
