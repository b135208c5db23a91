r"""What LaTeX only dresses up: colours, underlining, frames. A framed formula is a box, as one that is underlined twice is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.find.formulas import closing_braces
from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

_DRESS = regex(
    r"\\(?:(?P<framed>fbox|framebox|fcolorbox\s*\{[^{}\n]{1,30}\}\s*\{[^{}\n]{1,30}\}|colorbox\s*\{[^{}\n]{1,30}\})\s*\{\s*\$(?P<inner>[^$\n]{1,400})\$\s*\}"
    r"|(?P<twice>(?:underline|uuline)\s*\{\s*\\underline|uuline)\s*(?=\{)"
    r"|(?P<plain>underline|uline|textcolor\s*\{[^{}\n]{1,30}\}|mathcolor\s*\{[^{}\n]{1,30}\}|colorbox\s*\{[^{}\n]{1,30}\}|hl)\s*(?=\{)"
    r"|color\s*\{[^{}\n]{1,30}\})"
)


def undressed(text: str) -> Iterator[Replacement]:
    """Formulas and words without what dresses them."""
    braces = closing_braces(text)
    for found in _DRESS.finditer(text):
        if found["inner"] is not None:
            yield Replacement(found.start(), found.end(), f"\\boxed{{{found['inner']}}}")
        elif found["twice"] or found["plain"]:
            end = braces.get(found.end())
            if end is None:
                continue
            yield Replacement(found.start(), found.end() + 1, "\\boxed{" if found["twice"] else "")
            outer = re.compile(r"\s*\}").match(text, end) if "{" in (found["twice"] or "") else None
            closing = "}" if found["twice"] else ""
            yield Replacement(end - 1, outer.end() if outer else end, closing)
        else:
            yield Replacement(found.start(), found.end(), "")
