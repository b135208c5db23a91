"""What ``fullmarks score`` may be told, gathered into the records that its parts take."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import click

from fullmarks.cli.checker_options import OPTION_NAMES, checker_options, declared
from fullmarks.cli.status import Status
from fullmarks.evaluation.bounded import DEFAULT, Bounds
from fullmarks.evaluation.checked import how
from fullmarks.evaluation.files.fields import Asked

Command = Callable[..., Status]


def field_options(command: Command) -> Command:
    """Options that name fields, as ``asked``."""

    @click.option("--answer-field", metavar="FIELD", help="The field with the model's output, or a list of outputs.")
    @click.option("--gold-field", metavar="FIELD", help="The field with the key.")
    @click.option("--dataset", metavar="FILE", help="The keys, in a file of their own.")
    @click.option("--problem-field", metavar="FIELD", help="The field that tells problems apart.")
    @click.option("--group-field", "group_fields", metavar="FIELD", multiple=True, help="A field to make a table by.")
    @wraps(command)
    def with_fields(
        *,
        answer_field: str | None,
        gold_field: str | None,
        problem_field: str | None,
        group_fields: tuple[str, ...],
        dataset: str | None,
        **others: object,
    ) -> Status:
        return command(asked=Asked(answer_field, gold_field, problem_field, group_fields, dataset), **others)

    return with_fields


def how_options(command: Command) -> Command:
    """Options that say how answers are checked, as ``as_told``."""

    @checker_options
    @click.option(
        "--prose/--no-prose", default=True, help="Whether an output holds the answer somewhere, or is the answer."
    )
    @wraps(command)
    def with_how(*, checker: str, symbols: tuple[str, ...], prose: bool, **others: object) -> Status:
        given = {name: others.pop(name) for name in OPTION_NAMES}
        options = {name: value for name, value in given.items() if value not in (None, ())}
        return command(as_told=how(checker, declared(symbols), prose=prose, options=options), **others)

    return with_how


def bounds_options(command: Command) -> Command:
    """Options that bound the checks, as ``bounds``."""

    @click.option(
        "--seconds", type=click.FloatRange(min=0.1), default=DEFAULT.seconds, help="Processor time for one answer."
    )
    @click.option("--memory-mb", type=click.IntRange(min=256), default=DEFAULT.memory_mb, help="Memory of a process.")
    @click.option("--workers", type=click.IntRange(min=1), help="Processes, by default one for each core.")
    @wraps(command)
    def with_bounds(*, seconds: float, memory_mb: int, workers: int | None, **others: object) -> Status:
        return command(bounds=Bounds(seconds, memory_mb, workers), **others)

    return with_bounds
