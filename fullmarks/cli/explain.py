"""``fullmarks explain``: where each answer of a submission was found, and why there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from fullmarks.cli.handed_in import read_handed_in
from fullmarks.cli.printing import colored, width
from fullmarks.cli.rubric_file import read_rubric, refuse_wrong_order
from fullmarks.cli.status import Status
from fullmarks.errors import Span
from fullmarks.find.find import find
from fullmarks.find.found import Answer, Attempt, Found
from fullmarks.report.shown import shown
from fullmarks.rubric.model import Part, Rubric
from fullmarks.submission import Chat, Document, Submission


@click.command()
@click.argument("rubric_path", metavar="RUBRIC", type=click.Path(path_type=Path))
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
def explain(rubric_path: Path, path: Path) -> Status:
    """Show where each answer of a submission was found, and why.

    Nothing is graded. A place is a message and a line in it, or a line of the document.
    """
    refuse_wrong_order("explain", rubric_path, (path,))
    rubric = read_rubric(rubric_path).rubric
    submission = read_handed_in(path).submission(rubric)
    for line in explanation(rubric, submission, find(submission, rubric.sought)):
        click.echo(_cut(line), color=colored())
    return Status.DONE


def explanation(rubric: Rubric, submission: Submission, found: Found) -> Iterator[str]:
    """The lines: part by part in the rubric's order, then what was left aside."""
    for part in rubric.parts:
        attempts = [attempt for attempt in found.attempts if attempt.part == part.id]
        yield click.style(f"{part.id}  {part.title}".rstrip(), bold=True)
        if not attempts:
            yield "  nothing answers this part"
        for number, attempt in enumerate(attempts, 1):
            yield from _attempt(part, attempt, number, submission)
    if found.not_graded:
        yield click.style("Not graded", bold=True)
    for piece in found.not_graded:
        yield f"  {_place(piece.turn, piece.span, submission)}: {shown(piece.heading)} ({piece.reason})"


def _attempt(part: Part, attempt: Attempt, number: int, submission: Submission) -> Iterator[str]:
    hints = (
        f", after {attempt.hints} further turn{'' if attempt.hints == 1 else 's'} of the user" if attempt.hints else ""
    )
    yield f"  attempt {number}{hints}"
    answers = {answer.item: answer for answer in attempt.answers}
    for item in part.items:
        answer = answers.get(item.id)
        yield from (
            _answer(item.name, answer, attempt.turn, submission) if answer else (f"    {item.name}: not answered",)
        )


def _answer(name: str, answer: Answer, turn: int | None, submission: Submission) -> Iterator[str]:
    yield f"    {name}: {_one_line(answer.text)}"
    place = _place(turn, answer.span, submission)
    yield click.style(f"      {f'{place}: ' if place else ''}{shown(answer.why)}", dim=True)
    if answer.formula:
        yield click.style(f"      written out: {_one_line(answer.formula)}", dim=True)
    for other in answer.others:
        yield click.style(f"      also an answer: {_one_line(other)}", dim=True)
    for definition in answer.definitions:
        yield click.style(f"      with {_one_line(definition)}", dim=True)


def _place(turn: int | None, span: Span | None, submission: Submission) -> str:
    """``message 3, line 12`` in a chat, ``line 12`` in a document."""
    text = _text(turn, submission)
    line = f"line {text.count(chr(10), 0, span.start) + 1}" if span and text else ""
    message = "" if turn is None else f"message {turn}"
    return ", ".join(filter(None, (message, line)))


def _text(turn: int | None, submission: Submission) -> str:
    content = submission.content
    if isinstance(content, Document):
        return content.text
    if isinstance(content, Chat) and turn is not None:
        return next((message.content for message in content.messages if message.index == turn), "")
    return ""


def _one_line(text: str) -> str:
    return shown(" ".join(text.split()))


def _cut(line: str) -> str:
    """No line is wider than a terminal; styles take no room and only stand at the ends of lines."""
    return line if len(click.unstyle(line)) <= width() else f"{click.unstyle(line)[: width() - 1]}…"
