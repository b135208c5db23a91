"""A net below the spellings of names: papers of which hardly a part was found, whose own way to write names is looked for.

Any signs may stand around and within a name here: ``[1a]``, ``1::a``, ``answer_1a =``. So much freedom would find names in
formulas and steps. It is only taken where the names come in the rubric's order, each once, and are most of the rubric's; then
each becomes a heading. Nothing is given to a part whose name was not found: an answer is never assigned by its place alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from fullmarks.find.blocks import Page
from fullmarks.find.formulas import fences
from fullmarks.find.found import Found
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.replacement import Replacement
from fullmarks.regex import regex

WHY = "the part's name is spelled in an unusual way."
_FEWEST = 2
_ENOUGH = 4
"""So many names with letters, in the rubric's order, are no accident, however long the rubric is."""
_MOST_OF_THE_RUBRIC = Fraction(3, 5)
_SIGNS = r"[^\w\s\ue000$\\]"
_OTHER_THINGS = (
    r"steps?|cases?|eqs?|eqns?|equations?|fig(?:ure)?s?|tab(?:le)?s?|lines?|lemma|theorem|thm|claim|page|pp|chapter|ch|method|option|"
    r"attempt|guess|version|layer|stage|round|iteration|hint|note|ref|see|by|in|from|schritt|fall|paso|caso|étape|cas"
)
"""Words before a number or a letter that count something else."""
_WORD_BEFORE = rf"(?:(?!(?:{_OTHER_THINGS})(?![^\W\d_]))[^\W\d]{{1,14}}\d{{0,2}}(?:[ \t]|{_SIGNS}){{0,3}}){{0,2}}"
_WORDS_FOR_ANSWERS = "sol(?:ution|n)?|ans(?:wer)?|item|homework|hw|result|response|problem|question|exercise|q|p|ex"
_ANSWER_WORD = rf"(?:(?:{_WORDS_FOR_ANSWERS})(?:[ \t]|{_SIGNS}|_){{0,3}})"
_WITHIN = rf"(?P<gap>(?:[ \t_]|(?![+*^=]){_SIGNS}){{0,4}}(?:(?:part|pt|teil)\b[. ]{{0,2}})?)"
_LETTER = r"(?P<letter>[a-z])(?![^\W_])"
_BEHIND = rf"(?:[ \t]{{0,4}}(?:[-–—=]{{1,3}}>?(?=\s)|(?![-+(\[{{√~±]){_SIGNS})){{0,4}}"
_FORMULA_SIGN = regex(r"[-−–/]")
"""“1 - a = 4” is an equation."""
_SOURCES = regex(r"^\W{0,6}(?:references|bibliography|sources|literature)\W{0,6}$", re.IGNORECASE | re.MULTILINE)
_LINE = r"^[ \t]{0,4}(?:[*_#>-]{1,3}[ \t]{0,2})?"
_LEVELS = tuple(
    regex(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # At the start of a line, a letter behind a number.
        rf"^(?:[ \t]|{_SIGNS}){{0,8}}{_WORD_BEFORE}(?P<number>\d{{1,2}}){_WITHIN}{_LETTER}{_BEHIND}",
        # At the start of a line, a number alone in brackets or behind a word for answers; “1)” by itself may count steps.
        rf"{_LINE}(?:[\[({{<|'\"]{{1,2}}{_ANSWER_WORD}?|{_ANSWER_WORD})(?P<number>\d{{1,2}})(?P<letter>)(?![^\W_]|[.,]\d){_BEHIND}",
        # Within a line, in brackets or in bold.
        rf"(?:[\[({{<|]|\*\*|__)(?P<number>\d{{1,2}}){_WITHIN}{_LETTER}(?:[\])}}>|]|[:.]?\*\*|[:.]?__){_BEHIND}",
    )
)


def unfamiliar_headings(page: Page, names: PartNames) -> tuple[Replacement, ...]:
    """A heading for each part, in place of its name as the paper writes it; nothing where no way of writing is sure."""
    closed = [(fence.outer.start, fence.outer.end) for fence in fences(page.text)]
    sources = _SOURCES.search(page.covered)
    covered = page.covered[: sources.start()] if sources is not None else page.covered
    ways = [list(_named(covered, level, names, closed)) for level in _LEVELS]
    both = sorted((*ways[0], *ways[1]), key=lambda one: one[1].start())
    for found in (both, *ways):
        if _are_the_rubrics([name for name, _ in found], names):
            return tuple(
                Replacement(match.start(), match.end(), f"\n\n## {names.heading(name)}\n\n") for name, match in found
            )
    return ()


def is_sure(found: Found, headings: Sequence[Replacement]) -> bool:
    """Whether most of the headings are answered: names above questions alone say nothing of the answers below them all."""
    return Fraction(len(found.attempts), len(headings)) >= _MOST_OF_THE_RUBRIC


def told(found: Found) -> Found:
    """What was found under such names, which says so."""
    return replace(
        found,
        attempts=tuple(
            replace(
                attempt,
                answers=tuple(
                    replace(answer, why=f"{answer.why.removesuffix('.')}; {WHY}") for answer in attempt.answers
                ),
            )
            for attempt in found.attempts
        ),
    )


def _named(
    covered: str, level: re.Pattern[str], names: PartNames, closed: Sequence[tuple[int, int]]
) -> Iterator[tuple[Name, re.Match[str]]]:
    """The rubric's names as one way of writing has them; what stands in a program is none."""
    index = 0
    for match in level.finditer(covered):
        while index < len(closed) and closed[index][1] <= match.start():
            index += 1
        if index < len(closed) and closed[index][0] <= match.start():
            continue
        if _FORMULA_SIGN.search(match.groupdict().get("gap") or "") and "=" in match.group():
            continue
        name = Name(str(int(match["number"])), match["letter"].lower())
        if names.part(name) is not None:
            yield name, match


def _are_the_rubrics(found: Sequence[Name], names: PartNames) -> bool:
    """Whether names are each there once: all that the rubric has, or enough of it in its order, as numbers alone must always be."""
    order = {part.part: place for place, part in enumerate(names.parts)}
    places = [order[part] for name in found if (part := names.part(name)) is not None]
    rising = all(before < after for before, after in pairwise(places))
    if len(places) < _FEWEST or len(set(places)) < len(places):
        return False
    if len(places) == len(order) and all(name.letter for name in found):
        return True
    if len(places) >= _ENOUGH and any(name.letter for name in found):
        return rising
    return rising and Fraction(len(places), len(order)) >= _MOST_OF_THE_RUBRIC
