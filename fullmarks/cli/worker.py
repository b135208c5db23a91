"""``fullmarks worker``: grades for a service, on this machine or another."""

from __future__ import annotations

from pathlib import Path

import click

from fullmarks.cli.service_settings import settings_of
from fullmarks.cli.status import Status


@click.command()
@click.option("--broker", help="The Redis or Valkey server of the service, redis://HOST:PORT/0.")
@click.option("--database", help="The database of the service, postgresql://…")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Its data folder, if that holds them.")
@click.option("--workers", type=int, help="Processes that grade; by default one a processor.")
def worker(**given: str | int | Path | None) -> Status:
    """Run a grading worker until SIGTERM, which lets it finish what it has begun.

    Every option is also a variable, FULLMARKS_BROKER and so on. Start as many as there is work for.
    """
    from workers.run import run_worker
    from workers.settings import WorkerSettings

    return Status.DONE if run_worker(settings_of(WorkerSettings, given)) == 0 else Status.FAILED
