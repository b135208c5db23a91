"""``fullmarks check``: one answer against one key, for a quick look and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from fullmarks.cli.checker_options import checker_options, declared
from fullmarks.cli.status import Status
from fullmarks.grade.check_answer import CheckResult, OptionValue, check_answer
from fullmarks.outcome import Verdict
from fullmarks.report.evidence_words import outcome_words
from fullmarks.report.shown import shown


# An answer such as -x^2 or -3 is no option: what is not known as one is taken as an answer.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("key")
@click.argument("answer")
@click.option("--explain", is_flag=True, help="Show how the answer was read, and how the verdict is known.")
@click.option("--prose", is_flag=True, help="The answer is a text that holds the final answer somewhere.")
@checker_options
def check(
    key: str,
    answer: str,
    explain: bool,
    checker: str,
    symbols: tuple[str, ...],
    prose: bool,
    form: tuple[str, ...],
    **options: str | int | bool | None,
) -> Status:
    """Check one ANSWER against one KEY, both in any spelling.

    Prints the verdict. The exit status is 0 where it is “correct”, else 1. An answer that looks like an option of this
    command stands behind “--”.
    """
    given: Mapping[str, OptionValue] = {**options, "form": form or None}
    result = check_answer(key, answer, checker=checker, symbols=declared(symbols), prose=prose, options=given)
    click.echo(result.verdict.value)
    if explain:
        for line in _explanation(result):
            click.echo(line)
    return Status.DONE if result.verdict is Verdict.CORRECT else Status.FAILED


def _explanation(result: CheckResult) -> Iterable[str]:
    """What there is to say, each with its label."""
    yield f"points    {result.points:g} of 1"
    if result.answer:
        yield f"answer    {shown(' '.join(result.answer.split()))}"
    if result.read_as is not None:
        yield f"read as   {shown(result.read_as)}"
    for note in result.reading.notes if result.reading else ():
        yield f"          {shown(note)}"
    if words := outcome_words(result.evidence, result.verdict):
        yield f"evidence  {result.evidence.kind.value}: {words}"
    if result.evidence.note:
        yield f"          {shown(result.evidence.note)}"
    for entry in result.entries or ():
        yield f"entry     {','.join(map(str, entry.place))}: {entry.verdict.value}, {shown(entry.answer)}"
    if result.diagnosis:
        yield f"diagnosis {result.diagnosis.code}: {shown(result.diagnosis.staff)}"
