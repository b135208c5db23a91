"""What one cell says: its formula, without the words and remarks around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from fullmarks.compare.values import rational
from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Listing, Multiply, Node, Number, Text
from fullmarks.limits import Limits
from fullmarks.read.reader import read
from fullmarks.read.tables.names import unmarked
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

_BOLD = regex(r"\*\*|__|`|\\(?:textbf|textit|mathbf|boldsymbol)\b")
_REMARK = regex(r"\s*\((?:[^()]|\([^()]*\))*\)[\s.]*$")
_WORDS_IN_BRACKETS = regex(r"\s*\([^()\d]*[^\W\d_]{3}[^()\d]*\)|\\text\{\s*\([^()]*\)\s*\}")
_LEAD = regex(r"(?:[^\W\d_]{3,}\s+)+(?=[\d(\[])")
_LABEL = regex(r"^[^:=\d]*[:=]\s*")
_RUN = regex(
    r"(?:\\times|\\cdot|\\left|\\right|\\lfloor|\\rfloor|\\[,;! ]|[\d\s.,+*·×xX/()\[\]=−–-]|⌊|⌋|→|\\to\b|\\rightarrow)+"
)
_NOTHING = regex(
    r"\W*(?:none|nothing|zero|no(?: (?:learnable|trainable|learned))?(?: (?:parameters?|params|weights))?)(?!\w)[^\d]*",
    re.IGNORECASE,
)


def cell_tree(text: str, vocabulary: Vocabulary, limits: Limits) -> Node:
    """The formula in a cell; ``none`` is 0; where nothing can be read, the cell's words."""
    if _NOTHING.fullmatch(text):
        return Number(Fraction(0))
    for attempt in _attempts(text, vocabulary):
        try:
            tree = read(attempt, vocabulary, limits).tree
        except ReadError:
            continue
        if not isinstance(tree, Text) and not (isinstance(tree, Listing) and not tree.items):
            return _without_working(tree)
    return Text(unmarked(text))


def _without_working(tree: Node) -> Node:
    """``1473 (1470 + 3)`` is no product: the brackets say how the number came about."""
    match tree:
        case Multiply((Number() as number, working)) if rational(working) == number.value:
            return number
    return tree


def _attempts(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The cell, with more and more of what stands around its formula taken away."""
    bare = _BOLD.sub("", text).replace("$", " ").strip(" .,;:\n")
    said = _LABEL.sub("", bare) if re.match(r"[^:=\d(\[\\]*:", bare) else bare
    plain = _WORDS_IN_BRACKETS.sub("", said)
    lead = _LEAD.match(plain)
    if lead is not None and vocabulary.symbols.keys().isdisjoint(lead[0].split()):
        plain = plain[lead.end() :]
    yield from dict.fromkeys(
        one for one in (plain, _REMARK.sub("", plain), said, _REMARK.sub("", said), *_runs(plain)) if one.strip()
    )


def _runs(said: str) -> Iterator[str]:
    """The stretches of numbers and signs that hold a digit, the longest first."""
    found = [run[0].strip(" .,=+*·×xX/–-") for run in _RUN.finditer(said)]
    yield from sorted((run for run in found if any(letter.isdigit() for letter in run)), key=len, reverse=True)[:4]
