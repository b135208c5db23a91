"""Words of an answer in prose: the same whatever their case, accents of type, hyphens, markup and simple endings.

A *stem* is a word without its regular English ending (explode, explodes, exploded, exploding; vary, varies; linear, linearly);
only stems are compared, and only as wholes: ``cat`` is not in ``catfish``. Nothing here knows what a sentence means.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from fullmarks.records import frozen
from fullmarks.regex import regex

MOST_WORDS = 4_000
"""Words past this one are not looked at; twenty thousand characters hold fewer."""

_SHORT = 120
"""Texts of so many characters are remembered."""

_COMMANDS = regex(r"\\(?:not|neg)(?![a-z])|\\[a-zA-Z]+\*?|\\.")
_NEGATED_SIGN = {"\\not", "\\neg"}
_TOKENS = regex(r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*|[.,;:!?()]|\n{2,}")
_CLAUSE_ENDS = frozenset(".,;:!?()")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_ENDINGS = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")
_KEPT_DOUBLE = frozenset("aeiou")


@frozen
class Words:
    """An answer's words in order: as read, their stems, and the number of the clause that each stands in."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    clauses: tuple[int, ...]


def words_of(text: str) -> Words:
    """The words of a text, markup aside; a clause ends at punctuation, at a bracket or at an empty line."""
    return _short_text(text) if len(text) <= _SHORT else _words_of(text)


@lru_cache(maxsize=2_048)
def _short_text(text: str) -> Words:
    """The words of a phrase or an option, which every answer is compared with."""
    return _words_of(text)


def _words_of(text: str) -> Words:
    words: list[str] = []
    clauses: list[int] = []
    clause = 0
    for match in _TOKENS.finditer(_plain(text)):
        token = match[0]
        if token in _CLAUSE_ENDS or token.isspace():
            clause += 1
            continue
        for word in _split(token):
            words.append(word)
            clauses.append(clause)
        if len(words) >= MOST_WORDS:
            break
    return Words(tuple(words), tuple(stem(word) for word in words), tuple(clauses))


def same_words(answer: str, expected: str) -> bool:
    """Whether two texts are the same words, endings aside; no words at all are never the same."""
    stems = words_of(expected).stems
    return bool(stems) and words_of(answer).stems == stems


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """A word without its regular ending, where a syllable is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and _is_syllable(rest := word.removesuffix(ending)) and not word.endswith("ss"):
            return _single(f"{rest}y" if ending in ("ied", "ies") else stem(rest) if ending == "s" else rest)
    return _single(word)


def _is_syllable(rest: str) -> bool:
    return len(rest) >= 3 and any(letter in "aeiouy" for letter in rest)


def _single(word: str) -> str:
    """A doubled last letter once: ``stopp`` is ``stop``, and so ``add`` becomes ``ad`` wherever it stands."""
    doubled = len(word) >= 3 and word[-1] == word[-2] and word[-1].isalpha() and word[-1] not in _KEPT_DOUBLE
    return word[:-1] if doubled else word


def _plain(text: str) -> str:
    unmarked = _COMMANDS.sub(lambda match: " not " if match[0] in _NEGATED_SIGN else " ", text)
    folded = unicodedata.normalize("NFKC", unmarked).casefold()
    return folded.replace("\u2019", "'").replace("\u02bc", "'").replace("`", " ").replace("\u00ac", " not ")


def _split(token: str) -> tuple[str, ...]:
    """Contractions written out as far as they negate: ``doesn't`` is ``does not``."""
    if token[0].isdigit() and token[-2:] in _ORDINALS:
        return (token[:-2],)
    if token.endswith("n't"):
        return (token.removesuffix("n't") or "do", "not")
    return ("can", "not") if token == "cannot" else (token.replace("'s", "").replace("'", ""),)
