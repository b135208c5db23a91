"""What a run of letters is: a declared name, a known word, a product of names, or a word of its own."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.read.spellings import SHORT_WORDS, UNITS, WORDS, Meaning
from fullmarks.read.vocabulary import Vocabulary

_LONGEST_SPLIT = 40
_LONGEST_OBVIOUS_PRODUCT = 3
_VOWELS = frozenset("eiou")
_LONGEST_PRODUCT = 4
"""Letters of an undeclared word that might have been meant as a product."""
_CONSTANT_LETTERS = {"e": ("constant", "e"), "i": ("constant", "i")}


def declared(name: str, vocabulary: Vocabulary) -> Meaning | None:
    """The meaning that the vocabulary gives a name."""
    if name in vocabulary.functions:
        return ("function", name)
    if name in vocabulary.symbols or name in vocabulary.indexed:
        return ("symbol", name)
    return None


def letter(character: str, vocabulary: Vocabulary) -> Meaning:
    """A single letter: e and i are constants unless declared."""
    return declared(character, vocabulary) or _CONSTANT_LETTERS.get(character) or ("symbol", character)


def run(letters: str, vocabulary: Vocabulary, *, in_latex: bool, whole: bool) -> list[tuple[str, Meaning]]:
    """The names in a run of letters, each with its spelling.

    Declared names go first, then known words, then the run as a product of declared names. What is left is a product of
    letters in LaTeX, and one ``word`` in plain text (unless ``whole`` is off).
    """
    if meaning := declared(letters, vocabulary):
        return [(letters, meaning)]
    if len(letters) == 1:
        return [(letters, letter(letters, vocabulary))]
    if letters in WORDS and not (in_latex and letters in ("in", "for", "if", "deg")):
        return [(letters, WORDS[letters])]
    if spelled := _spell(letters, vocabulary):
        return [(name, _meaning(name, vocabulary)) for name in spelled]
    if not letters:
        return []
    if in_latex or (not whole and len(letters) <= _LONGEST_PRODUCT) or _is_product(letters):
        return list(_letters(letters, vocabulary))
    return [(letters, ("word", letters))]


def _is_product(letters: str) -> bool:
    """Whether an undeclared run of plain text is meant as a product: ``xy``, ``nRT``, but not ``is``, ``cm``, ``foo``."""
    if len(letters) > _LONGEST_OBVIOUS_PRODUCT or letters.lower() in SHORT_WORDS or letters in UNITS:
        return False
    return len(letters) == 2 or not _VOWELS & set(letters.lower())  # noqa: PLR2004 - a pair of letters


def is_unit(word: str) -> bool:
    """Whether a word after a number is a unit."""
    return word in UNITS


def _meaning(name: str, vocabulary: Vocabulary) -> Meaning:
    return declared(name, vocabulary) or WORDS.get(name) or letter(name, vocabulary)


def _spell(letters: str, vocabulary: Vocabulary) -> list[str] | None:
    """The run as declared names and known functions, longest first, where that covers it wholly and ends in a name."""
    if len(letters) > _LONGEST_SPLIT or not (vocabulary.symbols or vocabulary.functions or vocabulary.indexed):
        return None
    names = {*vocabulary.symbols, *vocabulary.functions, *vocabulary.indexed}
    functions = [word for word, (kind, _) in WORDS.items() if kind == "function" and letters.startswith(word)]
    for function in sorted(functions, key=len, reverse=True):
        if rest := _cover(letters[len(function) :], names):
            return [function, *rest]
    return _cover(letters, names)


def _cover(letters: str, names: set[str]) -> list[str] | None:
    """Names that spell the letters, fewest first (dynamic programming over the end of each prefix)."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(end):
            before = best[start]
            if before is not None and letters[start:end] in names:
                candidate = [*before, letters[start:end]]
                current = best[end]
                if current is None or len(candidate) < len(current):
                    best[end] = candidate
    return best[len(letters)]


def _letters(letters: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Meaning]]:
    """A run in LaTeX: the longest declared name at each place, else one letter."""
    names = sorted(
        (n for n in (*vocabulary.symbols, *vocabulary.functions, *vocabulary.indexed) if len(n) > 1),
        key=len,
        reverse=True,
    )
    place = 0
    while place < len(letters):
        name = next((n for n in names if letters.startswith(n, place)), letters[place])
        yield name, _meaning(name, vocabulary) if len(name) > 1 else letter(name, vocabulary)
        place += len(name)
