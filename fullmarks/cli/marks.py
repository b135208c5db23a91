"""``fullmarks marks``: the marks of kept results as a table that another system takes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import get_args

import click

from fullmarks.cli.handed_in import Person
from fullmarks.cli.progress import watched
from fullmarks.cli.results import Result, count_results, opened_results
from fullmarks.cli.roster import Roster, read_roster
from fullmarks.cli.status import Status
from fullmarks.report.build import shown_points
from fullmarks.report.marks import Marked, MarksForm, Sheet, beginning, row
from fullmarks.report.pending import pending_points
from fullmarks.report.shown import shown
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Item, Rubric


@click.command()
@click.argument("results_path", metavar="RESULTS", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(MarksForm)),
    default="csv",
    help="CSV has a column an item; the others are as Gradescope and Canvas have them.",
)
@click.option("--assignment", help="What the other system calls the assignment, by default the rubric's title.")
@click.option("--roster", type=click.Path(path_type=Path), help="Canvas's exported gradebook, for its students' ids.")
def marks(results_path: Path, form: MarksForm, assignment: str | None, roster: Path | None) -> Status:
    """Write the marks of kept results for other systems: a row a person, with points and no answers.

    RESULTS is a file from “fullmarks grade -o”. People are those that the submissions name; of a group each gets a row. Who
    comes twice, and whose points wait for a person, is told on standard error.
    """
    if roster and form != "canvas-csv":
        raise click.UsageError("--roster is Canvas's: say --format canvas-csv as well.")
    people = read_roster(roster) if roster else None
    seen: Counter[str] = Counter()
    unknown: list[str] = []
    waiting = 0
    with opened_results(results_path) as results:
        rubric = load_rubric_text(results.head.rubric_source, results.head.rubric_file)
        sheet = _sheet(rubric, assignment)
        click.echo(beginning(sheet, form), nl=False)
        with watched(results.lines, lambda: count_results(results_path), "Writing") as lines:
            for line in lines:
                result = line.result()
                waiting += bool(pending_points(result.report))
                for one in _marked(result, people):
                    if people and one.in_canvas is None:
                        unknown.append(one.id or one.email or one.name or one.submission)
                    seen[one.id or one.email or one.name or one.submission] += 1
                    click.echo(row(one, sheet, form), nl=False)
    for name, times in seen.items():
        if times > 1:
            click.echo(f"{shown(name)} comes {times} times.", err=True)
    for name in unknown:
        click.echo(f"{shown(name)} is not in {roster}.", err=True)
    if waiting:
        click.echo(f"Of {waiting:,} submission{'' if waiting == 1 else 's'} points wait for a person.", err=True)
    return Status.DONE


def _marked(result: Result, people: Roster | None) -> Iterator[Marked]:
    handed_in = result.handed_in
    for person in handed_in.people or (Person(),):
        who = handed_in.name, person.name, person.id, person.email
        known = people.person(person) if people else None
        yield Marked(*who, handed_in.submitted_at, result.report, known)


def _sheet(rubric: Rubric, assignment: str | None) -> Sheet:
    return Sheet(
        assignment=assignment or rubric.title or rubric.id,
        max_score=_worth(rubric.items()),
        parts=[(part.id, part.title, _worth(part.items)) for part in rubric.parts],
        items=[item.id for item in rubric.items()],
        policy=rubric.attempts,
    )


def _worth(items: tuple[Item, ...]) -> int | float:
    return shown_points(sum((item.points for item in items if not item.optional), Fraction(0)))
