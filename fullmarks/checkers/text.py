"""Text: an answer in words, judged by the phrases in it and by nothing else.

Each criterion asks for all of some phrases, for any of some, or for none of some, and is worth a share of the points. How a phrase is
found is in ``phrases.py``; a word of six or more letters also matches longer words that begin so (``invarian`` matches ``invariance``).

Border: all criteria met is ``correct``. A person must look (``needs_review``) where a phrase that is asked for stands denied, where
a phrase that must not stand there stands beside one that is asked for, and where some criterion is not met, unless the rubric
says ``otherwise: incorrect``: then the criteria that are met earn their shares. A text that says only what it must not is
``incorrect``. What an answer says to its marker is words like any others.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.phrases import Hit, find_phrases, phrase_of
from fullmarks.checkers.words import words_of
from fullmarks.checkers.written import ExactNumber, SeveralWords
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.expr.nodes import Node, Text
from fullmarks.expr.plain import plain
from fullmarks.outcome import Diagnosis, Entry, Outcome, Verdict, graded
from fullmarks.records import frozen

Phrases = Annotated[SeveralWords, Field(max_length=100)]


class Otherwise(StrEnum):
    """What becomes of an answer that does not meet all criteria."""

    NEEDS_REVIEW = "needs_review"
    INCORRECT = "incorrect"


class Criterion(NamedOptions):
    """One thing that the text must say, or must not."""

    all_of: Phrases = Field((), description="Phrases that must all stand in the text.")
    any_of: Phrases = Field((), description="Phrases of which one must stand in the text.")
    none_of: Phrases = Field((), description="Phrases that must not stand in the text.")
    points: Annotated[ExactNumber, Field(gt=0)] = Field(
        Fraction(1), description="The criterion's weight beside the others."
    )
    say: str | None = Field(None, max_length=2_000, description="What to tell a student whose text lacks it.")

    @model_validator(mode="after")
    def _asks(self) -> Self:
        if not (self.all_of or self.any_of or self.none_of):
            raise ValueError("A criterion asks for nothing. Give it phrases: all of, any of or none of.")
        return self

    @property
    def only_forbids(self) -> bool:
        return not (self.all_of or self.any_of)


class TextOptions(NamedOptions):
    """A text by its phrases: ``text: [{any of: [time shift, equivarian]}]``."""

    criteria: tuple[Criterion, ...] = Field(alias="text", max_length=50, description="What the text must say.")
    otherwise: Otherwise = Field(
        Otherwise.NEEDS_REVIEW, description="What an answer is that does not meet all criteria."
    )

    @model_validator(mode="after")
    def _asks(self) -> Self:
        if all(criterion.only_forbids for criterion in self.criteria):
            raise ValueError("An empty text would earn all points. Ask for something: all of, or any of.")
        return self


SENTENCES = {
    "correct": "Right.",
    "partial": "Part of what is asked for is there.",
    "incorrect": "What is asked for was not found in the answer.",
    "needs_review": "A person will read this answer.",
    "missing_criterion": "Something that is asked for was not found in the answer.",
}


@frozen
class _Found:
    """What one criterion found; ``unclear`` says why a person must look, empty where nothing is unclear."""

    met: bool
    right: str = ""
    forbidden: str = ""
    unclear: str = ""


def check(answer: Node, expected: Node, options: TextOptions, assumptions: Assumptions) -> Outcome:
    """The criteria one by one, then what they come to together."""
    text = answer.value if isinstance(answer, Text) else plain(answer)
    words = words_of(text)
    wanted = {
        text: phrase_of(text, long_prefixes=True)
        for one in options.criteria
        for text in (*one.all_of, *one.any_of, *one.none_of)
    }
    hits = _Hits(words.words, find_phrases(words, wanted.values()))
    found = tuple(_judge(criterion, hits) for criterion in options.criteria)
    entries = tuple(Entry((place,), _verdict(one), one.right or one.forbidden) for place, one in enumerate(found, 1))
    review = _review(found, options)
    if review:
        return Outcome(Verdict.NEEDS_REVIEW, Fraction(0), Evidence(EvidenceKind.PHRASES, note=review), None, entries)
    return graded(_share(found, options), Evidence(EvidenceKind.PHRASES), _missing(found, options), entries)


@frozen
class _Hits:
    """The phrases found in an answer."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]

    def of(self, phrases: tuple[str, ...], *, denied: bool) -> tuple[Hit, ...]:
        return tuple(hit for hit in self.hits if hit.phrase.text in phrases and hit.denied is denied)

    def shown(self, hits: tuple[Hit, ...]) -> str:
        return "; ".join(" ".join(self.words[hit.start : hit.end]) for hit in hits[:5])


def _judge(criterion: Criterion, hits: _Hits) -> _Found:
    asked = (*criterion.all_of, *criterion.any_of)
    said, denied = hits.of(asked, denied=False), hits.of(asked, denied=True)
    forbidden = hits.shown(hits.of(criterion.none_of, denied=False))
    texts = {hit.phrase.text for hit in said}
    met = set(criterion.all_of) <= texts and (not criterion.any_of or bool(texts & set(criterion.any_of)))
    unclear = f"The text seems to deny: {hits.shown(denied)}." if denied else ""
    return _Found(met and not forbidden and not unclear, hits.shown(said), forbidden, unclear)


def _verdict(found: _Found) -> Verdict:
    if found.unclear:
        return Verdict.NEEDS_REVIEW
    return Verdict.CORRECT if found.met else Verdict.INCORRECT


def _review(found: tuple[_Found, ...], options: TextOptions) -> str:
    """Why a person must look; empty where the phrases settle it."""
    unclear = next((one.unclear for one in found if one.unclear), "")
    forbidden = next((one.forbidden for one in found if one.forbidden), "")
    if forbidden and any(one.right for one in found):
        return f"The text says something right, and beside it what it must not say: {forbidden}."
    missing = [str(place) for place, one in enumerate(found, 1) if not one.met]
    if unclear or forbidden or not missing or options.otherwise is Otherwise.INCORRECT:
        return unclear
    return f"No phrase of criterion {', '.join(missing)} was found."


def _share(found: tuple[_Found, ...], options: TextOptions) -> Fraction:
    """The weights of the criteria that are met, beside all; what only forbids counts where it is broken, then nothing is earned."""
    if any(one.forbidden for one in found):
        return Fraction(0)
    asking = [
        (one, criterion) for one, criterion in zip(found, options.criteria, strict=True) if not criterion.only_forbids
    ]
    return sum((criterion.points for one, criterion in asking if one.met), Fraction(0)) / sum(
        criterion.points for _, criterion in asking
    )


def _missing(found: tuple[_Found, ...], options: TextOptions) -> Diagnosis | None:
    pairs = zip(found, options.criteria, strict=True)
    missing = [(place, criterion) for place, (one, criterion) in enumerate(pairs, 1) if not one.met]
    if not missing:
        return None
    said = " ".join(criterion.say for _, criterion in missing if criterion.say) or SENTENCES["missing_criterion"]
    places = ", ".join(str(place) for place, _ in missing)
    return Diagnosis("missing_criterion", said, f"Not met: criterion {places}.", (("criteria", places),))


def _expected(options: TextOptions, read: ReadKey) -> Node:
    return Text(
        "; ".join(phrase for criterion in options.criteria for phrase in (*criterion.all_of, *criterion.any_of))
    )


CHECKER = Checker("text", TextOptions, Wants.WORDS, _expected, check, SENTENCES)
