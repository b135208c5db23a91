"""What a run of letters is: a declared name, a known word, a product of names, or a word of its own.

Made once for each vocabulary, so that reading an answer does not look through all declared names again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fullmarks.expr.units import UNIT_WORDS
from fullmarks.read.tokens import Meaning
from fullmarks.read.word_names import FUNCTION_WORDS, NOT_IN_LATEX, SHORT_WORDS, WORDS

Named = tuple[str, Meaning]
"""A piece of a run of letters as written, and what it means."""

_LONGEST_SPLIT = 40
_LONGEST_OBVIOUS_PRODUCT = 3
_LONGEST_PRODUCT = 4
"""Letters of an undeclared word that might have been meant as a product."""
_AMONG_NAMES = frozenset("log ln lg exp sin cos tan".split())
_LONGEST_AMONG_NAMES = 3
_VOWELS = frozenset("eiou")
_CONSTANT_LETTERS: dict[str, Meaning] = {"e": ("constant", "e"), "i": ("constant", "i")}
_ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Names:
    """The names of one vocabulary, by what the lexer asks about them."""

    def __init__(self, symbols: Collection[str], functions: Collection[str], indexed: Collection[str]) -> None:
        self.meanings: dict[str, Meaning] = {
            **{name: ("symbol", name) for name in (*symbols, *indexed)},
            **{name: ("function", name) for name in functions},
        }
        self.letters: dict[str, Meaning] = {
            letter: self.meanings.get(letter) or _CONSTANT_LETTERS.get(letter) or ("symbol", letter)
            for letter in _ASCII_LETTERS
        }
        self.indexed = frozenset(indexed)
        self.x_is_free = not {"x", "X"} & set(symbols)
        """Whether an x between numbers is a times sign."""
        self._bases = frozenset(name.partition("_")[0] for name in (*symbols, *functions) if "_" in name) | self.indexed
        self._longest_base = max(map(len, self._bases), default=0)
        self._longest = max(map(len, self.meanings), default=0)
        self._long_by_letter: dict[str, list[str]] = {}
        for name in sorted(self.meanings, key=len, reverse=True):
            if len(name) > 1:
                self._long_by_letter.setdefault(name[0], []).append(name)

    def letter(self, character: str) -> Meaning:
        """A single letter of any script: e and i are constants unless declared."""
        return self.letters.get(character) or self.meanings.get(character) or ("symbol", character)

    def run(self, letters: str, *, in_latex: bool, whole: bool) -> list[Named]:
        """The names in a run of letters, each with its spelling.

        Declared names go first, then known words, then the run as a product of declared names. What is left is a product
        of letters in LaTeX, and one ``word`` in plain text (unless ``whole`` is off).
        """
        if len(letters) == 1:
            return [(letters, self.letters[letters])]
        if meaning := self.meanings.get(letters):
            return [(letters, meaning)]
        if (meaning := WORDS.get(letters)) and not (in_latex and letters in NOT_IN_LATEX):
            return [(letters, meaning)]
        if spelled := self._spell(letters):
            return [(name, self._meaning(name)) for name in spelled]
        if not letters:
            return []
        if in_latex or (not whole and len(letters) <= _LONGEST_PRODUCT) or _is_product(letters):
            return list(self._letters(letters))
        return [(letters, ("word", letters))]

    def base_of(self, letters: str, below: str, *, in_latex: bool) -> str:
        """The end of a run of letters that, with the subscript behind it, is one name; in LaTeX the last letter.

        ``below`` is what stands behind ``_``, empty where that is a group in braces.
        """
        if letters in self.indexed or letters in WORDS:
            return ""
        for start in range(max(0, len(letters) - self._longest_base), len(letters)):
            base = letters[start:]
            if base in self._bases and (not below or base in self.indexed or self.subscript(base, below)):
                return base
        return letters[-1] if in_latex and len(letters) > 1 else ""

    def subscript(self, base: str, run: str) -> str | None:
        """The longest beginning of a run that, below the base, is a declared name."""
        longest = min(len(run), self._longest - len(base) - 1)
        return next((run[:k] for k in range(longest, 0, -1) if f"{base}_{run[:k]}" in self.meanings), None)

    def spells(self, letters: str) -> bool:
        """Whether a run of letters is made of declared names."""
        return self._cover(letters) is not None

    def _meaning(self, name: str) -> Meaning:
        return self.meanings.get(name) or WORDS.get(name) or self.letter(name)

    def _spell(self, letters: str) -> list[str] | None:
        """The run as declared names behind a known function or none, where that covers it wholly and ends in a name."""
        if len(letters) > _LONGEST_SPLIT or not self.meanings:
            return None
        for function in FUNCTION_WORDS:
            if letters.startswith(function) and (rest := self._cover(letters[len(function) :])):
                return [function, *rest]
        return self._cover(letters)

    def _cover(self, letters: str) -> list[str] | None:
        """Declared names that spell the letters, fewest first (dynamic programming over the end of each prefix).

        Between names a common function may stand: ``nlogn``.
        """
        best: list[list[str] | None] = [[]] + [None] * len(letters)
        longest = max(self._longest, _LONGEST_AMONG_NAMES)
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - longest), end):
                before, piece = best[start], letters[start:end]
                if before is None:
                    continue
                if piece in self.meanings or (piece in _AMONG_NAMES and 0 < start < end < len(letters)):
                    candidate = [*before, piece]
                    current = best[end]
                    if current is None or len(candidate) < len(current):
                        best[end] = candidate
        return best[len(letters)]

    def _letters(self, letters: str) -> Iterator[Named]:
        """A run in LaTeX: the longest declared name at each place, else one letter."""
        place = 0
        while place < len(letters):
            first = letters[place]
            name = next((n for n in self._long_by_letter.get(first, ()) if letters.startswith(n, place)), first)
            yield name, self._meaning(name) if len(name) > 1 else self.letter(name)
            place += len(name)


def _is_product(letters: str) -> bool:
    """Whether an undeclared run of plain text is meant as a product: ``xy``, ``nRT``, but not ``is``, ``cm``, ``foo``."""
    if len(letters) > _LONGEST_OBVIOUS_PRODUCT or letters.lower() in SHORT_WORDS or letters in UNIT_WORDS:
        return False
    return len(letters) == 2 or not _VOWELS & set(letters.lower())
