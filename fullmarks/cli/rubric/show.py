"""``fullmarks rubric show``: how a rubric was understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import click

from fullmarks.cli.printing import colored
from fullmarks.cli.rubric.files import counted, find_item
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status
from fullmarks.rubric.amounts import percent, written
from fullmarks.rubric.facets import Aspect, facets_of_item
from fullmarks.rubric.model import Item, Key, LatePolicy, RoundingPolicy, Rubric

LONGEST_KEY = 160
"""Characters of a key that are shown; a text's phrases are many."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("item", metavar="[ITEM]", required=False)
def show(file: Path, item: str | None) -> Status:
    """Show how a rubric FILE was understood: its parts, points and keys as they are read. For staff: it shows the keys."""
    rubric = read_rubric(file).rubric
    for line in _whole(rubric) if item is None else _alone(find_item(rubric, item)):
        click.echo(line, color=colored())
    return Status.DONE


def _whole(rubric: Rubric) -> Iterator[str]:
    total = sum((item.points for item in rubric.items() if not item.optional), Fraction(0))
    yield click.style(f"{rubric.id}  {rubric.title}".rstrip(), bold=True)
    yield f"version {rubric.version}"
    yield f"{counted(len(rubric.parts), 'part')}, {counted(len(rubric.items()), 'item')}, {_points(total)}"
    attempts = rubric.attempts
    yield (
        f"of several attempts the {attempts.counts} counts; a further one costs {percent(attempts.cost)}, "
        f"a hint {percent(attempts.hint_cost)}{_submission(attempts.submission_cost)}{_at_most(attempts.cap)}"
    )
    if rubric.files:
        yield f"the answers stand in {' or '.join(rubric.files)}"
    if rubric.late is not None:
        yield _lateness(rubric.late)
    if any((rubric.rounding.item, rubric.rounding.part, rubric.rounding.total)):
        yield _rounding(rubric.rounding)
    for part in rubric.parts:
        yield ""
        yield click.style(f"{part.id}  {part.title}".rstrip(), bold=True)
        for item in part.items:
            yield from _item(item)


def _alone(item: Item) -> Iterator[str]:
    """One item with what it has from its part and the whole: the names that it knows."""
    yield from _item(item)
    names = ", ".join(f"{name} ({words})" for name, words in _named(item, Aspect.SYMBOL))
    if names:
        yield f"    knows: {names}"


def _item(item: Item) -> Iterator[str]:
    remarks = [word for word, holds in (("optional", item.optional), ("void", item.void)) if holds]
    yield f"  {item.id}  {', '.join((item.checker.kind, _points(item.points), *remarks))}"
    for place, key in enumerate(item.keys):
        share = "" if key.share == 1 else f"  ({percent(key.share)})"
        shown = replace(key, tree=item.named_key) if place == 0 and item.named_key is not None else key
        yield f"    {'key' if place == 0 else 'also'}: {_read(shown)}{share}"
    for name, words in _named(item, Aspect.OPTION):
        yield f"    {name}: {_short(words)}"
    for known in item.known:
        yield f"    known mistake: {_read(known.key)}  ({_points(known.points)})"
    for convention in item.conventions:
        yield f"    convention {convention.name}: {_read(convention.key)}  ({_points(convention.points)})"
    for code, credit in item.near.items():
        yield f"    near: {code}  ({percent(credit)})"
    if item.targets:
        yield f"    target: {', '.join(item.targets)}"
    if item.bound is not None:
        yield f"    bound: {item.bound}"
    if item.labels:
        yield f"    labels: {', '.join(item.labels)}"
    for followed in item.follows:
        yield f"    follows: {followed.name} stands for the answer to {followed.earlier.id}{_at_most(followed.share)}"


def _named(item: Item, aspect: Aspect) -> Iterator[tuple[str, str]]:
    """What there is of one aspect, by its names."""
    return ((name, words) for (one, name), words in facets_of_item(item).items() if one is aspect)


def _submission(cost: Fraction) -> str:
    return f", an earlier submission {percent(cost)}" if cost else ""


def _at_most(cap: Fraction) -> str:
    return "" if cap == 1 else f", at most {percent(cap)}"


def _lateness(late: LatePolicy) -> str:
    unit = "" if late.cost.unit is None else f" a {late.cost.unit}"
    due = "" if late.after is None else f" after {late.after.isoformat()}"
    grace = f", from {late.grace} on" if late.grace else ""
    return f"handing in late{due} costs {percent(late.cost.share)}{unit}{grace}{_at_most(late.cap)}"


def _rounding(rounding: RoundingPolicy) -> str:
    steps = (("each item", rounding.item), ("each part", rounding.part), ("the total", rounding.total))
    said = ", ".join(f"{what} to {written(step)}" for what, step in steps if step is not None)
    return f"points are rounded half up: {said}"


def _read(key: Key) -> str:
    from fullmarks.expr.plain import plain

    return _short(plain(key.tree))


def _short(words: str) -> str:
    from fullmarks.report.shown import shown

    text = shown(words)
    return text if len(text) <= LONGEST_KEY else f"{text[: LONGEST_KEY - 1]}…"


def _points(points: Fraction) -> str:
    return f"{written(points)} {'point' if points == 1 else 'points'}"
