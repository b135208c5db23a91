r"""Numbers of combinations and permutations in their older spellings: ``{}_5C_2``, ``^nC_r``, ``5C2``, ``C_5^2``, ``C(5, 2)``, ``{}_5P_2``.

A letter C or P that anybody declares is a name and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection

from fullmarks.expr.nodes import Add, Call, Divide, Negate, Node
from fullmarks.expr.walk import symbols
from fullmarks.read.groups import arguments
from fullmarks.read.numbers import integer
from fullmarks.read.parser import Parser
from fullmarks.read.tokens import ENDS, Token
from fullmarks.regex import regex

_SPELLED = regex(
    r"[_^]\s*(?:\{[^{}]{1,20}\}|\w)\s*(?:\\(?:text|mathrm|rm)\s*\{?\s*)?[CP]\s*\}?\s*_|\d\s?[CP]\s?\d|\d[CP]_|C_\{?\d{1,4}\}?\^"
)
_LETTERS = frozenset("CP")
_SCRIPTS = frozenset(("power", "subscript"))
_LONE = frozenset(("number", "below", "symbol"))
_PAIR = 2


def spells_combinations(text: str) -> bool:
    """Whether a text may hold such a number between scripts."""
    return ("C" in text or "P" in text) and _SPELLED.search(text) is not None


def with_combinations(tokens: list[Token], declared: Collection[str]) -> list[Token]:
    """The tokens with each such number as a call of ``binomial``, or as the quotient of factorials that permutations are."""
    done: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        letter = token.value[:1]
        if token.kind != "symbol" or letter not in _LETTERS or letter in declared or token.value in declared:
            done.append(token)
            place += 1
            continue
        found = (
            _between_scripts(done, tokens, place)
            or _between_numbers(done, tokens, place)
            or _french(done, tokens, place)
        )
        if found is None:
            done.append(token)
            place += 1
            continue
        kept, upper, lower, place = found
        done[kept:] = _call(letter, token, upper, lower)
    return done


_Found = tuple[int, list[Token], list[Token], int]
"""How many of the tokens before are kept, both numbers, and the place where reading goes on."""


def _between_scripts(before: list[Token], tokens: list[Token], place: int) -> _Found | None:
    """``{}_{n}C_{r}``: scripts on both sides of the letter."""
    start = _group_start(before)
    if start < 1 or before[start - 1].kind not in _SCRIPTS or tokens[place].value not in _LETTERS:
        return None
    kept = start - 1
    if kept > 1 and before[kept - 1].kind == "close" and before[kept - 2].kind == "open":
        kept -= 2  # the empty group that carries the script
    elif kept and before[kept - 1].kind in ENDS:
        return None
    lower, end = _script(tokens, place + 1, "subscript")
    return (kept, before[start:], lower, end) if lower else None


def _between_numbers(before: list[Token], tokens: list[Token], place: int) -> _Found | None:
    """``5C2``: no product of numbers is written so."""
    token = tokens[place]
    base, _, below = token.value.partition("_")
    if not before or before[-1].kind != "number" or token.spaced or not before[-1].value.isdecimal():
        return None
    if below.isdecimal() and token.end - token.start == len(base + below):
        lower = token._replace(kind="number", value=below, node=integer(below))
        return len(before) - 1, before[-1:], [lower], place + 1
    return None


def _french(before: list[Token], tokens: list[Token], place: int) -> _Found | None:
    """``C_5^2``, the larger number below."""
    if tokens[place].value != "C":
        return None
    upper, middle = _script(tokens, place + 1, "subscript")
    lower, end = _script(tokens, middle, "power") if upper else ([], middle)
    numbers = [part[0].value for part in (upper, lower) if len(part) == 1 and part[0].value.isdecimal()]
    if len(numbers) < _PAIR or int(numbers[0]) <= int(numbers[1]):
        return None
    return len(before), upper, lower, end


def _group_start(tokens: list[Token]) -> int:
    """Where the operand begins that the tokens end with: a group in braces, or one token."""
    place = len(tokens) - 1
    if place < 0 or tokens[place].kind in _LONE:
        return place
    if tokens[place].kind != "close" or tokens[place].value != "brace":
        return -1
    depth = 0
    while place >= 0:
        depth += (tokens[place].kind == "close") - (tokens[place].kind == "open")
        if depth == 0:
            return place
        place -= 1
    return -1


def _script(tokens: list[Token], place: int, kind: str) -> tuple[list[Token], int]:
    """What stands in the script at a place, and the place behind it; nothing where there is none."""
    if place >= len(tokens) - 1 or tokens[place].kind != kind:
        return [], place
    start = place + 1
    if tokens[start].kind in _LONE:
        return [tokens[start]], start + 1
    if tokens[start].kind != "open" or tokens[start].value != "brace":
        return [], place
    depth = 0
    for end in range(start, len(tokens)):
        depth += (tokens[end].kind == "open") - (tokens[end].kind == "close")
        if depth == 0:
            return tokens[start : end + 1], end + 1
    return [], place


def _call(letter: str, token: Token, upper: list[Token], lower: list[Token]) -> list[Token]:
    def sign(kind: str, value: str) -> Token:
        return Token(kind, value, token.start, token.end, spaced=False)

    opened, closed = sign("open", "("), sign("close", ")")
    upper = [*map(_as_number, upper)]
    lower = [*map(_as_number, lower)]
    if letter == "C":
        return [sign("function", "binomial"), opened, *upper, sign("separator", ","), *lower, closed]
    factorial = [closed, sign("postfix", "!")]
    rest = [opened, *upper, sign("sign", "-"), *lower, *factorial]
    return [opened, opened, *upper, *factorial, sign("times", "/"), *rest, closed]


def _as_number(token: Token) -> Token:
    """Digits and letters below the line as the operands that they are here."""
    if token.kind != "below":
        return token
    if token.value.isdecimal():
        return token._replace(kind="number", node=integer(token.value))
    return token._replace(kind="symbol")


def called(p: Parser, name: str) -> Node | None:
    """``C(5, 2)`` and ``P(5, 2)``, with two things in the bracket that opens here; None for anything else."""
    place = p.place
    given = arguments(p)
    if len(given) == _PAIR and (name == "C" or not any(map(str.isupper, symbols(given[0]) | symbols(given[1])))):
        if name == "C":
            return Call("binomial", given)
        return Divide(Call("factorial", given[:1]), Call("factorial", (Add((given[0], Negate(given[1]))),)))
    p.jump(place)
    return None
