"""Parts that are named by the words of their question alone: “the characteristic roots of y'' − 5y' + 6y = 0”.

A word weighs the more the fewer parts have it. A part is meant where it shares clearly more with what is said than any other part does,
and most of what is said, so far as the rubric knows it, belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.found import SoughtPart
from fullmarks.find.labels import bare
from fullmarks.find.part_names import PartNames
from fullmarks.find.replacement import Replacement
from fullmarks.records import frozen
from fullmarks.regex import regex

_LONGEST = 400
"""Characters in which words are looked for."""
_TOKEN = regex(r"[a-zα-ω]+'*|\d+")
_EMPTY = frozenset(
    "the of a an and or in to for with is are as by on at from that this it its which what how do does each every one "
    "function value values answer result find give given written i we you me my so ok now next then please can could show "
    "compute determine calculate part problem question exercise all also when where there be has have not get s t n x y".split()
)
_LEAST, _LEAST_LEFT = Fraction(5, 4), Fraction(3, 4)
"""What the shared words must weigh: more than one word that no other part has; less where only some parts are left."""
_MOST_HEADINGS = 60
_AHEAD = Fraction(3, 2)
"""How many times the next part's weight."""
_MOST = Fraction(3, 5)
"""The share of what the rubric knows of the words said."""
_FEWEST_PARTS = 2
_NUMBERED_LINE = regex(r"^[ \t]*\d{1,2}[.)][ \t]", re.MULTILINE)
_HINTS = regex(r"\W*(?:hint|note|remember|recall|but)\b", re.IGNORECASE)
_ASKS = regex(
    r"^\W*(?:(?:ok(?:ay)?|now|and|so|then|next|thanks|great|good)\W+)*"
    r"(?:what|which|how|find|compute|calculate|determine|derive|show|give|now|next|do|solve|with|for)\b",
    re.IGNORECASE,
)


@frozen
class PromptWords:
    """The words of each part and of its titles, and how many parts have each word."""

    words: dict[str, frozenset[str]]
    titles: dict[str, tuple[frozenset[str], ...]]
    spread: Counter[str]

    @classmethod
    def of(cls, parts: Sequence[SoughtPart]) -> PromptWords:
        """The words of the titles and labels of parts and items."""
        words = {part.part: _tokens(_said(part)) for part in parts}
        titles = {
            part.part: tuple(_tokens(title) for title in (part.title, *(item.title for item in part.items)))
            for part in parts
        }
        return cls(words, titles, Counter(word for own in words.values() for word in own))

    def asked(self, said: str, spoken_of: Sequence[str]) -> str | None:
        """The part that a user's turn asks about by its question's words; of those that are spoken of anyway, none is new."""
        told = said.strip()
        asks = _ASKS.search(told) is not None or not spoken_of
        if len(told) > _LONGEST or not asks or _HINTS.match(told) or len(_NUMBERED_LINE.findall(told)) > 1:
            return None  # a hint, or a whole sheet
        words = _tokens(told)
        titled = self._by_title(words)
        part = titled[1] if titled is not None else self._by_weight(words, self.words)
        return None if part in spoken_of else part

    def items(self, said: str, part: SoughtPart) -> frozenset[str]:
        """The items of a part whose titles are said in full; all of it where none is."""
        words = _tokens(said[:_LONGEST])
        titles = ((item.item, _tokens(item.title)) for item in part.items)
        return frozenset(item for item, title in titles if len(title) > 1 and title <= words)

    def assigned(self, headings: Sequence[str]) -> dict[int, str]:
        """The part of each heading that tells one: the surest first, and then of the parts that are left."""
        told = {place: _tokens(heading[:_LONGEST]) for place, heading in enumerate(headings[:_MOST_HEADINGS])}
        free, found = dict(self.words), dict[int, str]()
        titled = sorted(
            (length, -place, part)
            for place, words in told.items()
            for length, part in [self._by_title(words) or (0, "")]
            if part
        )
        for _, place, named in reversed(titled):
            if named in free:
                found[-place] = named
                del told[-place], free[named]
        for _ in range(min(len(told), len(free))):
            clear = [
                (self._weight(words & free[part]), -place, part)
                for place, words in told.items()
                if (part := self._by_weight(words, free, left=len(free) < len(self.words))) is not None
            ]
            if not clear:
                break
            _, place, part = max(clear)
            found[-place] = part
            del told[-place], free[part]
        return found

    def _by_title(self, words: frozenset[str]) -> tuple[int, str] | None:
        """The part one of whose titles is said in full, longer than those of others, and how many words it has."""
        lengths = {
            part: max((len(title) for title in titles if len(title) > 1 and title <= words), default=0)
            for part, titles in self.titles.items()
        }
        longest = max(lengths.values(), default=0)
        best = [part for part, length in lengths.items() if length == longest]
        return (longest, best[0]) if longest and len(best) == 1 else None

    def _by_weight(
        self, words: frozenset[str], parts: Mapping[str, frozenset[str]], *, left: bool = False
    ) -> str | None:
        """The part that shares clearly more with the words than others do; less is enough once others are taken."""
        weights = sorted(((self._weight(words & own), part) for part, own in parts.items()), reverse=True)
        if not weights:
            return None
        best, part = weights[0]
        second = weights[1][0] if len(weights) > 1 else Fraction(0)
        known = Fraction(0) if left else self._weight(words & self.spread.keys())
        clear = best >= (_LEAST_LEFT if left else _LEAST) and best >= _AHEAD * second and best >= _MOST * known
        return part if clear else None

    def _weight(self, words: Iterable[str]) -> Fraction:
        return sum((Fraction(1, self.spread[word]) for word in words), Fraction(0))


def prompt_headings(page: Page, names: PartNames) -> tuple[Replacement, ...]:
    """A heading for each part that a heading of the page tells by its words; nothing where fewer than two are told."""
    blocks = [block for block in page.blocks if block.kind in (BlockKind.HEADING, BlockKind.TITLE)]
    found = PromptWords.of(names.parts).assigned([page.said(block.body) for block in blocks])
    told = [(blocks[place].span, name) for place, part in found.items() if (name := names.name_of(part)) is not None]
    headings = [
        Replacement(span.start, span.end, f"\n\n## {names.heading(name)}\n\n")
        for span, name in sorted(told, key=lambda one: one[0].start)
    ]
    return tuple(headings) if len(headings) >= _FEWEST_PARTS else ()


def _said(part: SoughtPart) -> str:
    labels = (label for item in part.items for label in (item.title, *item.labels))
    return " ".join((part.title, *part.aliases, *labels))


def _tokens(said: str) -> frozenset[str]:
    plain = re.sub(r"[′’]", "'", said.lower())
    plain = bare(plain.replace("''", "'' ")) if "\\" in plain and " " not in plain else plain
    return frozenset(_stem(word) for word in _TOKEN.findall(plain) if word not in _EMPTY)


def _stem(word: str) -> str:
    """Without the ending of a plural, of “growing” and of “grows”."""
    for ending in ("ing", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > 4 else word
