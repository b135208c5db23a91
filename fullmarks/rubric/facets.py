"""An item, a part and a rubric taken apart into what may be said differently about them: the base of every comparison of two.

A facet is an aspect and, where there may be several of it, a name: the symbol, the code, the known mistake. Tests and layout have no
meaning and are no facets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from pydantic import JsonValue

from fullmarks.checkers.text import TextOptions
from fullmarks.compare.arrays.operations import FUNCTIONS
from fullmarks.expr.domains import domain_words
from fullmarks.expr.plain import plain
from fullmarks.rubric.amounts import percent, written
from fullmarks.rubric.item_checker import key_names
from fullmarks.rubric.model import Followed, Item, Key, LatePolicy, Part, RoundingPolicy, Rubric


class Aspect(StrEnum):
    """What may differ, as it is called."""

    ORDER = "order"
    TITLE = "title"
    ALIAS = "alias"
    COUNTS = "attempts count"
    COST = "cost of an attempt"
    HINTS = "cost of a hint"
    CAP = "cap of attempts"
    SUBMISSIONS = "cost of a submission"
    FILE = "file"
    LATE = "late"
    ROUNDING = "rounding"
    RELEASE = "release"
    STATED_POINTS = "stated points"
    CHECKER = "checker"
    KEY = "key"
    CRITERION = "criterion"
    ALSO = "further key"
    OPTION = "option"
    POINTS = "points"
    OPTIONAL = "optional"
    VOID = "void"
    KNOWN = "known mistake"
    CONVENTION = "convention"
    NEAR = "credit for"
    TARGET = "target"
    BOUND = "bound"
    LABEL = "label"
    SYMBOL = "symbol"
    SIZE = "size"
    OPERATOR = "sign"
    DECIMAL_COMMA = "decimal comma"
    FOLLOWS = "follows"
    SAY = "feedback"
    NOTE = "note for staff"


Facets = Mapping[tuple[Aspect, str], str]
"""What is said, by aspect and name; a flag that is not set, or a text that is not there, is no facet."""


def facets_of_rubric(rubric: Rubric) -> Facets:
    """What holds for the whole, and for no part alone."""
    return {
        (Aspect.TITLE, ""): rubric.title,
        (Aspect.ORDER, ""): " ".join(part.id for part in rubric.parts),
        (Aspect.COUNTS, ""): rubric.attempts.counts,
        (Aspect.COST, ""): percent(rubric.attempts.cost),
        (Aspect.HINTS, ""): percent(rubric.attempts.hint_cost),
        (Aspect.CAP, ""): percent(rubric.attempts.cap),
        (Aspect.SUBMISSIONS, ""): percent(rubric.attempts.submission_cost),
        **({(Aspect.FILE, ""): ", ".join(rubric.files)} if rubric.files else {}),
        **_lateness(rubric.late),
        **_rounding(rubric.rounding),
        (Aspect.RELEASE, "verdicts"): rubric.release.verdicts,
        (Aspect.RELEASE, "keys"): rubric.release.keys,
        **_stated(rubric.stated_points),
    }


def facets_of_part(part: Part) -> Facets:
    """What holds for a part, and for no item alone."""
    return {
        (Aspect.TITLE, ""): part.title,
        (Aspect.ORDER, ""): " ".join(item.name for item in part.items),
        **{(Aspect.ALIAS, alias): "yes" for alias in part.aliases},
        **_stated(part.stated_points),
    }


def _stated(points: Fraction | None) -> Facets:
    return {} if points is None else {(Aspect.STATED_POINTS, ""): written(points)}


def facets_of_item(item: Item) -> Facets:
    """All that is said about an item, its symbols included."""
    return dict(_facets_of_item(item))


def _facets_of_item(item: Item) -> Iterator[tuple[tuple[Aspect, str], str]]:
    yield (Aspect.CHECKER, ""), item.checker.kind
    yield from _of_keys(item)
    yield (Aspect.POINTS, ""), written(item.points)
    flags = ((Aspect.OPTIONAL, item.optional), (Aspect.VOID, item.void))
    yield from (((aspect, ""), "yes") for aspect, holds in flags if holds)
    yield from _of_mistakes(item)
    yield from (((Aspect.NEAR, code), percent(share)) for code, share in item.near.items())
    texts = (
        (Aspect.TITLE, item.title),
        (Aspect.TARGET, ", ".join(item.targets) or None),
        (Aspect.BOUND, item.bound),
        (Aspect.NOTE, item.note),
    )
    yield from (((aspect, ""), text) for aspect, text in texts if text)
    yield from (((Aspect.LABEL, label), "yes") for label in item.labels)
    yield from _of_names(item)
    yield from (((Aspect.FOLLOWS, one.name), _followed(one)) for one in item.follows)
    yield from (((Aspect.SAY, verdict), text) for verdict, text in item.say.items())


def _of_keys(item: Item) -> Iterator[tuple[tuple[Aspect, str], str]]:
    main, *further = item.keys
    if isinstance(main.options, TextOptions):
        for number, criterion in enumerate(main.options.criteria, 1):
            yield (Aspect.CRITERION, str(number)), _json(criterion.model_dump(mode="json", exclude_defaults=True))
    else:
        yield (Aspect.KEY, ""), main.text
    for key in further:
        yield (Aspect.ALSO, key.text), percent(key.share)
        yield from _said(key, key.say)
    names = key_names(item.checker)
    options: dict[str, JsonValue] = main.options.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    yield from (((Aspect.OPTION, name), _json(value)) for name, value in options.items() if name not in names)


def _of_mistakes(item: Item) -> Iterator[tuple[tuple[Aspect, str], str]]:
    for known in item.known:
        yield (Aspect.KNOWN, known.key.text), _earns(known.points)
        yield from _said(known.key, known.say)
        if known.note:
            yield (Aspect.NOTE, known.key.text), known.note
    for convention in item.conventions:
        yield (Aspect.CONVENTION, convention.name), f"{plain(convention.key.tree)}, {_earns(convention.points)}"
        if convention.say:
            yield (Aspect.SAY, convention.name), convention.say


def _said(key: Key, say: str | None) -> Iterator[tuple[tuple[Aspect, str], str]]:
    if say:
        yield (Aspect.SAY, key.text), say


def _of_names(item: Item) -> Iterator[tuple[tuple[Aspect, str], str]]:
    """Symbols, functions, families and arrays by name; what sizes and signs mean."""
    names, arrays = item.vocabulary, item.assumptions.arrays
    for name, domain in names.symbols.items():
        words = f"array {arrays.shapes[name]}" if name in arrays.shapes else domain_words(domain)
        yield (Aspect.SYMBOL, name), f"{words}, with indices" if name in names.indexed - arrays.shapes.keys() else words
    functions = names.functions - FUNCTIONS if arrays else names.functions
    yield from (((Aspect.SYMBOL, name), "function") for name in sorted(functions))
    yield from (((Aspect.SIZE, name), plain(meaning)) for name, meaning in arrays.where)
    yield from (((Aspect.OPERATOR, sign), meaning.value) for sign, meaning in arrays.meanings.items())
    if names.decimal_comma:
        yield (Aspect.DECIMAL_COMMA, ""), "yes"


def _earns(points: Fraction) -> str:
    return f"{written(points)} {'point' if points == 1 else 'points'}"


def _json(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _followed(one: Followed) -> str:
    """The earlier item, with what may be put in for it and what that earns at most."""
    where = "" if one.where is None else f" where {plain(one.where)}"
    share = "" if one.share == 1 else f", at most {percent(one.share)}"
    return f"{one.earlier.id}{where}{share}"


def _lateness(late: LatePolicy | None) -> dict[tuple[Aspect, str], str]:
    if late is None:
        return {}
    said = {"cost": str(late.cost), "grace": str(late.grace), "cap": percent(late.cap)}
    due = {} if late.after is None else {"after": late.after.isoformat()}
    return {(Aspect.LATE, name): words for name, words in (said | due).items()}


def _rounding(rounding: RoundingPolicy) -> dict[tuple[Aspect, str], str]:
    steps = (("item", rounding.item), ("part", rounding.part), ("total", rounding.total))
    return {(Aspect.ROUNDING, name): written(step) for name, step in steps if step is not None}
