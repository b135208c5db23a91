"""The reference of the commands names every subcommand with its options, and its examples come out as they are shown."""

from importlib import import_module

import click
import pytest

from fullmarks.cli.main import COMMANDS
from tests.docs.pages import DOCS, play, section

PAGE = DOCS / "reference" / "commands.md"


def commands():
    """Every command that can be called, by its words."""
    for name, (place, _) in COMMANDS.items():
        module, attribute = place.split(":")
        command = getattr(import_module(module), attribute)
        if isinstance(command, click.Group):
            yield from ((name, f"{name} {inner}", one) for inner, one in command.commands.items())
        else:
            yield name, name, command


@pytest.mark.parametrize("heading, words, command", [pytest.param(*one, id=one[1]) for one in commands()])
def test_a_command_is_there_with_all_its_options(heading, words, command):
    text = section(PAGE, f"## {heading}")
    assert f"    fullmarks {words} " in text.replace("\n", " \n")
    options = [option.opts for option in command.params if isinstance(option, click.Option)]
    assert [names for names in options if not any(name in text for name in names)] == []


def test_the_examples(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert play(PAGE, tmp_path) == ""
