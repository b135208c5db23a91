"""``fullmarks rubric try``: one answer to one item, with all that a student and staff would be told."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from fullmarks.cli.rubric.files import find_item
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status
from fullmarks.rubric.model import Item, Rubric


@click.command("try")
@click.option(
    "--given", metavar="ITEM=ANSWER", multiple=True, help="An answer to an earlier item, for one that follows it."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("item", metavar="ITEM")
@click.argument("answer")
def try_answer(file: Path, item: str, answer: str, given: tuple[str, ...]) -> Status:
    """Mark one ANSWER to one ITEM (1a.runtime) of a rubric FILE.

    An answer “-” is read from standard input; put “--” before an answer that begins with “-”.
    """
    rubric = read_rubric(file).rubric
    found = find_item(rubric, item)
    earlier = dict(_given(rubric, one) for one in given)
    text = sys.stdin.read() if answer == "-" else answer
    for name, value in _told(found, text, earlier):
        click.echo(f"{name + ':':<14} {value}")
    return Status.DONE


def _given(rubric: Rubric, said: str) -> tuple[str, str]:
    """An earlier item's id and the answer to it; raises click's usage error."""
    name, sign, answer = said.partition("=")
    if not sign:
        raise click.UsageError(f"“{said}” gives no answer. Write --given ITEM=ANSWER.")
    return find_item(rubric, name.strip()).id, answer


def _told(item: Item, text: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What there is to tell, each with its name."""
    from fullmarks.expr.plain import plain
    from fullmarks.find.found import Answer
    from fullmarks.grade.one_answer import graded_item, judge_given
    from fullmarks.report.evidence_words import outcome_words
    from fullmarks.report.messages import feedback, staff_note
    from fullmarks.report.shown import shown
    from fullmarks.rubric.amounts import written

    judged = judge_given(text, item, given)
    outcome = judged.outcome
    graded = graded_item(item, Answer(item.id, text, None, ""), judged)
    yield "verdict", outcome.verdict.value
    yield "points", f"{written(graded.points)} of {written(item.points)}"
    if judged.reading is not None:
        yield "read as", shown(plain(judged.reading.tree))
    known_by = outcome_words(outcome.evidence, outcome.verdict)
    yield "evidence", f"{outcome.evidence.kind}{f' ({known_by})' if known_by else ''}"
    if outcome.diagnosis is not None:
        yield "diagnosis", outcome.diagnosis.code
    yield "feedback", shown(feedback(graded))
    note = staff_note(graded)
    if note:
        yield "for staff", shown(note)
