"""``fullmarks rubric schema``: the JSON Schema of the rubric language, for editors."""

from __future__ import annotations

from typing import Literal

import click

from fullmarks.cli.status import Status


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "markdown"]),
    default="json",
    help="Markdown is the reference's page.",
)
def schema(form: Literal["json", "markdown"]) -> Status:
    """Print the JSON Schema of the rubric language.

    A rubric names it in its first line, so that editors complete and check what is typed:
    # yaml-language-server: $schema=schema/rubric.schema.json
    """
    if form == "markdown":
        from fullmarks.rubric.language_page import language_page

        click.echo(language_page(), nl=False)
        return Status.DONE
    from fullmarks.rubric.json_schema import as_text, rubric_schema

    click.echo(as_text(rubric_schema()), nl=False)
    return Status.DONE
