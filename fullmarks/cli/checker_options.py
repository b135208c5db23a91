"""The options that say how an answer is checked, for every command that checks answers against keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

_OPTIONS = (
    click.option("--checker", default="auto", help="A kind of checker, by default the one that the key asks for."),
    click.option("--symbol", "symbols", multiple=True, metavar="NAME=DOMAIN", help="For example n='positive integer'."),
    click.option("--relative", metavar="NUMBER", help="Allowed distance from the key, as a share of it."),
    click.option("--absolute", metavar="NUMBER", help="Allowed distance from the key."),
    click.option("--significant-figures", type=int, help="Figures that the answer must have, and agree in."),
    click.option("--decimal-places", type=int, help="Places after the point that the answer must have, and agree in."),
    click.option("--form", multiple=True, help="A form that the answer must have: expanded, factored, lowest terms, …"),
    click.option("--target", metavar="LEFT SIDE", help="The left side that an answer may have."),
    click.option("--ordered", is_flag=True, default=None, help="The order of a list counts."),
    click.option("--up-to", type=click.Choice(["constant", "factor"]), help="What may differ from the key."),
)

OPTION_NAMES = (
    *("relative", "absolute", "significant_figures", "decimal_places", "form", "target", "ordered", "up_to"),
)
"""Those that ``check`` knows as options of the checker."""


def checker_options(command: Command) -> Command:
    """A decorator: the command with these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def declared(symbols: tuple[str, ...]) -> Mapping[str, str] | None:
    """What ``--symbol`` says, by name."""
    pairs = [symbol.partition("=") for symbol in symbols]
    if wrong := next((name for name, sign, domain in pairs if not (name.strip() and sign and domain.strip())), None):
        raise click.BadParameter(f"“{wrong}” declares nothing; write --symbol NAME=DOMAIN.", param_hint="--symbol")
    return {name.strip(): domain.strip() for name, _, domain in pairs} or None
