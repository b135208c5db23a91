"""A first rubric from a list of keys: kinds guessed, names declared, each key its own first test, remarks where an author must decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fullmarks.authoring.examples import try_examples
from fullmarks.authoring.guessed_items import GuessedItem, guessed_items
from fullmarks.authoring.lint import lint
from fullmarks.authoring.listed_keys import ListedKey, ListedKeys
from fullmarks.authoring.listed_names import declared_names, letters_that_are_symbols
from fullmarks.authoring.usual_keys import with_usual_keys
from fullmarks.authoring.yaml_values import comment, value
from fullmarks.errors import Problem, RubricError
from fullmarks.records import frozen
from fullmarks.rubric.amounts import parse_points, quoted
from fullmarks.rubric.build import build
from fullmarks.rubric.parse import parse

_HEAD = (
    "A first rubric, made of a list of keys. The kinds are guesses, and the only tests are the keys themselves. Look it over, then",
    "  fullmarks rubric check FILE    tells what is hardly meant",
    "  fullmarks rubric test FILE     marks the tests",
)
_SYMBOLS = (
    "What a name may be decides what is equal: sqrt(x^2) is x where x is positive. Instead of real write positive, integer,",
    "positive integer, complex, real in (0, 1) … Declare also what only students use, and show it in a test.",
)
_ATTEMPTS = (
    "Of several attempts at a part the last counts, and a further one costs nothing. Else: {counts: best, cost: 10%}"
)
_HINTS = (
    "also: [{answer: …, share: 50%}]          # further right answers, and what they earn",
    "known: [{answer: …, points: 1, say: …}]  # mistakes that you have met",
    "near: {sign: 50%}                        # credit by diagnosis",
)
Names = Mapping[str, str]
"""What is declared, in YAML, by name."""


@frozen
class FirstRubric:
    """The text of the file, and how many parts and items are in it."""

    text: str
    parts: int
    items: int


def first_rubric(lists: Sequence[ListedKeys], name: str, schema: str = "") -> FirstRubric:
    """The rubric of all lists together, by the name ``name``; ``schema`` is where its JSON Schema lies, for editors.

    Raises RubricError with the keys of a list of which no item can be made.
    """
    lists = [with_usual_keys(one) for one in lists]
    keys = [key for one in lists for key in one.keys]
    letters = letters_that_are_symbols(keys)
    names = declared_names(keys, letters)
    items: dict[str, GuessedItem] = {}
    for one in lists:
        items |= _items(one, items, letters, names)
    by_part: dict[str, list[ListedKey]] = {}
    for key in keys:
        by_part.setdefault(key.part, []).append(key)
    titles = {part: title for one in lists for part, title in one.parts.items()}
    lines = (*_top(lists, name, names, schema), *_parts(by_part, titles, items))
    return FirstRubric("".join(f"{line}\n" for line in lines), len(by_part), len(keys))


# what is written


def _top(lists: Sequence[ListedKeys], name: str, names: Names, schema: str) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    yield from (f"# {line}" for line in _HEAD)
    yield f"rubric: {value(name)}"
    title = next((one.title for one in lists if one.title), "")
    if title:
        yield f"title: {value(title)}"
    if names:
        yield from ("", *(f"# {line}" for line in _SYMBOLS), "symbols:")
        yield from _declarations(names)
    yield from ("", f"# {_ATTEMPTS}", "attempts: {counts: last}", "", "parts:")


def _declarations(names: Names) -> Iterator[str]:
    return (f"  {value(name)}: {words}" for name, words in names.items())


def _parts(
    by_part: Mapping[str, Sequence[ListedKey]], titles: Mapping[str, str], items: Mapping[str, GuessedItem]
) -> Iterator[str]:
    hints: tuple[str, ...] = _HINTS
    for part, keys in by_part.items():
        yield f"  {value(part)}:"
        if titles.get(part):
            yield f"    title: {value(titles[part])}"
        yield "    items:"
        for key in keys:
            yield f"      {value(key.item)}:"
            yield from (f"        {line}" for line in _item(key, items[key.id], hints))
            hints = ()  # once is enough


def _item(key: ListedKey, guessed: GuessedItem, hints: tuple[str, ...] = ()) -> Iterator[str]:
    if key.title:
        yield f"title: {value(key.title)}"
    if guessed.remark:
        yield comment(guessed.remark)
    yield from guessed.lines
    if key.points:
        yield f"points: {value(key.points)}"
    yield from (f"# {hint}" for hint in hints)
    yield "tests:"
    yield f"  - {{answer: {value(key.key)}, verdict: correct}}"


# guesses, tried out


def _items(
    listed: ListedKeys, before: Mapping[str, GuessedItem], letters: frozenset[str], names: Names
) -> dict[str, GuessedItem]:
    """An item for every key of a list; raises RubricError with all keys of which none can be made."""
    items: dict[str, GuessedItem] = {}
    wrong: list[Problem] = []
    for key in listed.keys:
        reason = (
            f"The item {key.id} is in another list as well. Keep one of them." if key.id in before else _bad_points(key)
        )
        found = _first_that_stands(key, letters, names) if reason is None else reason
        if isinstance(found, GuessedItem):
            items[key.id] = found
        else:
            wrong.append(Problem(key.line, 1, found))
    if wrong:
        raise RubricError(listed.file, tuple(wrong))
    return items


def _bad_points(key: ListedKey) -> str | None:
    try:
        parse_points(key.points or "1")
    except ValueError as error:
        return str(error)
    return None


def _first_that_stands(key: ListedKey, letters: frozenset[str], names: Names) -> GuessedItem | str:
    """The first guess that marks its own key right and in which nothing looks wrong; else what is wrong with the likeliest."""
    reasons: list[str] = []
    for guessed in guessed_items(key, letters):
        reason = _why_not(key, guessed, names)
        if reason is None:
            return guessed
        reasons.append(reason)
    return f"No item can be made of the key {quoted(key.key)}: {reasons[0]}"


def _why_not(key: ListedKey, guessed: GuessedItem, names: Names) -> str | None:
    """What is wrong with a guess, alone in a rubric of its own; None where it stands."""
    symbols = ("symbols:", *_declarations(names)) if names else ()
    head = ("rubric: guess", *symbols, "parts:", "  1:", "    items:", "      a:")
    text = "".join(f"{line}\n" for line in (*head, *(f"        {line}" for line in _item(key, guessed))))
    try:
        parsed = parse(text, "")
        rubric = build(parsed)
    except RubricError as error:
        return error.problems[0].sentence
    noticed = [one.sentence for one in lint(parsed, rubric) if one.line > len(head)]
    surprises = [f"as an answer to itself {one}." for tried in try_examples(rubric) for one in tried.surprises]
    return next(iter((*noticed, *surprises)), None)
