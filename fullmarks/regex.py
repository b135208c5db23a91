"""Regular expressions that are compiled when they are first used.

The rooms that read words and formulas know some seven hundred, and compiling them all took a fifth of a second before the first
answer was read. No paper needs more than half of them, and a single answer next to none.
"""

from __future__ import annotations

import re
from typing import cast


class Regex:
    """Compiled by whatever is first asked of it. What was asked for once is then at hand without any detour."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        value: object = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """To be used as ``re.compile`` would have it, by its methods; a mistake in it shows when it is first used."""
    return cast("re.Pattern[str]", Regex(pattern, flags))
