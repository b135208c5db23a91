"""``fullmarks db backup`` and ``fullmarks db restore``: the database as one file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from fullmarks.cli.service_settings import settings_of
from fullmarks.cli.status import Status
from fullmarks.cli.store_options import reachable, store_options


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@store_options
def backup(file: Path, **where: str | Path | None) -> Status:
    """Write the database into FILE, as it is at one moment. The service may go on meanwhile."""
    from store.backup.run import back_up

    with reachable(where) as database:
        back_up(database, file)
    click.echo(f"{file} holds the database, in {file.stat().st_size:,} bytes.")
    return Status.DONE


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Remove what the database holds.")
@store_options
def restore(file: Path, replace: bool, **where: str | Path | None) -> Status:
    """Put what `db backup` wrote into FILE into an empty database. Stop the service first."""
    from service.serve.alone import alone_in
    from store.backup.run import restore as put_back
    from store.migrate import SCHEMA
    from store.settings import StoreSettings

    settings = settings_of(StoreSettings, where)
    with ExitStack() as held:
        if not settings.database:
            held.enter_context(alone_in(settings.data))
        database = held.enter_context(reachable(where))
        at = put_back(database, file, replace=replace)
    click.echo(f"The database holds what {file} does.")
    if at != SCHEMA:
        click.echo(f"Its tables are at revision {at}; the service brings them to {SCHEMA} when it starts.")
    return Status.DONE
