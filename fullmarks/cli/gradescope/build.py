"""``fullmarks gradescope build``: the zip that one uploads to Gradescope."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fullmarks.cli.status import Status
from fullmarks.errors import OperatorError

if TYPE_CHECKING:
    from fullmarks.cli.gradescope.remote import Settings
    from fullmarks.rubric.model import Rubric


@click.command()
@click.argument("rubric_path", metavar="RUBRIC", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    default="autograder.zip",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the zip goes.",
)
@click.option("--remote", metavar="URL", help="A server that is asked to grade; where it does not, the zip does.")
@click.option("--key-env", metavar="NAME", help="The environment variable that holds the server's key.")
def build(rubric_path: Path, output: Path, remote: str | None, key_env: str | None) -> Status:
    """Pack RUBRIC and this program into an autograder for Gradescope.

    The wheels that the program needs are fetched with pip and packed too, so that grading needs no network. The
    rubric's own examples must come out as it says.
    """
    from fullmarks.cli.gradescope.autograder import autograder
    from fullmarks.cli.rubric_file import read_rubric

    file = read_rubric(rubric_path)
    settings = _settings(remote, key_env, file.rubric)
    if failing := _failing_examples(file.rubric):
        click.echo(f"{rubric_path}: an example does not come out as it says, in {', '.join(failing)}.", err=True)
        click.echo(f"Look at it before anybody is graded: fullmarks rubric test {rubric_path}", err=True)
        return Status.FAILED
    content = autograder(file, settings)
    write(output, content, secret=settings is not None and settings.key is not None)
    click.echo(f"{output}: {len(content) / 1_000_000:.1f} MB, for Gradescope’s base image Ubuntu 22.04.")
    click.echo(f"Try it here first: fullmarks gradescope try {output} SUBMISSION")
    return Status.DONE


def _settings(server: str | None, key_env: str | None, rubric: Rubric) -> Settings | None:
    """What the zip is told of a server; None where there is none."""
    from fullmarks.cli.gradescope.remote import Settings
    from fullmarks.cli.service_client import ServiceClient

    if server is None:
        if key_env is not None:
            raise click.UsageError("--key-env names the key to a server: it needs --remote.")
        return None
    if rubric.attempts.submission_cost:
        raise click.UsageError(
            "By this rubric earlier submissions cost points (attempts: submissions), of which a server knows nothing. "
            "Build without --remote."
        )
    ServiceClient(server).check_address()
    return Settings(server=server, key=_key(key_env))


def _key(variable: str | None) -> str | None:
    if variable is None:
        return None
    if not (key := os.environ.get(variable)):
        raise click.UsageError(f"The environment variable {variable} is not set.")
    return key


def _failing_examples(rubric: Rubric) -> list[str]:
    """The items of which an example surprises."""
    from fullmarks.authoring.examples import try_examples

    return list(dict.fromkeys(one.item.id for one in try_examples(rubric) if one.surprises))


def write(path: Path, content: bytes, *, secret: bool) -> None:
    """The file, for its owner alone where it holds a key."""
    try:
        path.touch(mode=0o600 if secret else 0o666)
        if secret:
            path.chmod(0o600)
        path.write_bytes(content)
    except OSError as error:
        raise OperatorError("cannot_write", f"{path}: cannot be written: {error.strerror}.") from error
