"""One item of a rubric: its keys read with its own names, its points exact, its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from pydantic import JsonValue

from fullmarks.checkers.checker import CheckerOptions
from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.workspace import lasting
from fullmarks.diagnose.catalogue import CODES
from fullmarks.errors import Problem, ReadError
from fullmarks.expr.definitions import names_in
from fullmarks.expr.nodes import Node, Number
from fullmarks.expr.plain import plain
from fullmarks.outcome import Verdict
from fullmarks.read.iterates import iterated_names
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.rubric.amounts import written
from fullmarks.rubric.definitions import defined, with_names
from fullmarks.rubric.field_names import did_you_mean
from fullmarks.rubric.fingerprint import digest, meaning_of, meaning_of_arrays, meaning_of_vocabulary
from fullmarks.rubric.key_reader import BadKeyError, expected, key_text
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.model import Convention, Example, Followed, Item, Key, KnownMistake
from fullmarks.rubric.negated import negated
from fullmarks.rubric.parse import NEGATED, ParsedItem
from fullmarks.rubric.schema import ItemShape
from fullmarks.rubric.symbol_options import BadNameError, with_known_names
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
    follows: Mapping[str, Followed] = field(default_factory=dict)
    """By their names as written."""
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """The names that its keys use."""

    def wrong(self, path: Path, sentence: str) -> None:
        """A mistake in the value at a path from the item."""
        self.problems.append(problem(place_of_value(self.root, (*self.path, *path)), sentence))

    def tree(self, options: CheckerOptions, path: Path) -> Node:
        """The key that stands at a path from the item; zero, and a problem, where it cannot be used."""
        try:
            written = value_at(self.root, (*self.path, *path))
            return expected(self.parsed.checker.checker, options, self.vocabulary, written, self._defined)
        except BadKeyError as error:
            self.problems.append(error.found)
            return Number(Fraction(0))

    def _defined(self, tree: Node) -> Node:
        """A text of a key with earlier items' keys put in for the names that stand for their answers."""
        self.used |= names_in(tree)
        return defined(tree, {one.name: one.definition for one in self.follows.values()})

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
    source.parsed = _with_known_names(source)
    shape, parsed = source.shape, source.parsed
    source.vocabulary = replace(source.vocabulary, iterated=iterated_names(_texts_of_keys(parsed)))
    main = source.key(parsed.options, parsed.checker.key_path())
    keys = (main, *_further(source))
    known, conventions = tuple(_known(source)), tuple(_conventions(source, main))
    _check_target(source)
    _check_codes(source)
    _check_follows(source)
    item_hash = digest(_meaning(source))
    item = Item(
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
        targets=shape.target,
        bound=shape.bound,
        labels=shape.labels,
        vocabulary=source.vocabulary,
        assumptions=source.assumptions(item_hash),
        say={**source.say, **shape.say},
        note=shape.note,
        examples=tuple(_examples(source)),
        follows=tuple(source.follows.values()),
        hash=item_hash,
        line=place_of_name(source.root, source.path).line,
        findings=lasting(_trees(keys, known, conventions)),
    )
    return _with_named_key(item) if item.follows and not source.problems else item


def _texts_of_keys(parsed: ParsedItem) -> Iterator[str]:
    for options in (parsed.options, *parsed.also):
        key = getattr(options, "key", None)
        if isinstance(key, str):
            yield key


def _with_named_key(item: Item) -> Item:
    named = with_names(item)
    return replace(item, named_key=named.keys[0].tree if named else None)


def _trees(keys: Iterable[Key], known: Iterable[KnownMistake], conventions: Iterable[Convention]) -> Iterator[Node]:
    yield from (key.tree for key in keys)
    yield from (mistake.key.tree for mistake in known)
    yield from (convention.key.tree for convention in conventions)


def _with_known_names(source: ItemSource) -> ParsedItem:
    """What was parsed, with names of symbols in options as the reader knows them."""
    parsed = source.parsed
    try:
        return replace(
            parsed,
            options=with_known_names(parsed.options),
            also=tuple(map(with_known_names, parsed.also)),
            known=tuple(map(with_known_names, parsed.known)),
            conventions={name: with_known_names(one) for name, one in parsed.conventions.items()},
        )
    except BadNameError as error:
        source.wrong(parsed.checker.path((error.option,)), str(error))
        return parsed


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
    for number, target in enumerate(source.shape.target):
        try:
            read(target, source.vocabulary)
        except ReadError as error:
            place = place_of_value(source.root, (*source.path, "target", number))
            source.problems.append(problem(place, f"The target “{target}” cannot be read: {error.sentence}"))


def _check_codes(source: ItemSource) -> None:
    """That credit is given for something that may be diagnosed."""
    own = [code for code in source.parsed.checker.checker.sentences if code not in set(Verdict)]
    known = (*CODES, OTHER_READING, *own)
    for code in source.shape.near:
        if code not in known:
            place = place_of_name(source.root, (*source.path, "near", code))
            source.problems.append(problem(place, f"“{code}” is no diagnosis. {did_you_mean(code, known)}"))


def _check_follows(source: ItemSource) -> None:
    """That every name that stands for an answer is used."""
    for name, followed in source.follows.items():
        if followed.name not in source.used:
            place = place_of_name(source.root, (*source.path, "follows", name))
            source.problems.append(problem(place, f"No key of this item uses “{name}”, so that it follows nothing."))


def _examples(source: ItemSource) -> Iterator[Example]:
    for place, test in enumerate(source.shape.tests):
        _check_given(source, ("tests", place, "given"), test.given)
        line = place_of_value(source.root, (*source.path, "tests", place)).line
        yield Example(test.answer, test.verdict, test.code, test.points, line, test.given)


def _check_given(source: ItemSource, path: Path, given: Mapping[str, str]) -> None:
    """That answers are given to such items alone as this one follows, over any number of steps."""
    followed = set(_all_followed(tuple(source.follows.values())))
    for item in given:
        if item not in followed:
            place = place_of_name(source.root, (*source.path, *path, item))
            source.problems.append(
                problem(place, f"This item does not follow “{item}”. {did_you_mean(item, followed)}".rstrip())
            )


def _all_followed(follows: tuple[Followed, ...]) -> Iterator[str]:
    for one in follows:
        yield one.earlier.id
        yield from _all_followed(one.earlier.follows)


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
        "target": list(shape.target) if len(shape.target) > 1 else next(iter(shape.target), None),
        **({"bound": shape.bound} if shape.bound else {}),
        "void": shape.void,
        "follows": [_meaning_of_name(one) for one in sorted(source.follows.values(), key=lambda one: one.name)],
        "vocabulary": meaning_of_vocabulary(source.vocabulary),
        **meaning_of_arrays(source.arrays),
    }


def _meaning_of_name(followed: Followed) -> JsonValue:
    """What decides verdicts by way of an earlier item: all that decides that item's own, and what may be put in."""
    where = None if followed.where is None else plain(followed.where)
    parameters: JsonValue = [*followed.definition.parameters]
    return [followed.name, followed.earlier.id, followed.earlier.hash, parameters, where, str(followed.share)]
