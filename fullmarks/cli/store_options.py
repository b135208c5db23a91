"""The database of a service, as commands name it that work on it while no service need run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from fullmarks.cli.service_settings import settings_of

if TYPE_CHECKING:
    from store.database import Database

Command = TypeVar("Command", bound=Callable[..., object])


def store_options(command: Command) -> Command:
    """Where the data are: the same options, and variables, as `fullmarks serve` has."""
    data = click.option(
        "--data", type=click.Path(file_okay=False, path_type=Path), help="The service's data folder: data."
    )
    database = click.option("--database", help="Its database, postgresql://…; by default a file in the data folder.")
    return data(database(command))


@contextmanager
def reachable(where: Mapping[str, str | Path | None]) -> Iterator[Database]:
    """The database, whatever tables it has; raises ``OperatorError`` if it can't be reached."""
    from store.database import open_database, reached
    from store.settings import StoreSettings

    database = open_database(settings_of(StoreSettings, where).database_url, keep_connections=False)
    with reached():
        yield database


@contextmanager
def opened(where: Mapping[str, str | Path | None]) -> Iterator[Database]:
    """The database, with its tables; raises ``OperatorError`` if it can't be reached or has another version's tables."""
    from store.migrate import make_or_refuse

    with reachable(where) as database:
        make_or_refuse(database)
        yield database
