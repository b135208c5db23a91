"""``fullmarks db migrate`` and ``fullmarks db check``: the tables of a database, and what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fullmarks.cli.status import Status
from fullmarks.cli.store_options import reachable, store_options

if TYPE_CHECKING:
    from store.soundness import Soundness


@click.command()
@click.option("--to", metavar="REVISION", help="Not to the newest one; `base` is none at all.")
@click.option("--down", is_flag=True, help="An older one is meant, and what only newer tables hold is lost.")
@store_options
def migrate(to: str | None, down: bool, **where: str | Path | None) -> Status:
    """Bring the tables to the revision of this program, as the service does when it starts."""
    from store.migrate import SCHEMA, revision, revisions
    from store.migrate import migrate as bring

    target = to or SCHEMA
    known = revisions()
    if target not in known:
        raise click.UsageError(f"--to: There is no revision {target}. Known are {', '.join(known)}.")
    with reachable(where) as database, database.locked() as connection:
        at = revision(connection)
        if at not in known:
            raise click.UsageError(f"The tables are at revision {at}, which only a newer program knows.")
        if known.index(target) < known.index(at) and not down:
            raise click.UsageError(
                f"The tables are at revision {at}. To go down to {target} loses what only newer ones hold: back up, and say "
                "--down if that is meant."
            )
        bring(connection, target)
    click.echo(f"The tables are at revision {target}" + (" already." if at == target else f"; they were at {at}."))
    return Status.DONE


@click.command()
@store_options
def check(**where: str | Path | None) -> Status:
    """Look whether the database is sound, and what in it still waits. It reads all of it."""
    from store.soundness import soundness

    with reachable(where) as database, database.transaction() as connection:
        found = soundness(connection)
    for line in _told(found):
        click.echo(line)
    return Status.FAILED if found.faults else Status.DONE


def _told(found: Soundness) -> list[str]:
    from store.clock import now

    lines = [f"revision    {found.revision}"]
    by_state = found.unfinished.by_state
    waiting = ", ".join(f"{count:,} {state}" for state, count in sorted(by_state.items())) or "none"
    lines.append(f"unfinished  {waiting}")
    if found.unfinished.oldest is not None:
        lines.append(f"oldest      {(now() - found.unfinished.oldest).total_seconds():,.0f} s ago")
    lines.append(f"failed      {found.failed:,}")
    return (
        lines
        + [f"FAULT: {fault}" for fault in found.faults or ()]
        + ([] if found.faults else ["The database is sound."])
    )
