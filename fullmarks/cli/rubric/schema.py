"""``fullmarks rubric schema``: the JSON Schema of the rubric language, for editors."""

from __future__ import annotations

import click

from fullmarks.cli.status import Status


@click.command()
def schema() -> Status:
    """Print the JSON Schema of the rubric language.

    A rubric names it in its first line, so that editors complete and check what is typed:
    # yaml-language-server: $schema=schema/rubric.schema.json
    """
    from fullmarks.rubric.json_schema import as_text, rubric_schema

    click.echo(as_text(rubric_schema()), nl=False)
    return Status.DONE
