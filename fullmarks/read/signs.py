"""Where the text goes on with a sign: operators, brackets, Greek letters, raised and lowered characters, quotes."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from fullmarks.expr.nodes import Number
from fullmarks.expr.units import MONEY
from fullmarks.read.characters import (
    BEGIN_LONGER,
    CHARACTERS,
    GREEK_CHARACTERS,
    LONGER,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)
from fullmarks.read.commands import BRACE_BEFORE_CASES
from fullmarks.read.letters import subscript
from fullmarks.read.numbers import VULGAR, long_integer, vulgar
from fullmarks.read.numerals import numeral
from fullmarks.read.scan import Scan
from fullmarks.read.tokens import STRUCTURES
from fullmarks.regex import regex

_ARROW = regex(r"(?<=\s)<-(?=\s)")
_QUOTED_WORD = regex(r"'([A-Za-z]{2,40})'")
_QUOTED = regex(r'"([^"\n]{0,2000})"')
_BOUNDS = regex(r"\s*(?:_\s*[{(]?[^=_{}()]{1,40}[=≤<]|[₀-₉ₐ-ₜᵢᵣᵤᵥⱼ]{1,10}₌)")
_TAKE_GROUPS = STRUCTURES | {"power", "subscript"}
_NOTHING = regex(r"\{\s*\}")
_PIECES = regex(r"[0-9]+|.")
_DIGITS = frozenset("0123456789")


def sign(scan: Scan) -> None:
    """One sign, the longest that begins here."""
    start = scan.place
    character = scan.text[start]
    if character == "'" and not scan.behind_operand() and (word := _QUOTED_WORD.match(scan.text, start)):
        scan.emit("text", word[1], start, word.end())
        return
    if character == "<" and _ARROW.match(scan.text, start):
        scan.emit("relation", "=", start, start + 2)  # w <- w - g
        return
    if character in BEGIN_LONGER:
        for length in (3, 2):
            spelled = scan.text[start : start + length]
            if (meaning := LONGER.get(spelled)) and not (spelled == "&&" and scan.environments):
                scan.emit(*meaning, start, start + len(spelled))
                return
    meaning = CHARACTERS.get(character)
    if character == "," and scan.decimal_comma and _is_decimal(scan, start):
        numeral(scan)
    elif meaning is not None:
        if meaning[0] in ("open", "close"):
            scan.mean(meaning, start, start + 1)
            return
        scan.emit(*meaning, start, start + 1)
        if character == "_" and scan.text[start + 1 : start + 2].isalnum():
            subscript(scan)
    elif character == ".":
        _point(scan, start)
    else:
        _other(scan, character, start)


def closing_brace(scan: Scan) -> None:
    """The end of a group or of a set."""
    scan.closed()
    scan.emit("close", "brace", scan.place, scan.place + 1)


def opening_brace(scan: Scan) -> None:
    """A brace groups in LaTeX and behind ``^``, ``_`` and commands; elsewhere it is the bracket of a set."""
    start = scan.place
    if scan.environments_ahead and (cases := BRACE_BEFORE_CASES.match(scan.text, start)):
        scan.cases_brace = True
        scan.place = cases.end()
        return
    last = scan.tokens[-1].kind if scan.tokens else ""
    takes_group = last in _TAKE_GROUPS
    if scan.braces_group and not takes_group and (empty := _NOTHING.match(scan.text, start)):
        scan.place = empty.end()
        return
    scan.opened(may_list=not (scan.braces_group or takes_group))
    scan.emit("open", "brace", start, start + 1)


def _point(scan: Scan, start: int) -> None:
    """A point that begins a decimal, ends a sentence, or parts two statements."""
    following = scan.text[start + 1 : start + 2]
    if following in _DIGITS:
        numeral(scan)
    elif start >= scan.sentence_end or start + 1 in scan.gaps:
        scan.place = start + 1
    else:
        scan.emit("separator", ";" if following.isspace() or following == "$" else ".", start, start + 1)


def _is_decimal(scan: Scan, start: int) -> bool:
    """Whether a comma begins a number: ``,5``."""
    return not scan.behind_operand() and scan.text[start + 1 : start + 2] in _DIGITS


def _other(scan: Scan, character: str, start: int) -> None:
    names = scan.names
    if character == "π":
        scan.mean(names.meanings.get("pi", ("constant", "pi")), start, start + 1)
    elif character in "ΣΠ" and _BOUNDS.match(scan.text, start + 1):
        scan.emit("big", "sum" if character == "Σ" else "product", start, start + 1)
    elif name := GREEK_CHARACTERS.get(character):
        meaning = names.meanings.get(name) or names.meanings.get(character) or ("symbol", name)
        scan.mean(meaning, start, start + 1)
    elif character in SUPERSCRIPTS:
        _superscript(scan, start)
    elif character in SUBSCRIPTS:
        _lowered(scan, start)
    elif character in MONEY:
        scan.emit("unit", character, start, start + 1)
    elif character in VULGAR:
        scan.emit("number", character, start, start + 1, vulgar(character))
    elif character == '"' and scan.tokens and scan.tokens[-1].kind == "number" and not _QUOTED.match(scan.text, start):
        scan.emit("postfix", '"', start, start + 1)
    elif character == '"' and (quoted := _QUOTED.match(scan.text, start)):
        scan.emit("text", quoted[1], start, quoted.end())
    elif character.isalpha():
        scan.mean(names.letter(character), start, start + 1)
    else:
        name = unicodedata.name(character, "a character without a name").lower()
        sentence = f"“{character}” ({name}) is not a sign that can be read here."
        raise scan.error("unknown_character", sentence, start, start + 1)


def _superscript(scan: Scan, start: int) -> None:
    """A run of raised characters, as a power in braces."""
    scan.emit("power", "^", start, start)
    _in_braces(scan, SUPERSCRIPTS, start)


def _lowered(scan: Scan, start: int) -> None:
    """A run of lowered characters: a name below a name, or an expression in braces."""
    scan.emit("subscript", "_", start, start)
    run = _run(scan, SUBSCRIPTS, start)
    if run.isdigit() or (run.isalnum() and not run[0].isdigit()):
        scan.emit("below", run, start, start + len(run))
    else:
        _in_braces(scan, SUBSCRIPTS, start)


def _run(scan: Scan, table: dict[str, str], start: int) -> str:
    end = start
    while end < scan.length and scan.text[end] in table:
        end += 1
    return "".join([table[c] for c in scan.text[start:end]])


def _in_braces(scan: Scan, table: dict[str, str], start: int) -> None:
    run = _run(scan, table, start)
    scan.emit("open", "brace", start, start)
    for piece in _PIECES.finditer(run):
        first, last = start + piece.start(), start + piece.end()
        spelled = piece.group()
        if spelled in CHARACTERS:
            scan.emit(*CHARACTERS[spelled], first, last)
        elif not spelled.isdigit():
            scan.emit(*scan.names.letter(spelled), first, last)
        elif len(spelled) > scan.limits.digits:
            raise scan.error("too_many_digits", f"This number has more than {scan.limits.digits} digits.", first, last)
        else:
            scan.emit("number", spelled, first, last, Number(Fraction(long_integer(spelled)), spelled))
    scan.emit("close", "brace", start + len(run), start + len(run))
