"""Looks a rubric over, once it can be loaded, for what is hardly meant.

Keys that their own checker marks wrong, mistakes that are right answers, names that nothing declares or nothing uses, credit that is
never given, points that do not add up, items that no example tries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from fullmarks.authoring.alike import answers_key
from fullmarks.authoring.near_codes import impossible_codes
from fullmarks.authoring.unused_names import unused_names
from fullmarks.checkers.checker import Wants
from fullmarks.errors import Problem
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.maxima import AT_MAXIMUM
from fullmarks.expr.walk import functions, symbols
from fullmarks.grade.admissible import Refusal, admitted
from fullmarks.rubric.amounts import written
from fullmarks.rubric.mistakes import in_order, problem
from fullmarks.rubric.model import Item, Rubric
from fullmarks.rubric.parse import ParsedRubric, item_path
from fullmarks.rubric.written import Path, place_of_name, place_of_value

# Calls that need no declaration: of mathematics, orders of growth, and what the reader writes as a call.
_KNOWN = frozenset({*FUNCTIONS, "O", "Theta", "Omega", "such_that", "derivative", "ratio"})


def lint(parsed: ParsedRubric, rubric: Rubric) -> tuple[Problem, ...]:
    """All that was noticed, in the order of the file; ``rubric`` is what was built of ``parsed``."""
    look = _Look(parsed)
    found = [*look.at_sums(rubric), *look.at_rounding(rubric), *look.at_unused_names(rubric)]
    for part in rubric.parts:
        for item in part.items:
            found += look.at_item(item, item_path(part.id, item.name))
    return in_order(found)


class _Look:
    """Knows where everything stands in the file."""

    def __init__(self, parsed: ParsedRubric) -> None:
        self._parsed = parsed

    def _value(self, path: Path, sentence: str) -> Problem:
        return problem(place_of_value(self._parsed.written, path), sentence)

    def _name(self, path: Path, sentence: str) -> Problem:
        return problem(place_of_name(self._parsed.written, path), sentence)

    def at_sums(self, rubric: Rubric) -> Iterator[Problem]:
        """The points that an author says again, against what they add up to."""
        sums: list[tuple[Path, Fraction | None, Fraction, str]] = [
            (("parts", part.id, "points"), part.stated_points, _sum(part.items), "items of this part")
            for part in rubric.parts
        ]
        sums.append((("points",), rubric.stated_points, _sum(rubric.items()), "items of this rubric"))
        for path, stated, total, whose in sums:
            if stated is not None and stated != total:
                sentence = f"{written(stated)} points are stated here, but the {whose} add up to {written(total)}."
                yield self._value(path, sentence)

    def at_rounding(self, rubric: Rubric) -> Iterator[Problem]:
        """Steps by which not even a right answer keeps its points."""
        worth = {
            "item": [item.points for item in rubric.items()],
            "part": [_sum(part.items) for part in rubric.parts],
            "total": [_sum(rubric.items())],
        }
        steps = (("item", rubric.rounding.item), ("part", rubric.rounding.part), ("total", rubric.rounding.total))
        for name, step in steps:
            odd = next(
                (points for points in worth[name] if step is not None and (points / step).denominator != 1), None
            )
            if step is not None and odd is not None:
                sentence = f"{written(odd)} points are no multiple of {written(step)}, so that rounding changes what is all right."
                yield self._value(("rounding", name), sentence)

    def at_unused_names(self, rubric: Rubric) -> Iterator[Problem]:
        """What is declared and used by nothing."""
        for unused in unused_names(self._parsed.shape, rubric):
            declared = f"{_quoted(unused.names)} {'is' if len(unused.names) == 1 else 'are'} declared, and nothing uses"
            it = "it" if len(unused.names) == 1 else "them"
            yield self._name(unused.path, f"{declared} {it}. Remove {it}, or add a test with an answer that has {it}.")

    def at_item(self, item: Item, at: Path) -> Iterator[Problem]:
        """One item by itself."""
        if not item.examples:
            yield self._name(
                at, f"The item {item.id} has no test. Give it at least one right answer and one wrong one."
            )
        yield from self._at_keys(item, at)
        yield from self._at_mistakes(item, at)
        yield from self._at_follows(item, at)
        yield from self._at_names(item, at)
        for code in impossible_codes(item):
            sentence = (
                f"No answer to this item can be diagnosed as “{code}”, so that this credit is never given. Remove it."
            )
            yield self._name((*at, "near", code), sentence)

    def _at_keys(self, item: Item, at: Path) -> Iterator[Problem]:
        paths = self._key_paths(item, at)
        for place, (key, path) in enumerate(zip(item.keys, paths, strict=True)):
            if not answers_key(key, key, item):
                yield self._value(
                    path, "This key is not marked right by its own checker. Check the key and the options beside it."
                )
            elif any(answers_key(key, other, item) for other in item.keys[:place]):
                yield self._value(path, "This key is equal to one before it. Remove one of them.")

    def _at_mistakes(self, item: Item, at: Path) -> Iterator[Problem]:
        wrong = [
            (known.key, (*at, "known", place, "answer"), "known mistake") for place, known in enumerate(item.known)
        ]
        wrong += [
            (convention.key, (*at, "conventions", convention.name), "convention") for convention in item.conventions
        ]
        for place, (key, path, what) in enumerate(wrong):
            if any(answers_key(key, right, item) for right in item.keys):
                yield self._value(
                    path, f"This {what} is equal to a key, so that a right answer would be told it is wrong."
                )
            elif any(answers_key(key, before, item) for before, _, _ in wrong[:place]):
                yield self._value(
                    path, f"This {what} is equal to one before it and is never reached. Remove one of them."
                )

    def _at_follows(self, item: Item, at: Path) -> Iterator[Problem]:
        """Names for which not even the right earlier answer may stand."""
        for followed in item.follows:
            found = admitted(followed, followed.definition.value, item)
            if isinstance(found, Refusal):
                sentence = (
                    f"The key of {followed.earlier.id} itself may not stand for “{followed.name}”: {found.sentence}."
                )
                yield self._name((*at, "follows", followed.name), sentence)

    def _at_names(self, item: Item, at: Path) -> Iterator[Problem]:
        """Names that a key uses and nothing declares; words have none, and parameters need none."""
        if item.wants is Wants.WORDS or item.checker.own_letters:
            return
        vocabulary = item.vocabulary
        declared = {*vocabulary.symbols, *vocabulary.functions, *vocabulary.indexed, AT_MAXIMUM.name}
        keys = list(zip(item.keys, self._key_paths(item, at), strict=True))
        keys += [(known.key, (*at, "known", place, "answer")) for place, known in enumerate(item.known)]
        for key, path in keys:
            unknown = sorted((symbols(key.tree) | (functions(key.tree) - _KNOWN)) - declared)
            if unknown:
                yield self._value(
                    path, f"{_quoted(unknown)} {'is' if len(unknown) == 1 else 'are'} not declared under “symbols:”."
                )

    def _key_paths(self, item: Item, at: Path) -> list[Path]:
        main: Path = (*at, *self._parsed.items[at].checker.key_path())
        return [main, *((*at, "also", place, "answer") for place in range(len(item.keys) - 1))]


def _quoted(names: Sequence[str]) -> str:
    return " and ".join(f"“{name}”" for name in names)


def _sum(items: tuple[Item, ...]) -> Fraction:
    return sum((item.points for item in items if not item.optional), Fraction(0))
