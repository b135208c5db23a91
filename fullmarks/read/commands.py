r"""Where the text goes on with a backslash: layout, fonts, accents, environments, and commands that are tokens."""

from __future__ import annotations

import re
from collections.abc import Callable

from fullmarks.read.characters import GREEK_CHARACTERS
from fullmarks.read.command_names import (
    ACCENTS,
    ALIGNED,
    CASES,
    COMMANDS,
    FONTS,
    NAME_COMMANDS,
    REFUSED_COMMANDS,
    SIZES,
    SKIPPED_COMMANDS,
    SKIPPED_WITH_GROUP,
    TEXT_COMMANDS,
)
from fullmarks.read.quantities import DOLLARS
from fullmarks.read.scan import Scan
from fullmarks.read.texts import GROUP, name_in_text, text_in_text, unit_fraction
from fullmarks.regex import regex

_COMMAND = regex(r"\\(?:[A-Za-z]+\*?|\\(?:\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm)\s*\])?|.)", re.DOTALL)
_ENVIRONMENT = regex(r"\s*\{([a-zA-Z]{1,20}\*?)\}")
_COLUMNS = regex(r"\s*(?:\[[a-z]\]\s*)?\{[lcr|@ !{}.;\d]*?\}(?=[^}])")
_SIDE = regex(r"\\(?P<side>left|middle|right|[bB]igg?(?P<hand>[lrm]?))\s*(?P<bar>\\?\||\\[lr]?[vV]ert(?![A-Za-z]))")
_NO_BRACKET = regex(r"\\(?:left|right)\s*\.")
_ACCENTED = regex(r"\s*\{\s*\\?([A-Za-z]+|[^\W\d_])\s*\}|\s*\\([A-Za-z]+)|\s*([^\W\d_])")
BRACE_BEFORE_CASES = regex(
    r"\\left\s*\\?\{\s*(?=\\begin\s*\{(?![bBpvV]matrix|smallmatrix))|\\?\{\s*(?=\\begin\s*\{(?:array|aligned|matrix)\})"
)
"""A brace that is drawn around cases, which an array lays out."""

_LETTER = regex(r"\s*\{\s*([^\W\d_])\s*\}|\s*([^\W\d_])")
_AMOUNTS = frozenset("0123456789.-+")
_BLACKBOARD = {"R": "reals", "Z": "integers", "N": "naturals", "Q": "rationals", "C": "complexes"}


def command(scan: Scan) -> None:
    """One command with the arguments that belong to its spelling."""
    start = scan.place
    if scan.environments_ahead and (brace := BRACE_BEFORE_CASES.match(scan.text, start)):
        scan.cases_brace = True
        scan.place = brace.end()
        return
    match = _COMMAND.match(scan.text, start)
    if match is None:
        raise scan.error("unknown_command", "A backslash stands alone here; delete it.", start, start + 1)
    name, end = match.group()[1:], match.end()
    if name.startswith("\\"):
        scan.emit("separator", "row", start, end)
    elif (read := _BY_NAME.get(name)) is not None:
        read(scan, name, start, end)
    elif meaning := COMMANDS.get(name):
        if meaning[0] == "symbol":
            meaning = scan.names.meanings.get(meaning[1], meaning)
        scan.mean(meaning, start, end)
    elif name in REFUSED_COMMANDS:
        sentence = f"“\\{name}” is not read here; write the condition itself, without a quantifier."
        raise scan.error("quantifier", sentence, start, end)
    else:
        raise scan.error("unknown_command", f"“\\{name}” is not a command that can be read here.", start, end)


def _layout(scan: Scan, name: str, start: int, end: int) -> None:
    """A command that is only layout."""
    scan.spaced = True
    scan.place = end


def _delimiter(scan: Scan, name: str, start: int, end: int) -> None:
    """Where a formula begins or ends."""
    if scan.delimited:
        scan.math = name in ("(", "[")
    _layout(scan, name, start, end)


def _size(scan: Scan, name: str, start: int, end: int) -> None:
    """The size of a bracket; beside a bar it says whether the bar opens or closes."""
    if sided := _SIDE.match(scan.text, start):
        _sided_bar(scan, sided)
    else:
        lone = _NO_BRACKET.match(scan.text, start)
        scan.place = lone.end() if lone else end


def _sided_bar(scan: Scan, sided: re.Match[str]) -> None:
    start, end = sided.span()
    value = "‖" if sided["bar"] == "\\|" or "V" in sided["bar"] else "|"
    if sided["side"] == "middle" or sided["hand"] == "m":
        scan.emit("separator", "|", start, end)
    elif sided["side"] == "left" or sided["hand"] == "l":
        scan.mean(("open", value), start, end)
    elif (sided["side"] == "right" or sided["hand"] == "r") and not _lonely(scan, value, end):
        scan.mean(("close", value), start, end)
    else:
        scan.emit("bar", value, start, end)


def _lonely(scan: Scan, value: str, end: int) -> bool:
    r"""Whether a closing bar with a bound behind it closes nothing: ``\left. x^2 \right|_0^1``."""
    if scan.text[end : end + 1] != "_":
        return False
    bars = [token.kind for token in scan.tokens if token.value == value and token.kind in ("open", "close")]
    return bars.count("open") <= bars.count("close")


def _layout_with_group(scan: Scan, name: str, start: int, end: int) -> None:
    group = GROUP.match(scan.text, end)
    scan.place = group.end() if group else end


def _font(scan: Scan, name: str, start: int, end: int) -> None:
    """The argument as if the font were not there; several letters in one font are one name if declared."""
    group = GROUP.match(scan.text, end)
    inside = group[1].strip() if group else ""
    if group is None or not inside.isalpha() or not inside.isascii():
        scan.place = end
        return
    place = group.start(1) + len(group[1]) - len(group[1].lstrip())
    for spelling, meaning in scan.names.run(inside, in_latex=True, whole=True):
        scan.mean(meaning, place, place + len(spelling))
        place += len(spelling)
    scan.tokens[-1] = scan.tokens[-1]._replace(end=group.end())
    scan.place = group.end()


def _accent(scan: Scan, name: str, start: int, end: int) -> None:
    """A letter with its accent is a symbol of its own; a bar over more than a letter is left to the parser."""
    match = _ACCENTED.match(scan.text, end)
    letter = (match[1] or match[2] or match[3]) if match else ""
    known = COMMANDS.get(letter, ("", ""))
    base = known[1] if known[0] == "symbol" else GREEK_CHARACTERS.get(letter, letter)
    if match and (known[0] == "symbol" or len(letter) == 1):
        full = f"{base}_{ACCENTS[name]}"
        scan.mean(scan.names.meanings.get(full, ("symbol", full)), start, match.end())
    else:
        scan.emit("accent", name, start, end)


def _blackboard(scan: Scan, name: str, start: int, end: int) -> None:
    match = _LETTER.match(scan.text, end)
    letter, stop = (match[1] or match[2], match.end()) if match else ("", end)
    if letter in _BLACKBOARD:
        scan.emit("constant", _BLACKBOARD[letter], start, stop)
    elif letter:
        scan.mean(scan.names.letter(letter), start, stop)
    else:
        scan.place = end


def _fraction(scan: Scan, name: str, start: int, end: int) -> None:
    """A fraction; behind a value, one of units in words is the value's unit."""
    if scan.behind_operand() and (found := unit_fraction(scan.text, start)):
        unit, stop = found
        scan.emit("unit", unit, start, stop)
    else:
        scan.emit("frac", "frac", start, end)


def _money(scan: Scan, name: str, start: int, end: int) -> None:
    """A written dollar sign: money where an amount stands beside it, else nothing."""
    if scan.behind_operand() or scan.text[end : end + 8].lstrip(" \\,!")[:1] in _AMOUNTS:
        scan.emit("unit", DOLLARS, start, end)
    else:
        _layout(scan, name, start, end)


def _environment(scan: Scan, name: str, start: int, end: int) -> None:
    match = _ENVIRONMENT.match(scan.text, end)
    if match is None:
        raise scan.error("unknown_command", f"“\\{name}” needs a name in braces.", start, end)
    environment, stop = match[1], match.end()
    if name == "begin":
        if environment in ("array", "tabular") and (columns := _COLUMNS.match(scan.text, stop)):
            stop = columns.end()
        if scan.cases_brace:
            environment, scan.cases_brace = "cases", False
        scan.environments.append(environment)
        scan.opened(may_list=True)
    else:
        opened = scan.environments.pop() if scan.environments else environment
        environment = opened if opened in CASES else environment
        scan.closed()
    if environment in ALIGNED:
        scan.place, scan.spaced = stop, True
    else:
        scan.emit("begin" if name == "begin" else "finish", environment, start, stop)


_BY_NAME: dict[str, Callable[[Scan, str, int, int], None]] = {
    **dict.fromkeys(SKIPPED_COMMANDS, _layout),
    **dict.fromkeys("()[]", _delimiter),
    **dict.fromkeys(SIZES, _size),
    **dict.fromkeys(SKIPPED_WITH_GROUP, _layout_with_group),
    **dict.fromkeys(FONTS, _font),
    **dict.fromkeys(ACCENTS, _accent),
    **dict.fromkeys(TEXT_COMMANDS, text_in_text),
    **dict.fromkeys(NAME_COMMANDS, name_in_text),
    **dict.fromkeys((name for name, (kind, _) in COMMANDS.items() if kind == "frac"), _fraction),
    **dict.fromkeys(("begin", "end"), _environment),
    "mathbb": _blackboard,
    "$": _money,
}
"""Commands that are more than one token, or less."""
