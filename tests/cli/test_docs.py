"""Every command, and every option of those that grade, is in the reference."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from fullmarks.cli.main import COMMANDS
from fullmarks.cli.status import Status

REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "commands.md").read_text("utf-8")


def section(name):
    return REFERENCE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_heading(name):
    assert section(name)


@pytest.mark.parametrize("name", ["grade", "check", "explain", "regrade", "gradescope"])
def test_an_option_is_named_in_its_commands_section(name):
    module, attribute = COMMANDS[name][0].split(":")
    command = getattr(import_module(module), attribute)
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    options = [option.opts[-1] for one in commands for option in one.params if isinstance(option, click.Option)]
    shown = {option: option in section(name) or option.replace("--output", "-o") in section(name) for option in options}
    assert shown == dict.fromkeys(options, True)


def test_the_exit_statuses():
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", REFERENCE, re.MULTILINE)] == [*Status]
