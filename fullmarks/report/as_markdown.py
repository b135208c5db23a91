"""The report as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterator

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
from fullmarks.report.markdown_text import block, code, prose
from fullmarks.report.model import ReportItem, ReportNotGraded, ReportPart
from fullmarks.report.named import NamedReport

LONGEST_ANSWER = 2_000
"""So much of an answer is shown; JSON holds all of it."""


def as_markdown(named: NamedReport) -> str:
    """The whole report, from its own heading on; reports may follow each other with an empty line between them."""
    return "\n".join(_lines(named)) + "\n"


def _lines(named: NamedReport) -> Iterator[str]:
    report = named.report
    yield f"# {prose(named.name)}"
    yield ""
    yield f"**{total_sentence(report)}**"
    yield ""
    yield f"Rubric {prose(report.rubric.id)}, version {report.rubric.version[:12]}; submission {prose(report.submission)[:64]}"
    yield ""
    yield from ("| part | | points |", "|---|---|---:|")
    for part in report.parts:
        yield f"| {part.id} | {prose(part.title)} | {points_words(part.score, part.max_score)} |"
    for part in report.parts:
        yield ""
        yield from _part(part)
    if report.not_graded:
        yield from ("", "## Not graded", "")
        yield from (_not_graded(piece) for piece in report.not_graded)


def _part(part: ReportPart) -> Iterator[str]:
    title = f"{part.id} {prose(part.title)}".rstrip()
    yield f"## {title}: {points_words(part.score, part.max_score)}"
    for attempt in part.attempts:
        if len(part.attempts) > 1:
            yield from ("", f"### {attempt_words(attempt, part).capitalize()}")
        for item in told_items(attempt, part):
            yield ""
            yield from _item(item)


def _item(item: ReportItem) -> Iterator[str]:
    earned = points_words(item.points, item.max_points)
    yield f"- {MARKS[item.verdict]} **{prose(item_name(item))}**: {verdict_words(item)}, {earned}"
    for fact in facts(item):
        yield from _fact(fact)


def _fact(fact: Fact) -> Iterator[str]:
    match fact.label:
        case Label.ANSWER | Label.READ_AS:
            yield f"  - {fact.label}: {code(shortened(fact.text, LONGEST_ANSWER))}"
        case _:
            sentence, _, picture = fact.text.partition("\n")
            yield f"  - {fact.label}: {prose(sentence)}"
            if picture:
                yield ""
                yield block(picture, indent="    ")


def _not_graded(piece: ReportNotGraded) -> str:
    turn = "" if piece.turn is None else f"message {piece.turn}: "
    return f"- {turn}{code(piece.heading)} ({prose(piece.reason)})"
