"""From characters to tokens. Linear in the text; knows spellings, not grammar."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.limits import Limits
from fullmarks.read.commands import command
from fullmarks.read.conventions import Conventions
from fullmarks.read.letters import letters
from fullmarks.read.numerals import numeral
from fullmarks.read.quantities import DOLLARS
from fullmarks.read.scan import Scan
from fullmarks.read.signs import closing_brace, opening_brace, sign
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

_SPACES = regex(r"(?:\s|~(?!=))+")
_MAXIMA_CONSTANT = regex(r"%(?:pi|e|i|union|intersection)(?![A-Za-z_0-9])")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def tokenize(text: str, vocabulary: Vocabulary, conventions: Conventions, limits: Limits) -> Scan:
    """The text with all its tokens, the last of kind ``end``; raises ReadError at what no spelling begins with."""
    scan = Scan(text, vocabulary, conventions, limits)
    characters, length = scan.text, scan.length
    while scan.place < length:
        character = characters[scan.place]
        reads = _BY_CHARACTER.get(character)
        if reads is not None:
            reads(scan)
        elif character.isspace():
            _space(scan)
        elif character.isdecimal():
            numeral(scan)
        else:
            sign(scan)
    scan.emit("end", "", length, length)
    return scan


def _space(scan: Scan) -> None:
    match = _SPACES.match(scan.text, scan.place)
    start, end = match.span() if match else (scan.place, scan.place + 1)
    if start in scan.gaps:
        scan.emit("separator", scan.gaps[start], start, end)
    elif not scan.math and not scan.open and "\n" in scan.text[start:end]:
        scan.emit("separator", "row", start, end)
    scan.spaced = True
    scan.place = end


def _tie(scan: Scan) -> None:
    """A space that does not break, or the first half of ``~=``."""
    if scan.text.startswith("~=", scan.place):
        sign(scan)
    else:
        _space(scan)


def _dollar(scan: Scan) -> None:
    """A dollar sign opens or closes a formula; two side by side count as one. Alone before digits it is money."""
    if scan.money:
        scan.emit("unit", DOLLARS, scan.place, scan.place + 1)
        return
    scan.math = not scan.math
    scan.spaced = True
    scan.place += 2 if scan.text.startswith("$$", scan.place) else 1


def _percent(scan: Scan) -> None:
    """A percent sign; in Maxima's ``%pi`` and ``%e`` it belongs to the name, as no value stands before it."""
    if not scan.behind_operand() and _MAXIMA_CONSTANT.match(scan.text, scan.place):
        scan.place += 1
    else:
        sign(scan)


_BY_CHARACTER: dict[str, Callable[[Scan], None]] = {
    **dict.fromkeys(" \t\n\r", _space),
    "~": _tie,
    "$": _dollar,
    "\\": command,
    **dict.fromkeys("0123456789", numeral),
    **dict.fromkeys(_LETTERS, letters),
    "{": opening_brace,
    "}": closing_brace,
    **dict.fromkeys("()[]^_+-*/=,;:!<>|'.&\"@", sign),
    "%": _percent,
}
"""What reads on from a character; others are told apart by what Unicode says of them."""
