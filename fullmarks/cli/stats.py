"""``fullmarks stats``: what the results of a class say together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

import click

from fullmarks.analysis.from_report import sitting
from fullmarks.analysis.meaning import by_meaning
from fullmarks.analysis.records import Sitting
from fullmarks.analysis.statistics import ClassStatistics, class_statistics
from fullmarks.analysis.suspicion import Suspicion, suspicions
from fullmarks.cli.printing import colored, width
from fullmarks.cli.progress import watched
from fullmarks.cli.results import OpenResults, count_results, opened_results
from fullmarks.cli.status import Status
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.model import Rubric

Form = Literal["text", "html", "json", "csv", "answers-csv"]
ANSWERS_ON_A_PAGE = 20


@click.command()
@click.argument("results_path", metavar="RESULTS", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="text",
    help="HTML is one page with plots, CSV one item a line, answers-csv one answer a line.",
)
@click.option("--answers", type=click.IntRange(0), help="Show so many of the commonest answers to each item.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where a key looks wrong, for scripts.")
def stats(results_path: Path, form: Form, answers: int | None, exit_code: bool) -> Status:
    """Show statistics of kept results: items, equal answers, keys that look wrong, attempts, scores.

    RESULTS is a file from “fullmarks grade -o”. For staff: it shows answers and keys.
    """
    with opened_results(results_path) as results:
        rubric = load_rubric_text(results.head.rubric_source, results.head.rubric_file)
        with watched(_sittings(results, rubric), lambda: count_results(results_path), "Counting") as counted:
            statistics = by_meaning(class_statistics(counted), rubric)
    suspicious = suspicions(statistics)
    click.echo(_told(statistics, suspicious, rubric, form, answers), nl=False, color=colored())
    return Status.FAILED if exit_code and suspicious else Status.DONE


def _sittings(results: OpenResults, rubric: Rubric) -> Iterator[Sitting]:
    for line in results.lines:
        result = line.result()
        yield sitting(result.handed_in.name, result.report, rubric.attempts)


def _told(
    statistics: ClassStatistics, suspicious: tuple[Suspicion, ...], rubric: Rubric, form: Form, answers: int | None
) -> str:
    match form:
        case "json":
            from fullmarks.analysis.as_json import as_json

            return f"{as_json(statistics, suspicious)}\n"
        case "csv":
            from fullmarks.analysis.as_csv import items_as_csv

            return items_as_csv(statistics)
        case "answers-csv":
            from fullmarks.analysis.as_csv import answers_as_csv

            return answers_as_csv(statistics)
        case "html":
            from fullmarks.analysis.as_html import as_html

            many = ANSWERS_ON_A_PAGE if answers is None else answers
            return as_html(statistics, suspicious, rubric.title or rubric.id, answers=many)
    from fullmarks.analysis.as_text import as_text

    return as_text(statistics, suspicious, answers=answers or 0, width=width(), color=colored())
