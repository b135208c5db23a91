"""``fullmarks settings``: what a service would run with here."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fullmarks.cli.serve import serve
from fullmarks.cli.service_settings import settings_of
from fullmarks.cli.status import Status


def _show(format: str, **given: str | int | Path | None) -> Status:
    """Show every setting with its value and where that comes from, without passwords.

    The options are those of `fullmarks serve`; they go before the variables.
    """
    from service.settings import ServiceSettings
    from service.shown_settings import shown_settings

    options = {name for name, value in given.items() if value is not None}
    found = shown_settings(settings_of(ServiceSettings, given), options)
    if format == "json":
        click.echo(
            json.dumps([{"name": one.variable, "value": one.value, "from": one.source} for one in found], indent=2)
        )
        return Status.DONE
    widths = (max(len(one.variable) for one in found), max(len(one.value) for one in found))
    for one in found:
        click.echo(f"{one.variable:{widths[0]}}  {one.value or '(empty)':{widths[1]}}  {one.source}")
    return Status.DONE


settings = click.Command(
    "settings",
    callback=_show,
    help=_show.__doc__,
    params=[
        *serve.params,
        click.Option(
            ["--format"], type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
        ),
    ],
)
