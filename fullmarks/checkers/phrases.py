"""Phrases in an answer's words: where they stand, and whether they are denied there.

A phrase's words stand in one clause, in order, with at most two small words (``FILLERS``) between each and the next. A word
matches by its stem; ``invarian*`` matches all that begin so; with ``long_prefixes`` a word of six or more letters does
that without the star. Of phrases that overlap the longest counts.

A phrase is denied by a negation up to three words before it in its clause (``will not simply vanish``, ``instead of vanishing``),
where no other phrase stands between them unless joined by ``or`` or ``nor`` (``neither explode nor vanish``), or by one right behind
it (``vanishing does not occur``). ``not only``, ``not just`` and ``not merely`` deny nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from fullmarks.checkers.words import Words, stem, words_of
from fullmarks.records import frozen

FILLERS = frozenset(
    {"a", "an", "the", "of", "in", "to", "is", "are", "be", "its", "their", "very", "much", "as", "so", "also"}
)
MOST_FILLERS = 2
PREFIX_LETTERS = 6

_REACH = {
    **dict.fromkeys(("not", "never", "no", "neither", "nor", "hardly", "rarely", "unlikely"), 3),
    **dict.fromkeys(("without", "unlike", "instead of", "rather than", "opposed to"), 2),
    **dict.fromkeys(("avoid", "avoids", "avoiding", "prevent", "prevents", "preventing"), 2),
    **dict.fromkeys(("fail", "fails", "failed", "failing", "far from", "anything but", "ceases", "lacks", "except"), 2),
    "non": 1,
}
"""How many words after it a negation may deny something."""
_NEGATIONS = {tuple(text.split()): reach for text, reach in _REACH.items()}
_NO_NEGATIONS = frozenset({"only", "just", "merely"})
_JOINS = frozenset({"or", "nor", "either"})
_AUXILIARIES = frozenset(
    "is are was were do does did will would can could should may might has have had be been".split()
)
_DENIALS = frozenset({"not", "never", "wrong", "false", "incorrect", "impossible"})


@frozen
class Phrase:
    """A phrase to look for: for each word its stem and, where longer words count too, how they begin."""

    text: str
    words: tuple[tuple[str, str | None], ...]


@frozen
class Hit:
    """A phrase found from word ``start`` up to word ``end``."""

    phrase: Phrase
    start: int
    end: int
    denied: bool = False


@lru_cache(maxsize=4_096)
def phrase_of(text: str, *, long_prefixes: bool = False) -> Phrase:
    """The phrase that an author wrote."""
    found: list[tuple[str, str | None]] = []
    for part in text.split():
        words = words_of(part.removesuffix("*")).words
        for place, word in enumerate(words, 1):
            starred = part.endswith("*") and place == len(words)
            found.append((stem(word), word if starred or (long_prefixes and len(word) >= PREFIX_LETTERS) else None))
    return Phrase(text, tuple(found))


def find_phrases(words: Words, phrases: Iterable[Phrase]) -> tuple[Hit, ...]:
    """All places of all the phrases, in order."""
    places = _places_by_stem(words)
    hits = [
        Hit(phrase, start, end)
        for phrase in dict.fromkeys(phrases)
        for start in _starts(words, phrase, places)
        if (end := _end(words, phrase, start)) is not None
    ]
    return _with_denials(words, _longest(hits))


def _places_by_stem(words: Words) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, root in enumerate(words.stems):
        places.setdefault(root, []).append(place)
    return places


def _starts(words: Words, phrase: Phrase, places: Mapping[str, list[int]]) -> Sequence[int]:
    """Where a phrase may begin: at its first word, or anywhere if that may go on."""
    root, prefix = phrase.words[0] if phrase.words else ("", None)
    return places.get(root, ()) if prefix is None else range(len(words.words))


def _end(words: Words, phrase: Phrase, start: int) -> int | None:
    """Where the phrase ends that begins at ``start``; None if it does not begin there."""
    place = start
    for number, (root, prefix) in enumerate(phrase.words):
        fillers = 0
        while not _matches(words, place, root, prefix):
            skippable = (
                number > 0 and fillers < MOST_FILLERS and place < len(words.words) and words.words[place] in FILLERS
            )
            if not skippable:
                return None
            fillers += 1
            place += 1
        if words.clauses[place] != words.clauses[start]:
            return None
        place += 1
    return place if phrase.words else None


def _matches(words: Words, place: int, root: str, prefix: str | None) -> bool:
    if place >= len(words.words):
        return False
    return words.stems[place] == root or (prefix is not None and words.words[place].startswith(prefix))


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.end > kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def _with_denials(words: Words, hits: list[Hit]) -> tuple[Hit, ...]:
    inside = {place for hit in hits for place in range(hit.start, hit.end)}
    found: list[Hit] = []
    for number, hit in enumerate(hits):
        before = found[-1] if found and found[-1].end <= hit.start else None
        after = hits[number + 1] if number + 1 < len(hits) else None
        denied = (
            _denied_before(words, hit, before, inside)
            or (before is not None and before.denied and _joined(words, before, hit))
            or _denied_behind(words, hit, after)
        )
        found.append(replace(hit, denied=denied))
    return tuple(found)


def _denied_before(words: Words, hit: Hit, before: Hit | None, inside: set[int]) -> bool:
    first = max(before.end if before else 0, hit.start - 4)
    for place in range(first, hit.start):
        if place in inside or words.clauses[place] != words.clauses[hit.start]:
            continue
        for length in (1, 2):
            end = place + length
            reach = _NEGATIONS.get(words.words[place:end], 0) if end <= hit.start else 0
            if reach and hit.start - (end - 1) <= reach and words.words[min(end, hit.start)] not in _NO_NEGATIONS:
                return True
    return False


def _joined(words: Words, before: Hit, hit: Hit) -> bool:
    between = words.words[before.end : hit.start]
    return any(word in _JOINS for word in between) and all(word in _JOINS | FILLERS for word in between)


def _denied_behind(words: Words, hit: Hit, after: Hit | None) -> bool:
    place = hit.end
    while place < len(words.words) and place < hit.end + 2 and words.words[place] in _AUXILIARIES:
        place += 1
    if place == hit.end or place >= len(words.words) or words.clauses[place] != words.clauses[hit.start]:
        return False
    nearer = (
        after is not None
        and after.start - place <= _REACH["not"]
        and words.clauses[after.start] == words.clauses[place]
    )
    return words.words[place] in _DENIALS and not nearer
