r"""Words inside a formula, ``\text{…}`` and its kin: keywords, names, units, numbers, or text as it stands."""

from __future__ import annotations

from fullmarks.expr.units import UNIT_LETTERS, is_unit_name, unit_spelling
from fullmarks.read.scan import Scan
from fullmarks.read.tokens import Meaning
from fullmarks.read.word_names import WORDS
from fullmarks.regex import regex

GROUP = regex(r"\s*\{([^{}\\]*(?:\\[ ,;!%&$#_][^{}\\]*)*)\}")
"""A group in braces without a group or a command inside."""

_ESCAPED = regex(r"\\([ ,;!%&$#_])")
_IS_FORMULA = regex(r"\s*(?:\(\s*[A-Z]\s*\)|[+-]?\s*(?:\d[\d.,]*|\.\d+)(?:\s*/\s*\d+)?\s*\\?%?)\s*")
_WORDS_OF_UNIT = r"\s*\{{\s*\\(?:text|textrm|mathrm|mbox)\s*\{{([^{{}}\\]*)\}}\s*(\^\s*(?:\d|\{{\s*\d\s*\}}))?\s*\}}"
_UNIT_FRACTION = regex(r"\\[dtcs]?frac" + _WORDS_OF_UNIT.format() * 2)
_CALL = regex(r"(?:\\left\s*)?\(")
_ANY_CONSTANT = frozenset(("const", "constant", "const.", "Const", "Constant"))
_WIDE = regex(r"\s+")


def text_in_text(scan: Scan, name: str, start: int, end: int) -> None:
    r"""Words of ``\text{…}``."""
    _words(scan, start, end, is_name=False)


def name_in_text(scan: Scan, name: str, start: int, end: int) -> None:
    r"""What stands in ``\mathrm{…}`` or ``\operatorname{…}``: one word is a name."""
    _words(scan, start, end, is_name=True)


def unit_fraction(text: str, start: int) -> tuple[str, int] | None:
    r"""The unit that ``\frac{\text{m}}{\text{s}}`` is, and the place behind it."""
    match = _UNIT_FRACTION.match(text, start)
    if match is None:
        return None
    above, below = f"{match[1]}{match[2] or ''}", f"{match[3]}{match[4] or ''}"
    unit = unit_spelling(f"{above}/{below}")
    return (unit, match.end()) if unit else None


def _words(scan: Scan, start: int, end: int, *, is_name: bool) -> None:
    group = GROUP.match(scan.text, end)
    if group is None or (_IS_FORMULA.fullmatch(group[1]) and not _in_subscript(scan)):
        scan.place = end  # a formula, a number or an option letter: read as if the command were not there
        return
    inside = group[1]
    words = inside if inside.isalpha() else _cleaned(inside)
    if _in_subscript(scan) and not _CALL.match(scan.text, group.end()):
        scan.emit("below", "".join([c for c in words if c.isalnum() or c == "_"]) or words, start, group.end())
    elif words:
        scan.mean(_meaning(scan, words, group.end(), is_name=is_name), start, group.end())
    else:
        if "," in inside or ";" in inside:
            scan.emit("separator", ",", start, group.end())
        scan.spaced = True
        scan.place = group.end()


def _cleaned(inside: str) -> str:
    """Words without LaTeX's escapes, with single spaces, and without the punctuation around them."""
    inside = _ESCAPED.sub(lambda m: " " if m[1] in " ,;!" else m[1], inside).replace("~", " ").replace('"', "'")
    return _WIDE.sub(" ", inside).strip(" ,.;:")


def _meaning(scan: Scan, words: str, end: int, *, is_name: bool) -> Meaning:
    """What a declaration, the table of words or the place says that the words are."""
    declared = scan.names.meanings.get(words.replace(" ", "_") if "_" in words else words)
    if declared:
        return declared
    if scan.behind_operand() and (unit := _unit(scan, words, end)):
        return ("unit", unit)
    if words in _ANY_CONSTANT and scan.tokens and scan.tokens[-1].kind == "sign":
        return ("symbol", "const")
    known = WORDS.get(words.lower() if len(words) > 1 else words)
    if known and known[0] != "sets":
        return known
    if len(words) == 1 and words.isalpha():
        return scan.names.letter(words)
    is_name = is_name or _CALL.match(scan.text, end) is not None
    return ("word" if is_name and words.isalpha() and words.isascii() else "text", words)


def _unit(scan: Scan, words: str, end: int) -> str | None:
    """The unit that words behind a value are; a letter is one unless something more belongs to it."""
    if words in UNIT_LETTERS and scan.text[end : end + 1] in ("_", "("):
        return None
    if is_unit_name(words) and WORDS.get(words, ("", ""))[0] == "function" and scan.text[end : end + 1].strip():
        return None
    return unit_spelling(words)


def _in_subscript(scan: Scan) -> bool:
    """Whether ``_`` or ``_{`` stands right before."""
    before = scan.tokens[-2:]
    if before and before[-1].kind == "subscript":
        return True
    return len(before) == 2 and before[0].kind == "subscript" and before[1].value == "brace"
