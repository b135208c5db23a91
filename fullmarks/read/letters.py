"""Where the text goes on with a Latin letter: names, words, products of letters, and subscripts right behind ``_``."""

from __future__ import annotations

import re

from fullmarks.expr.units import UNIT_WORDS
from fullmarks.read.ascii_math import ascii_sign
from fullmarks.read.names import Named
from fullmarks.read.scan import Scan
from fullmarks.read.system_names import CALLED, INFIX_TOO
from fullmarks.read.word_names import CAPITALISED, LEADS, SHORT_WORDS, WORDS
from fullmarks.regex import regex

_LATIN = regex(r"[A-Za-z]+")
_DIGITS = regex(r"[0-9]+")
_TEXT = r"\\(?:text|textrm|mathrm)\s*\{\s*([A-Za-z0-9]+)\s*\}"
_WHOLE_NAME = regex(
    rf"[A-Za-z]+_(?:([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)|\{{\s*([A-Za-z0-9]+)\s*\}}|\{{\s*{_TEXT}\s*\}}|{_TEXT})"
)
"""A name with its subscript: ``d_out``, ``d_{out}``, ``d_{\\text{out}}``, ``d_\\text{out}``."""

_NAME_RUN = regex(r"[A-Za-z0-9]+")
_OUT_OF = regex(r"out\s+of(?=\s+(?:every\s+)?\d)")
_BRACKET = regex(r"\s*(?:\\left\s*)?[(\[{\\]|[\^_]")
_CALLED_WORD = regex(r"[A-Za-z][a-z]*[aeiou][a-z]*(?<=[A-Za-z]{3})")
"""What is called by its name though nothing declares it, where a bracket follows: ``Var(X)``."""
_MODULE = regex(
    r"(?:np|numpy)\.(?:float|u?int|complex)\d{0,3}(?=\()|(?:np|numpy|sp|sympy|math|torch)\.(?=[A-Za-z])|"
    r"S\.(?=(?:Reals|Integers|Naturals|Rationals|Complexes|EmptySet)\b)"
)
_POWERS_BEFORE_UNITS = frozenset(("square", "cubic"))
_LONGEST_LETTER_RUN = 3


def letters(scan: Scan) -> None:
    """A run of letters, and the digits or the subscript that belong to it."""
    start = scan.place
    run = _run_at(_LATIN, scan.text, start)
    end = start + len(run)
    if run == "out" and scan.behind_operand() and (share := _OUT_OF.match(scan.text, start)):
        scan.emit("times", "/", start, share.end())
        return
    if run[0] in "npsmtS" and (module := _MODULE.match(scan.text, start)):
        scan.place = module.end()
        return
    following = scan.text[end] if end < scan.length else ""
    if _of_systems(scan, run, start, following) or ascii_sign(scan, run, start):
        return
    if following == "_":
        _before_subscript(scan, run, start, end)
    elif "0" <= following <= "9" and _numbered(scan, run, start, end):
        return
    elif len(run) == 1:
        kind, value = scan.names.letters[run]
        scan.emit(kind, value, start, end)
    else:
        _run(scan, run, start)


def _of_systems(scan: Scan, run: str, start: int, following: str) -> bool:
    """A word that algebra systems use for what it is with a bracket behind it: ``co(0, 1)``, ``D[x^2, x]``; Julia's ``4im``."""
    end = start + len(run)
    if (
        run == "im"
        and following != "("
        and scan.tokens
        and scan.tokens[-1].kind == "number"
        and "im" not in scan.names.meanings
    ):
        scan.emit("constant", "i", start, end)
        return True
    if following == "" or following not in "([{" or run in scan.names.meanings:
        return False
    if run == "Derivative" or (run == "D" and following == "["):
        scan.emit("diff", "diff", start, end)
        return True
    if run == "pi" and scan.text.startswith("()", end):
        scan.emit("constant", "pi", start, end + 2)  # Moodle's
        return True
    if run == "frac" and following == "{":
        scan.emit("frac", "frac", start, end)
        return True
    if run not in CALLED or (run in INFIX_TOO and scan.behind_operand()) or scan.names.spells(run):
        return False
    scan.emit("record", run, start, end)
    return True


def _run_at(characters: re.Pattern[str], text: str, start: int) -> str:
    """The longest run of such characters from a place on."""
    match = characters.match(text, start)
    return match.group() if match else ""


def subscript(scan: Scan) -> None:
    """Letters and digits right behind ``_``: the longest declared name; else all of them, of a number its digits."""
    start = scan.place
    base = scan.tokens[-2].value if len(scan.tokens) > 1 else ""
    if (match := _NAME_RUN.match(scan.text, start)) is None:
        return
    run = match.group()
    below = scan.names.subscript(base, run)
    if below is None and (digits := _DIGITS.match(run)):
        below = digits.group()
    if below is None:
        below = run
        if (scan.math or run[-1] in "CP") and len(run) > 1 and scan.text[match.end() : match.end() + 1] == "_":
            below = run[:-1]  # a_nb_n, _nC_r: the last letter has a subscript of its own
    scan.emit("below", below, start, start + len(below))


def _before_subscript(scan: Scan, run: str, start: int, end: int) -> None:
    """A run of letters of which the last may be one name with the subscript behind it."""
    if whole := _WHOLE_NAME.match(scan.text, start):
        below = whole[1] or whole[2] or whole[3] or whole[4]
        if meaning := scan.names.meanings.get(f"{run}_{below}"):
            scan.mean(meaning, start, whole.end())
            return
    below = _NAME_RUN.match(scan.text, end + 1)
    base = scan.names.base_of(run, below.group() if below else "", in_latex=scan.math)
    rest = run[: len(run) - len(base)]
    if rest:
        _run(scan, rest, start)
    if base:
        scan.emit("symbol", base, end - len(base), end)


def _run(scan: Scan, run: str, start: int) -> None:
    """Letters without a subscript, in their pieces."""
    place = start
    in_latex = scan.math and not (scan.sentences and _is_english(scan, run, start))
    for spelling, meaning in _pieces(scan, run, in_latex=in_latex):
        scan.mean(meaning, place, place + len(spelling))
        place += len(spelling)


def _pieces(scan: Scan, run: str, *, in_latex: bool) -> list[Named]:
    end = scan.place + len(run)
    if _is_unit(scan, run, end, in_latex=in_latex):
        return [(run, ("unit", run))]
    pieces = scan.names.run(run, in_latex=in_latex, whole=scan.conventions.words_whole)
    if len(pieces) > 1:
        is_called = _CALLED_WORD.fullmatch(run) and scan.text[end : end + 1] == "(" and not in_latex
        return [(run, ("word", run))] if is_called and not scan.names.spells(run) else pieces
    _, meaning = pieces[0]
    if meaning[0] == "record" and run != "minf" and scan.text[end : end + 1] not in ("(", ".", "["):
        return [(run, ("word", run))]
    if run in CAPITALISED and run not in scan.names.meanings and scan.text[end : end + 1] not in ("[", "("):
        return [(run, ("word", run))]
    if meaning == ("postfix", "°") and scan.text[end : end + 1] == "(":
        return [(run, ("function", "degrees"))]
    return pieces


def _is_unit(scan: Scan, run: str, end: int, *, in_latex: bool) -> bool:
    """Whether a word behind a value is its unit; among LaTeX's letters only one that stands apart is a word."""
    if run not in UNIT_WORDS and run not in _POWERS_BEFORE_UNITS:
        return False
    if not scan.behind_operand() or (in_latex and not (scan.sentences and scan.spaced)):
        return False
    return run not in scan.names.meanings and not scan.names.spells(run) and not _called(scan, end)


def _called(scan: Scan, end: int) -> bool:
    """Whether what stands behind ``min`` or ``sec`` can be its argument."""
    return WORDS.get(scan.text[scan.place : end], ("", ""))[0] == "function" and (
        _BRACKET.match(scan.text, end) is not None or scan.text[end : end + 2].strip().isalnum()
    )


def _is_english(scan: Scan, run: str, start: int) -> bool:
    """Whether letters among LaTeX's that nothing marks as a formula stand apart like a word of a sentence."""
    end = start + len(run)
    before, behind = scan.text[start - 1 : start], scan.text[end : end + 1]
    apart = (not before or before.isspace()) and (not behind or behind.isspace() or behind in ".,:;")
    word = run.lower()
    return apart and (
        word in SHORT_WORDS or word in LEADS or (len(run) > _LONGEST_LETTER_RUN and bool(set("aeiou") & set(word)))
    )


def _numbered(scan: Scan, run: str, start: int, end: int) -> bool:
    """A name with a number behind it: ``x1`` is x_1, ``log2`` the logarithm of base 2, ``atan2`` a function."""
    number = _run_at(_DIGITS, scan.text, end)
    stop = end + len(number)
    names = scan.names
    if (whole := _NAME_RUN.match(scan.text, start)) and (meaning := names.meanings.get(whole.group())):
        scan.mean(meaning, start, whole.end())  # conv2d
        return True
    meaning = names.meanings.get(run + number) or names.meanings.get(f"{run}_{number}") or WORDS.get(run + number)
    if meaning:
        scan.mean(meaning, start, stop)
        return True
    if run in ("log", "lg", "Log"):
        scan.emit("function", "log", start, end)
        scan.emit("subscript", "_", end, end)
        scan.emit("below", number, end, stop)
        return True
    lone = len(run) == 1 and not scan.math and run not in "eE" and run not in names.meanings
    if lone and scan.text[stop : stop + 1] not in (".", "^", "_"):
        scan.emit("symbol", f"{run}_{number}", start, stop)
        return True
    return False
