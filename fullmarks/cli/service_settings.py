"""Settings of the service, from options first and the environment second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import click
from pydantic import ValidationError
from pydantic_settings import BaseSettings

Settings = TypeVar("Settings", bound=BaseSettings)

Given = Mapping[str, str | int | Path | None]
"""Options by the name of the setting; None where the option was not given."""


def settings_of(model: type[Settings], given: Given) -> Settings:
    """The settings; one that can't be used is a usage error that names its option or variable."""
    try:
        return model.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        source = f"--{name}" if given.get(name) is not None else f"FULLMARKS_{name.upper()}"
        raise click.UsageError(f"{source}: {first['msg']}." if name else f"{first['msg']}.") from error
