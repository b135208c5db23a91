"""The answer of a text that nowhere says which it is: what it ends in."""

from __future__ import annotations

import re

from fullmarks.find.prose.sense import Sense
from fullmarks.find.prose.statements import sentence_end
from fullmarks.find.prose.value import Value, bare, value_of
from fullmarks.regex import regex

_FORMULA = regex(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
_VERB = regex(r".*(?:\b(?:is|are|equals|gives|get|obtain|yields|have|be|becomes|was)\b|=|≈|:)\s*", re.DOTALL)
_DENIED = regex(r"(?:\bnot|n't|\bnever)\s+(?:\w+\s+)?(?:be|is|are|equals?)\s*\Z", re.IGNORECASE)
_LEAD = regex(
    r"\A(?:(?:therefore|thus|hence|so|then|finally|we (?:find|see|get|have|conclude)(?: that)?|it follows that|there (?:is|are)|"
    r"it is|this is|they are)\b[\s,:]*){1,4}",
    re.IGNORECASE,
)
MOST_SENTENCES = 3
"""So many sentences from the end may hold the answer."""
MOST_CHARACTERS = 4_000


def conclusion(text: str, sense: Sense) -> Value | None:
    """From the last sentence back: what follows its last verb or sign, or its last formula that reads."""
    for sentence in _last_sentences(text):
        value = _verb_object(sentence, sense) or _last_formula(sentence, sense)
        if value:
            return value
    return None


def _last_sentences(text: str) -> list[str]:
    """The last sentences, the very last first."""
    tail = text[-MOST_CHARACTERS:]
    sentences: list[str] = []
    place = 0
    while place < len(tail):
        end = max(sentence_end(tail, place), place + 1)
        if bare(tail[place:end]):
            sentences.append(tail[place:end])
        place = end + 1 if tail[end : end + 1] in (".", "!", "?", ";", "\n") else end
    return sentences[::-1][:MOST_SENTENCES]


def _verb_object(sentence: str, sense: Sense) -> Value | None:
    if sense.words or _FORMULA.search(sentence):
        return None
    match = _VERB.match(sentence)
    if match and _DENIED.search(match[0]):
        return None
    return value_of(sentence[match.end() :], sense) if match else value_of(sentence, sense)


def _last_formula(sentence: str, sense: Sense) -> Value | None:
    if sense.words:
        return Value(_LEAD.sub("", bare(sentence)))
    for match in reversed(list(_FORMULA.finditer(sentence))):
        formula = bare(next(group for group in match.groups() if group is not None))
        if formula and sense.reads(formula):
            return Value(formula)
    return None
