"""What the rows and the columns of a table go by, and finding these names in a text.

A name is found however its pieces are joined (``CONV3-10``, ``Conv3 10``, ``conv-3-10``); its letters may go on (``pool`` in
``pooling``) where there are four of them or more. Of names that begin at one place the longest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from fullmarks.regex import regex

_PIECE = regex(r"[^\W\d_]+|\d+")
_JOINT = r"[\s\-‐‑‒–_.{}\\$*]*"
_LONG = 4
"""A piece of so many letters may go on."""
_MARKUP = regex(r"\\(?:text|textbf|textit|texttt|mathrm|mathbf|mathtt|mathsf|operatorname)\b|[*_`$\\{}#]")
# No star gives back what it took, so that a line costs its length.
_LEAD = (
    r"[\s>*_#`$+|•–—-]*+(?:\\item)?(?:\(?\d{1,2}[.):]\s*+)?[\s*_`$]*+"
    r"(?:(?:the|first|second|third|fourth|1st|2nd|3rd|4th|next|last|final|layer|step|output|of|after|for|block|at|max|maximum)\b"
    r"[\s\d:.#*_`$–-]*+){0,4}"
    r"(?:\\(?:text|textbf|texttt|mathrm|mathbf)\s*+\{)?[\s*_`$]*+"
)


@dataclass(frozen=True)
class TableNames:
    """``rows`` maps each other name of a row, and its own, to its own; ``columns`` are the asked column's, the surest first."""

    rows: Mapping[str, str]
    columns: tuple[str, ...] = ()

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        """For each alternative of the pattern, the longest first, the row's own name."""
        return tuple(self.rows[name] for name in self._longest_first)

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.rows, key=len, reverse=True)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spelled = "|".join(f"({_spelled(name)})" for name in self._longest_first)
        return re.compile(rf"(?<![^\W_])(?:{spelled})" if spelled else r"(?!)", re.IGNORECASE)

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(rf"^{_LEAD}(?P<name>{self._pattern.pattern})", re.IGNORECASE | re.MULTILINE)

    @property
    def least(self) -> int:
        """So many rows make a table."""
        return min(2, len(set(self.rows.values())))

    def row_called(self, title: str) -> str | None:
        """The own name of the row whose name stands first in a title."""
        found = self._pattern.search(unmarked(title))
        return self._own_names[found.lastindex - 1] if found is not None and found.lastindex else None

    def openings(self, text: str) -> Sequence[re.Match[str]]:
        """The beginnings of lines that name a row; ``group("name")`` is the name."""
        return list(self._opening.finditer(text))

    def mentions(self, text: str) -> Sequence[re.Match[str]]:
        """All places where a row is named."""
        return list(self._pattern.finditer(text))

    def column_called(self, heading: str) -> int | None:
        """How sure a heading names the asked column, as the place of the name in ``columns``: 0 is the surest. None: it does not."""
        said = " ".join(_words(heading))
        places = (place for place, name in enumerate(self.columns) if _holds(said, name))
        return next(places, None)


def unmarked(text: str) -> str:
    """A text without what only marks it up."""
    return _MARKUP.sub("", text).strip()


def _spelled(name: str) -> str:
    pieces = _PIECE.findall(name)
    spelled = [
        re.escape(piece) + (r"(?!\d)" if piece.isdigit() else r"[^\W\d_]*" if len(piece) >= _LONG else r"(?![^\W\d_])")
        for piece in pieces
    ]
    return _JOINT.join(spelled) or r"(?!)"


def _holds(said: str, name: str) -> bool:
    wanted = " ".join(_words(name))
    return bool(wanted) and f" {wanted} " in f" {said} "


def _words(text: str) -> Iterable[str]:
    """The words of a heading in small letters, in the singular."""
    for word in re.findall(r"[^\W\d_]+", unmarked(text).casefold()):
        yield word.removesuffix("s") if len(word) > 3 else word
