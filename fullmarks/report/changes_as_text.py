"""What a regrade changes, for a terminal: who, which item, from what to what, and why; then the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from fullmarks.report.changes import Change, Regraded, Standing
from fullmarks.report.lines import lines
from fullmarks.report.shown import shown

MANY = 10
"""Of more changed submissions it is told by item as well, and how the changes are spread."""
_LONGEST_BAR = 50


def changes_as_text(
    regraded: Sequence[Regraded], *, width: int = 100, color: bool = False, summary: bool = False
) -> str:
    """The table of all changes, where there are any, and the totals; a ``summary`` without that table."""
    return lines(_pieces(regraded, summary=summary), width=width, color=color)


def _pieces(regraded: Sequence[Regraded], *, summary: bool) -> Iterator[RenderableType]:
    changed = [one for one in regraded if one.changes]
    if changed and not summary:
        yield _table(changed)
        yield Text()
    if len(changed) > MANY or (changed and summary):
        yield _by_item(changed)
        yield Text()
        yield _spread(changed)
        yield Text()
    yield from (Text(sentence) for sentence in _totals(regraded))


def _by_item(changed: Sequence[Regraded]) -> Table:
    """How many change at each place, from what to what, and why; the commonest change of a place first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Item", no_wrap=True)
    table.add_column("Submissions", justify="right")
    table.add_column("Was")
    table.add_column("Is")
    table.add_column("Why", ratio=1, overflow="fold")
    ways = Counter(
        (change.place, _standing(change.before), _standing(change.after), "; ".join(change.reasons), _style(change))
        for one in changed
        for change in one.changes
    )
    places = dict.fromkeys(place for place, *_ in ways)
    for place in places:
        of_place = sorted((-count, way) for way, count in ways.items() if way[0] == place)
        for row, (count, (_, was, now, why, style)) in enumerate(of_place):
            name = place if row == 0 else ""
            table.add_row(name, f"{-count:,}", was, now, Text(shown(why)), style=style)
    return table


def _spread(changed: Sequence[Regraded]) -> Table:
    """How many submissions change by how many points."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Points", justify="right")
    table.add_column("Submissions", justify="right")
    table.add_column("")
    by = Counter(round(one.after - one.before, 4) for one in changed)
    most = max(by.values())
    for points, count in sorted(by.items()):
        style = "green" if points > 0 else "red" if points < 0 else ""
        bar = "█" * max(1, round(count / most * _LONGEST_BAR))
        table.add_row(f"{points:+g}" if points else "0", f"{count:,}", bar, style=style)
    return table


def _table(changed: Sequence[Regraded]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Submission", overflow="fold")
    table.add_column("Item", no_wrap=True)
    table.add_column("Was")
    table.add_column("Is")
    table.add_column("Why", ratio=1, overflow="fold")
    for one in changed:
        for row, change in enumerate(one.changes):
            name = Text(shown(one.name) if row == 0 else "")
            why = Text(shown("; ".join(change.reasons)))
            table.add_row(
                name, change.place, _standing(change.before), _standing(change.after), why, style=_style(change)
            )
    return table


def _standing(standing: Standing | None) -> str:
    if standing is None:
        return "–"
    verdict = f" {standing.verdict.value.replace('_', ' ')}" if standing.verdict else ""
    return f"{standing.points:g}{verdict}"


def _style(change: Change) -> str:
    before = change.before.points if change.before else 0
    after = change.after.points if change.after else 0
    return "green" if after > before else "red" if after < before else ""


def _totals(regraded: Sequence[Regraded]) -> Iterator[str]:
    up = sum(one.after > one.before for one in regraded)
    down = sum(one.after < one.before for one in regraded)
    touched = sum(bool(one.changes) for one in regraded)
    before = round(sum(one.before for one in regraded), 4)
    after = round(sum(one.after for one in regraded), 4)
    same = touched - up - down
    yield f"{touched} of {len(regraded)} submissions change: {up} up, {down} down, {same} with the same sum."
    yield f"All points together were {before:g} and are {after:g}."
