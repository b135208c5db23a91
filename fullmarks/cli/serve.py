"""``fullmarks serve``: the service on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from fullmarks.cli.service_settings import settings_of
from fullmarks.cli.status import Status


@click.command()
@click.option("--host", help="Address to listen on; by default only this machine reaches it (127.0.0.1).")
@click.option("--port", type=int, help="Port to listen on, 8000 by default; 0 takes a free one.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Folder for all that is kept: data.")
@click.option(
    "--rubrics", type=click.Path(file_okay=False, path_type=Path), help="Folder of the rubrics to serve: rubrics."
)
@click.option("--workers", type=int, help="Processes that grade; by default one a processor.")
@click.option("--broker", help="A running Redis or Valkey server, redis://HOST:PORT/0; by default one is brought.")
@click.option("--database", help="A PostgreSQL database, postgresql://…; by default a file in the data folder.")
def serve(**given: str | int | Path | None) -> Status:
    """Run the API, a worker, and a broker for them, until Ctrl-C.

    Every option is also a variable, FULLMARKS_PORT and so on. The address is printed once the service answers.
    """
    from service.serve.run import serve as run
    from service.settings import ServiceSettings

    was_interrupted = run(settings_of(ServiceSettings, given))
    return Status.INTERRUPTED if was_interrupted else Status.DONE
