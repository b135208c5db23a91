"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fullmarks.outcome import Verdict
from fullmarks.report.evidence_words import evidence_words
from fullmarks.report.lines import lines
from fullmarks.report.messages import SENTENCES
from fullmarks.report.model import Points, Report, ReportAttempt, ReportItem, ReportNotGraded, ReportPart
from fullmarks.report.pending import pending_points
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
MARKS = {
    Verdict.CORRECT: "✓",
    Verdict.PARTIAL: "◐",
    Verdict.INCORRECT: "✗",
    Verdict.MISSING: "–",
    Verdict.UNREADABLE: "?",
    Verdict.SEVERAL_ANSWERS: "✗",
    Verdict.NEEDS_REVIEW: "?",
}

LONGEST_ANSWER = 300
"""So much of an answer is shown; JSON holds all of it."""


def as_text(report: Report, *, width: int = 100, color: bool = False) -> str:
    """The whole report in lines of at most ``width`` columns, with colours for a terminal if wanted."""
    return lines(_report(report), width=width, color=color)


def part_as_text(part: ReportPart, *, width: int = 100) -> str:
    """One part by itself, in the same form."""
    return lines(_part(part), width=width, color=False)


def total_sentence(report: Report) -> str:
    """The sum, with the points that a person may still give."""
    pending = pending_points(report)
    waits = f"; {pending:g} more may be given by a person" if pending else ""
    return f"{report.score:g} of {report.max_score:g} points{waits}"


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
    heading.add_row(Text(f"{part.id}  {shown(part.title)}", style="bold"), _points(part.score, part.max_score))
    yield heading
    for attempt in part.attempts:
        if len(part.attempts) > 1:
            yield Padding(Text(_attempt_words(attempt, part), style="italic"), (0, 0, 0, 2))
        yield from (Padding(_item(item), (0, 0, 0, 2)) for item in attempt.items if _is_told(item, part))


def _is_told(item: ReportItem, part: ReportPart) -> bool:
    """Of several attempts, each tells only what it answers."""
    return len(part.attempts) == 1 or item.verdict is not Verdict.MISSING


def _attempt_words(attempt: ReportAttempt, part: ReportPart) -> str:
    turn = "" if attempt.turn is None else f", message {attempt.turn}"
    counts = ", the one that counts" if attempt.attempt == part.counted_attempt else ""
    return f"attempt {attempt.attempt}{turn}{counts}"


def _item(item: ReportItem) -> Group:
    style = STYLES[item.verdict]
    verdict = f"  {item.verdict.value.replace('_', ' ')}  {_points(item.points, item.max_points)}"
    name = item.id.rpartition(".")[2]
    heading = Text(f"{MARKS[item.verdict]} ", style=style).append(name, style="bold").append(verdict, style=style)
    facts = Table.grid(expand=True, padding=(0, 1))
    facts.add_column(width=9, style="dim")
    facts.add_column(ratio=1, overflow="fold")
    for label, text in _facts(item):
        facts.add_row(label, Text(shown(text)))
    return Group(heading, Padding(facts, (0, 0, 0, 2)))


def _stands_as_words(reading: str, answer: str) -> bool:
    """Whether an answer in words is read just as it stands."""
    words = answer.split()
    letters = "".join(words).strip(".,;:!?*'")
    return reading.strip('"').split() == words and len(letters) > 1 and letters.isalpha()


def _facts(item: ReportItem) -> Iterator[tuple[str, str]]:
    """What there is to say about an item, each with its label."""
    if item.answer is not None:
        yield "answer", _shortened(item.answer)
    if item.read_as is not None and not _stands_as_words(item.read_as.text, item.answer or ""):
        yield "read as", item.read_as.text
    if words := evidence_words(item.evidence, item.verdict):
        yield "evidence", words
    if item.entries:
        right = sum(entry.verdict is Verdict.CORRECT for entry in item.entries)
        yield "entries", f"{right} of {len(item.entries)} right"
    if item.feedback and item.feedback != SENTENCES.get(item.verdict):
        yield "feedback", item.feedback
    if item.pending_points:
        one = item.pending_points == 1
        yield "open", f"{item.pending_points:g} {'point waits' if one else 'points wait'} for a person"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ANSWER else f"{line[: LONGEST_ANSWER - 1]}…"


def _points(points: Points, maximum: Points) -> str:
    return f"{points:g} / {maximum:g}"


def _not_graded(piece: ReportNotGraded) -> Padding:
    turn = "" if piece.turn is None else f"message {piece.turn}: "
    return Padding(Text(f"{turn}{shown(piece.heading)} ({shown(piece.reason)})"), (0, 0, 0, 2))
