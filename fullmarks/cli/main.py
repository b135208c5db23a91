"""The command ``fullmarks``: which commands there are, and what an error looks like and exits with.

A command's file is imported when it is called, so that grading does not wait for a web server to load.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click
from click.shell_completion import CompletionItem

from fullmarks.cli.status import Status, status_of
from fullmarks.errors import FullmarksError, OperatorError

COMMANDS: Mapping[str, tuple[str, str]] = {
    "grade": ("fullmarks.cli.grade:grade", "Grade submissions against a rubric."),
    "check": ("fullmarks.cli.check:check", "Check one answer against one key."),
    "score": ("fullmarks.cli.score:score", "Score a file of a model's outputs."),
    "explain": ("fullmarks.cli.explain:explain", "Show where each answer was found, and why."),
    "regrade": ("fullmarks.cli.regrade:regrade", "Grade kept results again under a changed rubric."),
    "stats": ("fullmarks.cli.stats:stats", "Show what the results of a class say together."),
    "marks": ("fullmarks.cli.marks:marks", "Write the marks of kept results for other systems."),
    "gradescope": ("fullmarks.cli.gradescope:gradescope", "Build, try and run a Gradescope autograder."),
    "rubric": ("fullmarks.cli.rubric:rubric", "Check, test and show rubrics."),
    "serve": ("fullmarks.cli.serve:serve", "Run the service on this machine."),
    "worker": ("fullmarks.cli.worker:worker", "Run a grading worker of a service."),
    "settings": ("fullmarks.cli.settings:settings", "Show the settings that a service would have here."),
    "keys": ("fullmarks.cli.keys:keys", "Make and revoke the API keys of a service."),
    "db": ("fullmarks.cli.db:db", "Look after the database of a service."),
    "submit": ("fullmarks.cli.submit:submit", "Hand submissions to a service."),
}
"""Name -> where the command is, and what ``fullmarks --help`` says about it."""


class Program(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        try:
            command = getattr(import_module(module), attribute)
        except ModuleNotFoundError as missing:
            if missing.name is None or missing.name.partition(".")[0] == "fullmarks":
                raise
            raise OperatorError("not_installed", _not_installed(cmd_name, missing.name)) from missing
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}:{attribute} is not a command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """With the command that was likely meant, where there is none of that name."""
        near = get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and near:
            ctx.fail(f"There is no command “{args[0]}”. Did you mean “{near[0]}”?")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names that begin so, without importing any command."""
        found = [
            CompletionItem(name, help=sentence)
            for name, (_, sentence) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list that ``--help`` shows, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *_: object, **__: object) -> NoReturn:
        """Run a command and exit with its status; an error is shown as its sentence, on standard error."""
        # What a program loads stays; by default Python would look through it two hundred times for rings that nobody needs.
        gc.set_threshold(20_000)
        # Nor is Pydantic to look through all that is installed for plugins, which have no business in grading.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # the same bytes whatever the machine's language is set to
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            status = super().main(args, prog_name="fullmarks", standalone_mode=False)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrupted.", err=True)
            sys.exit(Status.INTERRUPTED)
        except FullmarksError as error:
            click.echo(error.sentence, err=True)
            sys.exit(status_of(error))
        sys.exit(status if isinstance(status, int) else Status.DONE)


def _not_installed(command: str, package: str) -> str:
    return (
        f"“fullmarks {command}” needs the package {package}, which is not installed here. "
        "Install the service with it: pip install 'fullmarks[service]'"
    )


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"fullmarks {version('fullmarks')}")
        ctx.exit()


@click.group(cls=Program)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
def main() -> None:
    """Mark mathematical homework: grade submissions, check answers, write rubrics, run the service."""
