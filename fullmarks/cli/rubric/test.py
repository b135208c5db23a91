"""``fullmarks rubric test``: whether a rubric marks its own examples as expected, and which of its rules they reach."""

from __future__ import annotations

from pathlib import Path

import click

from fullmarks.authoring.coverage import Coverage, coverage
from fullmarks.authoring.examples import TriedExample, try_examples
from fullmarks.cli.printing import colored
from fullmarks.cli.rubric.files import counted, over_files
from fullmarks.cli.status import Status
from fullmarks.rubric.model import Item, Rubric
from fullmarks.rubric.parse import ParsedRubric


@click.command()
@click.option("--strict", is_flag=True, help="Fail also where a rule is reached by no example.")
@click.option("--verbose", "-v", is_flag=True, help="Show every example, not only those that fail.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def test(files: tuple[Path, ...], strict: bool, verbose: bool) -> Status:
    """Mark the examples in rubrics (tests:) and compare with what is expected.

    Also tells which keys, known mistakes, conventions and credits no example reaches. Exits with 1 where an example fails.
    """

    def look(parsed: ParsedRubric, rubric: Rubric) -> bool:
        tried = tuple(try_examples(rubric))
        covered = tuple((item, coverage(item, tried)) for item in rubric.items())
        for item, reached in covered:
            _print_item(item, [one for one in tried if one.item is item], reached, parsed.file, verbose=verbose)
        failed = sum(bool(one.surprises) for one in tried)
        rules = [times for _, reached in covered for _, times in reached.reached]
        reached_rules = sum(bool(times) for times in rules)
        click.echo(
            f"{parsed.file}: {counted(len(tried), 'example')}, {failed or 'none'} failed; "
            f"{reached_rules} of {counted(len(rules), 'rule')} reached."
        )
        return not failed and not (strict and reached_rules < len(rules))

    return over_files(files, look)


def _print_item(item: Item, tried: list[TriedExample], reached: Coverage, file: str, *, verbose: bool) -> None:
    failed = [one for one in tried if one.surprises]
    mark = click.style("✗", fg="red") if failed else click.style("✓", fg="green")
    rules = f"{sum(bool(times) for _, times in reached.reached)}/{counted(len(reached.reached), 'rule')}"
    click.echo(f"{mark} {item.id:<16} {counted(len(tried), 'example'):<12} {rules}", color=colored())
    for one in tried if verbose else failed:
        _print_example(one, file)
    for rule in reached.unreached:
        click.echo(f"    reached by no example: {rule}")


def _print_example(tried: TriedExample, file: str) -> None:
    from fullmarks.report.shown import shown

    answer = shown(" ".join(tried.example.answer.split()))
    code = f" ({tried.code})" if tried.code else ""
    click.echo(f"    {file}:{tried.example.line}: “{answer}” → {tried.judged.outcome.verdict}{code}")
    for surprise in tried.surprises:
        click.echo(f"      but {surprise}")
    if tried.surprises and tried.judged.reading is not None:
        from fullmarks.expr.plain import plain

        click.echo(f"      read as {shown(plain(tried.judged.reading.tree))}")
