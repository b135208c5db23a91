r"""A student's own macros, ``\newcommand{\half}{\frac{1}{2}}``, written out where they are used.

Only plain definitions: a name, a number of arguments, a body. Depth, number and length are bounded; what goes beyond stays as it
is written, and the reader will say that it does not know the command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fullmarks.find.formulas import closing_braces
from fullmarks.find.replacement import Replacement
from fullmarks.records import frozen
from fullmarks.regex import regex

MOST_MACROS = 200
LONGEST_BODY = 1_000
DEEPEST = 8
"""Macros within macros."""
LONGEST_USE = 4_000
"""Characters of one use once it is written out, and of its arguments."""
MOST_WORK = 400_000
"""Characters that are gone through in writing out; uses after that stay as they are."""

_DEFINITION = regex(
    r"\\(?:(?P<new>(?:re)?newcommand|providecommand)\*?\s*(?:\{\s*\\(?P<braced>[A-Za-z]+)\s*\}|\\(?P<bare>[A-Za-z]+))\s*"
    r"(?:\[(?P<arguments>[0-9])\])?\s*(?:\[(?P<default>[^\[\]\n]{0,80})\])?"
    r"|def\s*\\(?P<defined>[A-Za-z]+)\s*(?P<parameters>(?:#[1-9])*)"
    r"|DeclareMathOperator(?P<star>\*?)\s*\{?\s*\\(?P<operator>[A-Za-z]+)\s*\}?)\s*(?=\{)"
)
_PARAMETER = regex(r"#([1-9])")
_SPACE = regex(r"[ \t]*\n?[ \t]*")


@frozen
class _Macro:
    body: str
    arguments: int
    default: str | None = None


def macros_written_out(text: str) -> Iterator[Replacement]:
    """Each use of a macro that the text defines, and nothing in place of the definitions."""
    braces = closing_braces(text)
    macros: dict[str, _Macro] = {}
    definitions: list[tuple[int, int]] = []
    for found in _DEFINITION.finditer(text):
        end = braces.get(found.end())
        if end is None or len(macros) >= MOST_MACROS:
            continue
        definitions.append((found.start(), end))
        name, macro = _macro(found, text[found.end() + 1 : end - 1])
        if len(macro.body) <= LONGEST_BODY and name not in ("item", "section", "begin", "end"):
            macros[name] = macro
    for start, end in definitions:
        yield Replacement(start, end, "")
    if macros:
        yield from _uses(text, braces, macros, definitions)


def _macro(found: re.Match[str], body: str) -> tuple[str, _Macro]:
    if found["operator"]:
        return found["operator"], _Macro(f"\\operatorname{{{body}}}", 0)
    if found["defined"]:
        return found["defined"], _Macro(body, len(found["parameters"]) // 2)
    return found["braced"] or found["bare"], _Macro(body, int(found["arguments"] or 0), found["default"])


def _uses(
    text: str, braces: Mapping[int, int], macros: Mapping[str, _Macro], definitions: list[tuple[int, int]]
) -> Iterator[Replacement]:
    writer = _Writer(macros)
    last, place = 0, 0
    for found in writer.pattern.finditer(text):
        while place < len(definitions) and definitions[place][1] <= found.start():
            place += 1
        within = place < len(definitions) and definitions[place][0] <= found.start()
        if within or found.start() < last:
            continue
        used = _used(text, found.end(), macros[found[1]], braces)
        if used is None:
            continue
        said = writer.written(text[found.start() : used[1]], used[0])
        if said is None:
            continue
        last = used[1]
        yield Replacement(found.start(), last, _apart(text[max(0, found.start() - 40) : found.start()], said))


@dataclass
class _Writer:
    """Writes uses out, each way of writing one once, until so many characters have been gone through."""

    macros: Mapping[str, _Macro]
    left: int = MOST_WORK
    known: dict[str, str] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        names = "|".join(sorted((re.escape(name) for name in self.macros), key=len, reverse=True))
        return re.compile(rf"\\({names})(?![A-Za-z])")

    def written(self, use: str, said: str) -> str | None:
        """What a use says with the macros in it written out; None when there is nothing left to spend."""
        if use not in self.known:
            if self.left <= 0:
                return None
            self.known[use] = self._expanded(said)
        self.left -= len(self.known[use])
        return self.known[use] if self.left > 0 else None

    def _expanded(self, text: str) -> str:
        for _ in range(DEEPEST):
            self.left -= len(text)
            if self.left <= 0 or not self.pattern.search(text):
                break
            longer = self._one_level(text)
            if len(longer) > LONGEST_USE:
                break
            text = longer
        return text

    def _one_level(self, text: str) -> str:
        pieces: list[str] = []
        last, length, braces = 0, 0, closing_braces(text)
        for found in self.pattern.finditer(text):
            used = _used(text, found.end(), self.macros[found[1]], braces) if found.start() >= last else None
            if used is None or length > LONGEST_USE:
                continue
            before = text[last : found.start()]
            pieces += [before, _apart(before[-40:], used[0])]
            length += len(before) + len(used[0])
            last = used[1]
        return "".join((*pieces, text[last:]))


def _apart(before: str, said: str) -> str:
    """What a use says, with a space where it would grow onto the command in front of it."""
    grows = said[:1].isalpha() and re.search(r"\\[A-Za-z]+$", before) is not None
    return f" {said}" if grows else said


def _used(text: str, place: int, macro: _Macro, braces: Mapping[int, int]) -> tuple[str, int] | None:
    """What a macro with its arguments from a place on says, and where they end; None where they are not there."""
    given: list[str] = []
    if macro.default is not None:
        optional = re.compile(r"\s*\[([^\[\]\n]{0,80})\]").match(text, place)
        given.append(optional[1] if optional else macro.default)
        place = optional.end() if optional else place
    start = place
    while len(given) < macro.arguments:
        argument = _argument(text, place, braces)
        if argument is None or argument[1] - start > LONGEST_USE:
            return None
        given.append(argument[0])
        place = argument[1]
    body = _PARAMETER.sub(lambda number: _nth(given, int(number[1])), macro.body)
    # A command that ends in a letter and one that begins with one stay two.
    ends_in_command = re.search(r"\\[A-Za-z]+$", body) is not None and text[place : place + 1].isalpha()
    return f"{body} " if ends_in_command else body, place


def _nth(given: list[str], number: int) -> str:
    return given[number - 1] if number <= len(given) else ""


def _argument(text: str, place: int, braces: Mapping[int, int]) -> tuple[str, int] | None:
    """A group in braces, a command, or one character."""
    space = _SPACE.match(text, place)
    place = space.end() if space else place
    if text[place : place + 1] == "{":
        end = braces.get(place)
        return None if end is None else (text[place + 1 : end - 1], end)
    command = re.compile(r"\\(?:[A-Za-z]+|.)|[^\s\\{}]").match(text, place)
    return None if command is None else (command.group(), command.end())
