"""What a regrade changes, for a terminal: who, which item, from what to what, and why; then the totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from fullmarks.report.changes import Change, Regraded, Standing
from fullmarks.report.lines import lines
from fullmarks.report.shown import shown


def changes_as_text(regraded: Sequence[Regraded], *, width: int = 100, color: bool = False) -> str:
    """The table, where there is anything in it, and the totals."""
    return lines(_pieces(regraded), width=width, color=color)


def _pieces(regraded: Sequence[Regraded]) -> Iterator[RenderableType]:
    changed = [one for one in regraded if one.changes]
    if changed:
        yield _table(changed)
        yield Text()
    yield from (Text(sentence) for sentence in _totals(regraded))


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
    up = sum(one.after.score > one.before.score for one in regraded)
    down = sum(one.after.score < one.before.score for one in regraded)
    touched = sum(bool(one.changes) for one in regraded)
    before = round(sum(one.before.score for one in regraded), 4)
    after = round(sum(one.after.score for one in regraded), 4)
    same = touched - up - down
    yield f"{touched} of {len(regraded)} submissions change: {up} up, {down} down, {same} with the same sum."
    yield f"All points together were {before:g} and are {after:g}."
