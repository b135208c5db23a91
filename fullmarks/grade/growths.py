r"""Orders of growth as people state them: a formula, words, or a sentence with both (``it grows linearly, i.e. \Theta(n)``)."""

from __future__ import annotations

import re

from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Listing, Node, Text
from fullmarks.limits import Limits
from fullmarks.read.reader import read
from fullmarks.read.reading import Reading
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

_BOUND = regex(
    r"(?:\\(?:mathcal|mathrm|operatorname|text)\s*\{\s*O\s*\}|\\Theta|\\mathcal\s*O|Θ|\bTheta|\bO)\s*(?:\\left)?\s*\((?P<inside>(?:[^()]|\([^()]*\))*)\)"
)
_LIKE = regex(
    r"(?:\bproportional to\b|\b(?:grows?|grow|growing|scales?|scaling|behaves?|goes|increases?)\s+(?:asymptotically\s+)?(?:like|as|with)\b|"
    r"\b(?:on |of )?(?:the )?order(?: of)?\b|∝|≈|~|\\(?:propto|approx|sim|simeq)(?![a-zA-Z]))\s*(?P<said>[^,.;]*)",
    re.IGNORECASE,
)
_BEHIND = regex(r"\s+(?:for|as|when|if|with|where|in|since|because|and|so)\b.*", re.DOTALL)


def read_growth(text: str, vocabulary: Vocabulary, limits: Limits) -> Reading:
    """The answer as a formula; a sentence as its formula with its words behind it, or as its words alone."""
    try:
        reading = read(text, vocabulary, limits)
    except ReadError:
        pass
    else:
        if not isinstance(reading.tree, Text):
            return reading
    formula = _formula(text.replace("$", " "), vocabulary, limits)
    return Reading(Text(text) if formula is None else Listing("", "", (formula, Text(text))), text)


def _formula(text: str, vocabulary: Vocabulary, limits: Limits) -> Node | None:
    """What stands in the last bound of a sentence, or behind the last words that compare."""
    bounds = [found["inside"] for found in _BOUND.finditer(text)]
    likes = [_BEHIND.sub("", found["said"]) for found in _LIKE.finditer(text)]
    for said in (*reversed(bounds), *reversed(likes)):
        try:
            tree = read(said, vocabulary, limits).tree
        except ReadError:
            continue
        if not isinstance(tree, Text | Listing):
            return tree
    return None
