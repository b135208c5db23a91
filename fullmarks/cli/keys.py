"""``fullmarks keys``: API keys, made and revoked on the database itself, by whoever runs the service."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Literal

import click

from fullmarks.cli.status import Status
from fullmarks.cli.store_options import opened, store_options
from fullmarks.errors import OperatorError

COURSE = "main"


@click.group()
def keys() -> None:
    """Make, list and revoke API keys, on the database of a service. The service need not run."""


@keys.command()
@click.option(
    "--scope", type=click.Choice(["submit", "student", "staff", "admin"]), required=True, help="What it lets one do."
)
@click.option("--course", help=f"The course that it opens: {COURSE}. An administrator's key opens all.")
@click.option("--student", help="Of a student's key: whose.")
@click.option("--label", default="", help="What it is for, for whoever sees the list.")
@click.option("--days", type=click.IntRange(1), help="It ends after so many days; without this never.")
@store_options
def add(
    scope: Literal["submit", "student", "staff", "admin"],
    course: str | None,
    student: str | None,
    label: str,
    days: int | None,
    **where: str | Path | None,
) -> Status:
    """Make a key and print it. It is shown this once: the database holds only its hash."""
    from store.audit import Change, record
    from store.clock import now
    from store.courses import is_course
    from store.keys import NewKey, add_key
    from store.scope import Scope

    if (scope == "student") != bool(student):
        raise click.UsageError("A key of scope student needs --student, and no other key has one.")
    if scope == "admin" and course is not None:
        raise click.UsageError("An administrator's key opens every course: leave --course out.")
    of_course = None if scope == "admin" else course or COURSE
    moment = now()
    ends = moment + timedelta(days=days) if days else None
    with opened(where) as database, database.writing() as connection:
        if of_course is not None and not is_course(connection, of_course):
            raise OperatorError("no_such_course", f"There is no course “{of_course}”. POST /v1/courses makes one.")
        shown = add_key(connection, NewKey(Scope(scope), of_course, student, label, ends), moment)
        detail = {"scope": scope, "label": label}
        record(connection, Change("key.make", shown.id, of_course, None, detail), moment)
    click.echo(shown.text)
    return Status.DONE


@keys.command("list")
@click.option(
    "--course", default=COURSE, show_default=True, help="The course whose keys are listed, with administrators'."
)
@store_options
def list_(course: str, **where: str | Path | None) -> Status:
    """List the keys of a course, without their secrets."""
    from fullmarks.report.shown import shown
    from store.clock import now
    from store.keys import keys as all_keys

    with opened(where) as database, database.transaction() as connection:
        found = all_keys(connection, course, with_admins=True)
    for key in found:
        state = "good" if key.is_good(now()) else "revoked" if key.revoked_at else "expired"
        about = " ".join(filter(None, (key.student and f"student {key.student}", key.label)))
        click.echo(shown(f"{key.id}  {key.scope:<7}  {state:<7}  {key.created_at:%Y-%m-%d}  {about}".rstrip()))
    return Status.DONE


@keys.command()
@click.argument("key_id", metavar="ID")
@store_options
def revoke(key_id: str, **where: str | Path | None) -> Status:
    """Revoke a key by its ID, the first part of the key; it opens nothing from now on."""
    from store.audit import Change, record
    from store.clock import now
    from store.keys import key_of
    from store.keys import revoke as revoke_key
    from store.secret import PREFIX

    wanted = key_id.removeprefix(PREFIX).partition("_")[0]
    with opened(where) as database, database.writing() as connection:
        key = key_of(connection, wanted)
        if key is None:
            raise OperatorError("no_such_key", f"There is no key “{wanted}”. `fullmarks keys list` shows them.")
        if revoke_key(connection, key.id, now()):
            record(connection, Change("key.revoke", key.id, key.course, None, {}), now())
    return Status.DONE
