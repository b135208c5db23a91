"""``fullmarks check``: one answer against one key, for a quick look and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

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
@click.option("--checker", default="auto", help="A kind of checker, by default the one that the key asks for.")
@click.option("--symbol", "symbols", multiple=True, metavar="NAME=DOMAIN", help="For example n='positive integer'.")
@click.option("--prose", is_flag=True, help="The answer is a text that holds the final answer somewhere.")
@click.option("--relative", metavar="NUMBER", help="Allowed distance from the key, as a share of it.")
@click.option("--absolute", metavar="NUMBER", help="Allowed distance from the key.")
@click.option("--significant-figures", type=int, help="Figures that the answer must have, and agree in.")
@click.option("--decimal-places", type=int, help="Places after the point that the answer must have, and agree in.")
@click.option("--form", multiple=True, help="A form that the answer must have: expanded, factored, lowest terms, …")
@click.option("--target", metavar="LEFT SIDE", help="The left side that an answer may have.")
@click.option("--ordered", is_flag=True, default=None, help="The order of a list counts.")
@click.option("--up-to", type=click.Choice(["constant", "factor"]), help="What may differ from the key.")
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
    result = check_answer(key, answer, checker=checker, symbols=_declared(symbols), prose=prose, options=given)
    click.echo(result.verdict.value)
    if explain:
        for line in _explanation(result):
            click.echo(line)
    return Status.DONE if result.verdict is Verdict.CORRECT else Status.FAILED


def _declared(symbols: tuple[str, ...]) -> Mapping[str, str] | None:
    pairs = [symbol.partition("=") for symbol in symbols]
    if wrong := next((name for name, sign, domain in pairs if not (name.strip() and sign and domain.strip())), None):
        raise click.BadParameter(f"“{wrong}” declares nothing; write --symbol NAME=DOMAIN.", param_hint="--symbol")
    return {name.strip(): domain.strip() for name, _, domain in pairs} or None


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
