"""Choice: one of the options that the rubric lists, named by itself or by other words for it.

Border: options are found as whole words, whatever their case and endings (``exploding`` names ``explode``, ``catfish`` does not name
``cat``). What is denied (``does not vanish``) does not count. Two options left are ``several_answers``. Where none is left the answer
is ``needs_review``, but ``incorrect`` when all options are letters, or yes and no, or true and false: there is nothing else to say, and
there the first clause that names an option decides. Without options the answer must be the key's own words, apart from ``the``, ``it
is`` and their like; where they stand among others a person must look.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from pydantic import Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.letters import letters_in
from fullmarks.checkers.options import NamedOptions, OptionError
from fullmarks.checkers.phrases import Hit, find_phrases, phrase_of
from fullmarks.checkers.words import Words, words_of
from fullmarks.checkers.written import SeveralWords, WrittenWords
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Node, Text
from fullmarks.expr.plain import plain
from fullmarks.outcome import Outcome, Verdict, correct, incorrect, undecided
from fullmarks.regex import regex

_CLOSED = frozenset({"yes", "no", "true", "false", "convergent", "divergent"})
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "it",
        "its",
        "is",
        "are",
        "was",
        "be",
        "they",
        "this",
        "that",
        "answer",
        "final",
        "option",
        "choice",
        "so",
        "thus",
    ]
)
_LINKS = frozenset("and or but actually wait maybe perhaps rather".split())
_ALTERNATIVES = regex(r"\bor\b|[,;/]", re.IGNORECASE)
_EVIDENCE = Evidence(EvidenceKind.CHOICE)

Several = SeveralWords


class ChoiceOptions(NamedOptions):
    """One of several: ``choice: [explode, vanish, stay]`` with ``key: explode``."""

    options: Several = Field(
        (), alias="choice", max_length=64, description="What may be chosen; the key alone if empty."
    )
    key: WrittenWords = Field(description="The right option, or another word for it.")
    words: Mapping[WrittenWords, Several] = Field(default_factory=dict, description="Other words for an option.")

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        owners: dict[tuple[str, ...], str] = {}
        for option, names in self.names().items():
            for name in names:
                stems = words_of(name).stems
                if owners.setdefault(stems, option) != option:
                    raise ValueError(f"“{name}” names two options: {owners[stems]} and {option}.")
        unknown = [option for option in self.words if option not in (self.options or (self.key,))]
        if unknown:
            raise OptionError(("words", unknown[0]), f"“{unknown[0]}” has other words but is none of the options.")
        return self

    def names(self) -> dict[str, tuple[str, ...]]:
        """Each option with all that names it, itself first."""
        return {option: (option, *self.words.get(option, ())) for option in self.options or (self.key,)}

    def right(self) -> str | None:
        """The option that the key names; None if it names none."""
        key = words_of(self.key).stems
        return next(
            (option for option, names in self.names().items() if key in {words_of(name).stems for name in names}), None
        )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not the right choice.",
    "several_answers": "The answer names more than one of the options. Choose one.",
    "needs_review": "None of the options was found in the answer; a person will read it.",
}


def check(answer: Node, expected: Node, options: ChoiceOptions, assumptions: Assumptions) -> Outcome:
    """Which options the answer names, and whether that is the right one alone."""
    text = answer.value if isinstance(answer, Text) else plain(answer)
    right = options.right()
    if len(options.names()) == 1:
        return _same_text(text, options.names()[right or options.key])
    named = named_options(text, options)
    if len(named) > 1:
        return Outcome(Verdict.SEVERAL_ANSWERS, Fraction(0), _EVIDENCE)
    if named:
        return correct(_EVIDENCE) if named == {right} else incorrect(_EVIDENCE)
    return incorrect(_EVIDENCE) if _is_closed(options) else undecided("The answer names none of the options.")


def _same_text(text: str, names: tuple[str, ...]) -> Outcome:
    """The key's own words are right; one of several (``even or odd``) is no answer; among others a person must look."""
    wanted = {_bare(name) for name in names}
    if _bare(text) in wanted:
        return correct(_EVIDENCE)
    if any(_bare(part) in wanted for part in _ALTERNATIVES.split(text)):
        return Outcome(Verdict.SEVERAL_ANSWERS, Fraction(0), _EVIDENCE)
    hits = find_phrases(words_of(text), map(phrase_of, names))
    more = any(not hit.denied for hit in hits)
    return undecided("The key's words stand among others.") if more else incorrect(_EVIDENCE)


def named_options(text: str, options: ChoiceOptions) -> set[str]:
    """The options that a text names and does not deny."""
    letters = {name.upper(): option for option, names in options.names().items() for name in names if _is_letter(name)}
    found = {letters[letter] for letter in letters_in(text, frozenset(letters))}
    owners = {
        phrase_of(name): option for option, names in options.names().items() for name in names if not _is_letter(name)
    }
    words = words_of(text)
    hits = [hit for hit in find_phrases(words, owners) if not hit.denied]
    return found | {owners[hit.phrase] for hit in (_of_first_clause(words, hits) if _is_closed(options) else hits)}


def _of_first_clause(words: Words, hits: list[Hit]) -> list[Hit]:
    """Those of the first clause that has any, and those that are a clause by themselves: ``yes? no``."""
    first = words.clauses[hits[0].start] if hits else 0
    return [hit for hit in hits if words.clauses[hit.start] == first or _is_a_clause(words, hit)]


def _is_a_clause(words: Words, hit: Hit) -> bool:
    clause = words.clauses[hit.start]
    return all(
        word in _LINKS
        for word, number in zip(words.words, words.clauses, strict=True)
        if number == clause and word not in words.words[hit.start : hit.end]
    )


def _is_closed(options: ChoiceOptions) -> bool:
    return all(_is_letter(option) or option.casefold() in _CLOSED for option in options.names())


def _is_letter(option: str) -> bool:
    return len(option) == 1 and option.isalpha() and option.isascii()


def _bare(text: str) -> tuple[str, ...]:
    """The stems of a text without its empty words; all of them if it has no others."""
    words = words_of(text)
    pairs = zip(words.words, words.stems, strict=True)
    return tuple(root for word, root in pairs if word not in _EMPTY_WORDS) or words.stems


def _expected(options: ChoiceOptions, read: ReadKey) -> Node:
    right = options.right()
    if right is None:
        raise UnusableKeyError(
            "key_not_an_option", f"The key “{options.key}” is none of the options: {', '.join(options.options)}."
        )
    return Text(right)


CHECKER = Checker("choice", ChoiceOptions, Wants.WORDS, _expected, check, SENTENCES)
