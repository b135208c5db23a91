r"""Formulas that hold “where the maximum is”, in whatever words or signs: indicators, cases, ``if it is the maximum``.

Nobody writes such a condition in the same way twice (``\mathbb{1}[x_{i,j} = \max]``, ``\arg\max_{(a,b)} x_{a,b}``, ``x is the largest
of its window``). Each becomes ``AT_MAXIMUM``, a name for 1 at the place of the maximum and 0 elsewhere; then the rest can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fullmarks.errors import ReadError, Span
from fullmarks.expr.domains import REAL
from fullmarks.expr.maxima import AT_MAXIMUM
from fullmarks.expr.nodes import Listing, Multiply, Node, Number, Piecewise, Relation, Text
from fullmarks.expr.walk import rebuild
from fullmarks.limits import DEFAULT, Limits
from fullmarks.read.clean import clean
from fullmarks.read.reader import read
from fullmarks.read.reading import Reading
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.records import frozen
from fullmarks.regex import regex

_NAME = rf"\mathrm{{{AT_MAXIMUM.name}}}"
_MAXIMUM = regex(r"max|largest|greatest|biggest|highest", re.IGNORECASE)
_INPUT, _OUTPUT = regex(r"x(?![a-z])", re.IGNORECASE), regex(r"y(?![a-z])", re.IGNORECASE)
_DENIED = regex(r"\\neq?\b|≠|!=|\bnot\b|n't\b|\bmin", re.IGNORECASE)
_INDICATOR = regex(
    r"(?:\\(?:mathbb|mathbf|mathbbm|mathds|boldsymbol|mathcal|operatorname|mathrm|text|bm)\s*(?:\{\s*[1I]\s*\}|[1I])"
    r"|𝟙|\\(?:delta|chi)(?![a-zA-Z])|(?<![\w\\}])[1I](?=\s*(?:\\left|\\[Bb]ig+l?)?\s*(?:\\?[\[({]|_\{))|(?=\[))"
    r"\s*(?:_\s*)?(?:\\left|\\[Bb]ig+l?)?\s*(?=\\?[\[({])"
)
LONGEST_CONDITION = 400
"""Characters of a condition."""
_BRACKET = regex(r"\\[{}]|[()\[\]{}]")
_CASES = regex(
    r"(\\begin\{[dr]?cases\}|\\left\\\{\s*\\begin\{array\}\{[^{}]*\})(?P<rows>.*?)(\\end\{(?:[dr]?cases|array)\})",
    re.DOTALL,
)
_SPOKEN = regex(
    r"\b(?:if|when|where|for)\b(?P<condition>.*?)(?P<end>[,;.]?\s*(?:\b(?:and|or|else|otherwise|zero)\b|(?<=[,;]\s)0\b|$).*)",
    re.IGNORECASE | re.DOTALL,
)
_RUN_OF_SPACES = regex(r"\s{2,}")
"""What follows looks past spaces from every place where they may begin."""
_ELSE_NOTHING = regex(r"[,;.]?\s*(?:(?:and|or|else|otherwise|it is|is)\s*,?\s*)*(?:0|zero)\b", re.IGNORECASE)
_REMARK = regex(r"[,.;]?\s*\b(?:where|with|for|assuming|provided|here)\b.*", re.IGNORECASE | re.DOTALL)
_DELIMITED = regex(r"\$\$(.+?)\$\$|\$([^$]+)\$|\\\[(.+?)\\\]|\\\((.+?)\\\)", re.DOTALL)
_SIGNS = r"(?:\\[a-zA-Z]+|[{}()\d+*/·×⊗_^=\s,−-]|(?<![a-zA-Z])(?:d[A-Za-z]|[A-Z]|[xijpq])(?![a-zA-Z]))"
_BEFORE, _BEHIND = regex(rf"{_SIGNS}*$"), regex(rf"{_SIGNS}*")
_WRITTEN_OUT = regex(r"\\begin\{(?P<env>[bpvBV]?matrix|array|cases)\}|\[\s*\[")
_END_OF_ROWS = regex(r"\]\s*\]")
_FAR = 200
"""Characters around a matrix that may belong to its formula."""
MOST_MATRICES = 20


@frozen
class WithMaxima:
    """What an answer says: its formula, and all of its words."""

    reading: Reading
    words: str


def read_with_maxima(text: str, vocabulary: Vocabulary, limits: Limits = DEFAULT) -> WithMaxima:
    """The formula of an answer with its conditions as ``AT_MAXIMUM``; raises ReadError where none can be read."""
    clean(text, limits)
    known = replace(vocabulary, symbols={**vocabulary.symbols, AT_MAXIMUM.name: REAL})
    entries = _entries_of(vocabulary)
    failure: ReadError | None = None
    for formula in _formulas(text):
        try:
            reading = read(entries.sub(r"\1_{\2,\3}", _with_names(formula)), known, limits)
        except ReadError as error:
            failure = failure or ReadError(error.code, error.sentence, text, Span(0, len(text)))
            continue
        if not isinstance(reading.tree, Text) and not (isinstance(reading.tree, Listing) and not reading.tree.opening):
            return WithMaxima(Reading(_products(reading.tree), text, reading.notes), text)
    if failure is not None and _says_formula(text):
        raise failure
    return WithMaxima(Reading(Text(text), text), text)


def _says_formula(text: str) -> bool:
    return re.search(r"[=\\$\[]", text) is not None


def _entries_of(vocabulary: Vocabulary) -> re.Pattern[str]:
    """``dy12`` of plain text: an entry of what has indices."""
    names = "|".join(sorted(map(re.escape, vocabulary.indexed), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![\w\\])({names})([1-9])([1-9])(?![\w.])")


def _formulas(text: str) -> Iterator[str]:
    """The whole answer, with and without a remark behind it; else the formulas in it: those that are written out first, from the last."""
    whole = _RUN_OF_SPACES.sub(" ", text.replace("$", " "))
    found = [next(part for part in match.groups() if part) for match in _DELIMITED.finditer(text)]
    conditional = _with_names(whole) != whole
    if len(found) != 1 or conditional:
        bare = _REMARK.sub("", whole)
        yield from (whole, bare) if conditional else (bare, whole)
    telling = [one for one in found if _WRITTEN_OUT.search(one) or _NAME in _with_names(one)]
    yield from reversed(telling)
    yield from reversed(_written_out(whole))
    yield from reversed([one for one in found if "=" in one and one not in telling])


def _written_out(text: str) -> list[str]:
    r"""The matrices and cases of a text, each with the signs around it: ``dX = \frac14 [[1, 1], [1, 1]]``."""
    found, place = [], 0
    for _ in range(MOST_MATRICES):
        begin = _WRITTEN_OUT.search(text, place)
        place = -1 if begin is None else _end_of(text, begin)
        if begin is None or place < 0:
            break
        before = _BEFORE.search(text, max(0, begin.start() - _FAR), begin.start())
        behind = _BEHIND.match(text, place, place + _FAR)
        found.append(text[before.start() if before else begin.start() : behind.end() if behind else place])
    return found


def _end_of(text: str, begin: re.Match[str]) -> int:
    """Where a matrix ends that begins here; -1 where it does not."""
    if begin["env"]:
        closing = f"\\end{{{begin['env']}}}"
        place = text.find(closing, begin.end())
        return place + len(closing) if place >= 0 else -1
    closed = _END_OF_ROWS.search(text, begin.end())
    return closed.end() if closed else -1


def is_at_maximum(condition: str) -> bool:
    """Whether a condition says that something is the maximum, or what the pooling gives: ``x_{i,j} = y_{p,q}``."""
    return not _DENIED.search(condition) and (
        _MAXIMUM.search(condition) is not None
        or _equates(condition, _INPUT, _OUTPUT)
        or _equates(condition, _OUTPUT, _INPUT)
    )


def _equates(condition: str, left: re.Pattern[str], right: re.Pattern[str]) -> bool:
    """Whether the one stands before an equals sign, and the other behind it; in time linear in the condition."""
    first = left.search(condition)
    sign = condition.find("=", first.end()) if first else -1
    return sign >= 0 and right.search(condition, sign) is not None


def _with_names(formula: str) -> str:
    """The formula with a name for each condition."""
    formula = _CASES.sub(_named_cases, formula)
    formula = _indicators(formula)
    if _NAME not in formula and not _WRITTEN_OUT.search(formula):
        formula = _SPOKEN.sub(_named_spoken, formula, count=1)
    return formula


def _named_cases(cases: re.Match[str]) -> str:
    rows = re.split(r"(\\\\(?:\[[^\]\n]*\])?)", cases["rows"])
    return f"\\begin{{cases}}{''.join(map(_named_row, rows))}\\end{{cases}}"


def _named_row(row: str) -> str:
    value, mark, condition = row.partition("&")
    if not mark:
        value, mark, condition = row.partition(r"\text{if")
    return f"{value.rstrip(' ,')} & {_NAME} = 1 " if mark and is_at_maximum(condition) else row


def _named_spoken(said: re.Match[str]) -> str:
    nothing = _ELSE_NOTHING.match(said["end"])
    goes_on = nothing is None and re.search(r"\b(?:else|otherwise)\b", said["end"], re.IGNORECASE)
    if goes_on or not is_at_maximum(said["condition"]):
        return said[0]
    return f"if {_NAME} = 1{', 0 otherwise' if nothing else ''}"


def _indicators(formula: str) -> str:
    """Each indicator whose bracket holds such a condition, by its name."""
    ends = _closings(formula)
    pieces, last = [], 0
    for found in _INDICATOR.finditer(formula):
        bracket = _BRACKET.match(formula, found.end())
        end = ends.get(found.end()) if bracket is not None and found.start() >= last else None
        if end is None or end - found.end() > LONGEST_CONDITION:
            continue
        inside = formula[found.end() : end]
        if is_at_maximum(inside) and (found[0] or not _lists(inside)):
            pieces += [formula[last : found.start()], f" {_NAME} "]
            last = end
    return "".join([*pieces, formula[last:]])


def _lists(inside: str) -> bool:
    """Whether a bracket without an indicator before it is a list and no condition."""
    return "," in re.sub(r"\{[^{}]*\}|\([^()]*\)", "", inside)


def _closings(formula: str) -> dict[int, int]:
    """For the place of each bracket that opens and is closed, the place behind the one that closes it."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for bracket in _BRACKET.finditer(formula):
        if bracket[0][-1] in "([{":
            open_at.append(bracket.start())
        elif open_at:
            ends[open_at.pop()] = bracket.end()
    return ends


def _products(node: Node) -> Node:
    """The tree with “v where the maximum is, else 0” as v times the name."""
    match node:
        case Piecewise(((value, Relation((name, Number()), ("=",))),), (None | Number()) as otherwise) if (
            name == AT_MAXIMUM and (otherwise is None or otherwise.value == 0)
        ):
            return Multiply((value, AT_MAXIMUM))
        case Piecewise(((value, Relation((name, Number()), ("=",))), (Number() as nothing, _)), None) if (
            name == AT_MAXIMUM and nothing.value == 0
        ):
            return Multiply((value, AT_MAXIMUM))
    return rebuild(node, _products)
