"""One item of a rubric: its keys read with its own names, its points exact, its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pydantic import JsonValue

from fullmarks.checkers.checker import CheckerOptions
from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.workspace import lasting
from fullmarks.diagnose.catalogue import CODES
from fullmarks.errors import Problem, ReadError
from fullmarks.expr.nodes import Node, Number
from fullmarks.outcome import Verdict
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.rubric.amounts import written
from fullmarks.rubric.field_names import did_you_mean
from fullmarks.rubric.fingerprint import digest, meaning_of, meaning_of_arrays, meaning_of_vocabulary
from fullmarks.rubric.key_reader import BadKeyError, expected, key_text
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.model import Convention, Example, Item, Key, KnownMistake
from fullmarks.rubric.negated import negated
from fullmarks.rubric.parse import NEGATED, ParsedItem
from fullmarks.rubric.schema import ItemShape
from fullmarks.rubric.written import Path, Written, place_of_name, place_of_value, value_at

OTHER_READING = "other_reading"
"""The diagnosis of an answer that is right only under another admissible reading; it may earn credit like a near miss."""


@dataclass(slots=True)
class ItemSource:
    """All that an item is made of; ``problems`` collects what is wrong with it."""

    part: str
    name: str
    path: Path
    shape: ItemShape
    parsed: ParsedItem
    vocabulary: Vocabulary
    arrays: Arrays
    say: Mapping[Verdict, str]
    root: Written
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, path: Path, sentence: str) -> None:
        """A mistake in the value at a path from the item."""
        self.problems.append(problem(place_of_value(self.root, (*self.path, *path)), sentence))

    def tree(self, options: CheckerOptions, path: Path) -> Node:
        """The key that stands at a path from the item; zero, and a problem, where it cannot be used."""
        try:
            return expected(
                self.parsed.checker.checker, options, self.vocabulary, value_at(self.root, (*self.path, *path))
            )
        except BadKeyError as error:
            self.problems.append(error.found)
            return Number(Fraction(0))

    def key(self, options: CheckerOptions, path: Path, share: Fraction = Fraction(1), say: str | None = None) -> Key:
        """A key with its tree; a problem where its arrays do not fit each other."""
        tree = self.tree(options, path)
        if self.arrays.stand_in(tree) and (unfit := why_unfit(tree, self.assumptions(""))):
            self.wrong(path, f"This key has no value: {unfit}")
        return Key(key_text(self.parsed.checker.checker, options, tree), tree, options, share, say)

    def mistake(self, options: CheckerOptions, path: Path) -> Key:
        """A mistake's answer with its tree, whose arrays need not fit."""
        tree = self.tree(options, path)
        return Key(key_text(self.parsed.checker.checker, options, tree), tree, options)

    def assumptions(self, seed: str) -> Assumptions:
        """What holds while answers to the item are compared."""
        return Assumptions(self.vocabulary.symbols, seed, arrays=self.arrays)


def build_item(source: ItemSource) -> Item:
    """The item; it may be used only where its source has no problems."""
    shape, parsed = source.shape, source.parsed
    main = source.key(parsed.options, parsed.checker.key_path())
    keys = (main, *_further(source))
    known, conventions = tuple(_known(source)), tuple(_conventions(source, main))
    _check_target(source)
    _check_codes(source)
    item_hash = digest(_meaning(source))
    return Item(
        id=f"{source.part}.{source.name}",
        name=source.name,
        title=shape.title or "",
        points=shape.points,
        optional=shape.optional,
        void=shape.void,
        checker=parsed.checker.checker,
        keys=keys,
        known=known,
        conventions=conventions,
        near=shape.near,
        target=next(iter(shape.target), None),
        other_targets=shape.target[1:],
        bound=shape.bound,
        labels=shape.labels,
        vocabulary=source.vocabulary,
        assumptions=source.assumptions(item_hash),
        say={**source.say, **shape.say},
        note=shape.note,
        examples=tuple(_examples(source)),
        follows=shape.follows,
        hash=item_hash,
        line=place_of_name(source.root, source.path).line,
        findings=lasting(_trees(keys, known, conventions)),
    )


def _trees(keys: Iterable[Key], known: Iterable[KnownMistake], conventions: Iterable[Convention]) -> Iterator[Node]:
    yield from (key.tree for key in keys)
    yield from (mistake.key.tree for mistake in known)
    yield from (convention.key.tree for convention in conventions)


def _further(source: ItemSource) -> Iterator[Key]:
    for place, (shape, options) in enumerate(zip(source.shape.also, source.parsed.also, strict=True)):
        yield source.key(options, ("also", place, "answer"), shape.share, shape.say)


def _known(source: ItemSource) -> Iterator[KnownMistake]:
    for place, (shape, options) in enumerate(zip(source.shape.known, source.parsed.known, strict=True)):
        _check_less_than_all(source, shape.points, ("known", place, "points"), "A known mistake")
        yield KnownMistake(source.mistake(options, ("known", place, "answer")), shape.points, shape.say, shape.note)


def _conventions(source: ItemSource, main: Key) -> Iterator[Convention]:
    for name, shape in source.shape.conventions.items():
        path: Path = ("conventions", name)
        _check_less_than_all(source, shape.points, (*path, "points"), "An answer under another convention")
        options = source.parsed.conventions[name]
        if name not in source.parsed.negated:
            yield Convention(name, source.key(options, (*path, "key")), shape.points, shape.say)
            continue
        tree = negated(main.tree)
        if tree is None:
            source.wrong(
                path, f"“{NEGATED}” turns the signs of the key, and this key has none. Write the other key out."
            )
        yield Convention(name, Key(NEGATED, tree or main.tree, options), shape.points, shape.say)


def _check_less_than_all(source: ItemSource, points: Fraction, path: Path, what: str) -> None:
    most = source.shape.points
    if points and points >= most:
        source.wrong(
            path,
            f"{what} cannot earn {written(points)} of {written(most)} points. What earns all of them belongs under “also:”.",
        )


def _check_target(source: ItemSource) -> None:
    for target in source.shape.target:
        try:
            read(target, source.vocabulary)
        except ReadError as error:
            place = place_of_value(source.root, (*source.path, "target"))
            source.problems.append(problem(place, f"The target “{target}” cannot be read: {error.sentence}"))


def _check_codes(source: ItemSource) -> None:
    """That credit is given for something that may be diagnosed."""
    own = [code for code in source.parsed.checker.checker.sentences if code not in set(Verdict)]
    known = (*CODES, OTHER_READING, *own)
    for code in source.shape.near:
        if code not in known:
            place = place_of_name(source.root, (*source.path, "near", code))
            source.problems.append(problem(place, f"“{code}” is no diagnosis. {did_you_mean(code, known)}"))


def _examples(source: ItemSource) -> Iterator[Example]:
    for place, test in enumerate(source.shape.tests):
        line = place_of_value(source.root, (*source.path, "tests", place)).line
        yield Example(test.answer, test.verdict, test.code, test.points, line)


def _meaning(source: ItemSource) -> JsonValue:
    """All that decides the item's verdicts; points count as shares of the whole."""
    shape, parsed = source.shape, source.parsed
    whole = shape.points or Fraction(1)
    return {
        "kind": parsed.checker.checker.kind,
        "key": meaning_of(parsed.options),
        "also": [[meaning_of(one), str(further.share)] for one, further in zip(parsed.also, shape.also, strict=True)],
        "known": [
            [meaning_of(one), str(known.points / whole)] for one, known in zip(parsed.known, shape.known, strict=True)
        ],
        "conventions": [
            [name, None if name in parsed.negated else meaning_of(parsed.conventions[name]), str(one.points / whole)]
            for name, one in shape.conventions.items()
        ],
        "near": [[code, str(share)] for code, share in sorted(shape.near.items())],
        "target": next(iter(shape.target), None),
        **({"other targets": list(shape.target[1:])} if len(shape.target) > 1 else {}),
        **({"bound": shape.bound} if shape.bound else {}),
        "void": shape.void,
        "follows": [[name, item] for name, item in sorted(shape.follows.items())],
        "vocabulary": meaning_of_vocabulary(source.vocabulary),
        **meaning_of_arrays(source.arrays),
    }
