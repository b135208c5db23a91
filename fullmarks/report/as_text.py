"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fullmarks.outcome import Verdict
from fullmarks.report.facts import (
    MARKS,
    Fact,
    Label,
    attempt_words,
    facts,
    item_name,
    points_words,
    shortened,
    told_items,
    total_sentence,
    verdict_words,
)
from fullmarks.report.lines import lines
from fullmarks.report.model import Report, ReportItem, ReportNotGraded, ReportPart
from fullmarks.report.shown import shown

STYLES = {
    Verdict.CORRECT: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.INCORRECT: "red",
    Verdict.MISSING: "dim",
    Verdict.UNREADABLE: "magenta",
    Verdict.SEVERAL_ANSWERS: "red",
    Verdict.NEEDS_REVIEW: "magenta",
}
LONGEST_ANSWER = 300
"""So much of an answer is shown; JSON holds all of it."""


def as_text(report: Report, *, width: int = 100, color: bool = False) -> str:
    """The whole report in lines of at most ``width`` columns, with colours for a terminal if wanted."""
    return lines(_report(report), width=width, color=color)


def part_as_text(part: ReportPart, *, width: int = 100) -> str:
    """One part by itself, in the same form."""
    return lines(_part(part), width=width, color=False)


def _report(report: Report) -> Iterator[RenderableType]:
    yield Text(f"{report.rubric.id}, version {report.rubric.version[:12]}", style="bold")
    yield Text(f"submission {shown(report.submission)[:64]}", style="dim")
    for part in report.parts:
        yield Text()
        yield from _part(part)
    if report.not_graded:
        yield Text("\nNot graded", style="bold")
        yield from (_not_graded(piece) for piece in report.not_graded)
    yield Rule(style="dim")
    yield Text(total_sentence(report), style="bold")


def _part(part: ReportPart) -> Iterator[RenderableType]:
    heading = Table.grid(expand=True, padding=(0, 1))
    heading.add_column(ratio=1)
    heading.add_column(justify="right", no_wrap=True)
    heading.add_row(Text(f"{part.id}  {shown(part.title)}", style="bold"), points_words(part.score, part.max_score))
    yield heading
    for attempt in part.attempts:
        if len(part.attempts) > 1:
            yield Padding(Text(attempt_words(attempt, part), style="italic"), (0, 0, 0, 2))
        yield from (Padding(_item(item), (0, 0, 0, 2)) for item in told_items(attempt, part))


def _item(item: ReportItem) -> Group:
    style = STYLES[item.verdict]
    verdict = f"  {verdict_words(item)}  {points_words(item.points, item.max_points)}"
    heading = Text(f"{MARKS[item.verdict]} ", style=style)
    heading.append(item_name(item), style="bold").append(verdict, style=style)
    table = Table.grid(expand=True, padding=(0, 1))
    table.add_column(width=9, style="dim")
    table.add_column(ratio=1, overflow="fold")
    for fact in facts(item):
        if fact.label is not Label.STAFF:  # too long for a terminal; the other forms have it
            table.add_row(fact.label, Text(shown(_text(fact))))
    return Group(heading, Padding(table, (0, 0, 0, 2)))


def _text(fact: Fact) -> str:
    return shortened(fact.text, LONGEST_ANSWER) if fact.label is Label.ANSWER else fact.text


def _not_graded(piece: ReportNotGraded) -> Padding:
    turn = "" if piece.turn is None else f"message {piece.turn}: "
    return Padding(Text(f"{turn}{shown(piece.heading)} ({shown(piece.reason)})"), (0, 0, 0, 2))
