"""``fullmarks regrade --server``: what a service has stored under a changed rubric, shown before anything changes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import click
from pydantic import BaseModel, ConfigDict

from fullmarks.cli.service_client import ServiceClient
from fullmarks.cli.status import Status
from fullmarks.errors import OperatorError
from fullmarks.find.json_text import Json
from fullmarks.report.shown import shown

PAUSE_S = 0.2
ROWS_A_PAGE = 200
MOST_ROWS = 1_000
"""So many submissions are shown, before the totals."""


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Counts(_Answer):
    compared: int
    changed: int
    up: int
    down: int
    lowered: int
    ungraded: int
    applied: int
    before: float
    after: float


class _Regrade(_Answer):
    id: str
    state: str
    cause: str | None
    counts: _Counts


class _Side(_Answer):
    verdict: str | None
    points: float

    def __str__(self) -> str:
        return f"{self.points:g} {self.verdict or ''}".strip().replace("_", " ")


class _Change(_Answer):
    place: str
    before: _Side | None
    after: _Side | None
    reasons: tuple[str, ...]


class _Changed(_Answer):
    submission: str
    student: str | None
    external_id: str | None
    before: float
    after: float
    changes: tuple[_Change, ...]


class _Page(_Answer):
    submissions: tuple[_Changed, ...]
    next: str | None


class RegradeCommand(click.Command):
    """A command that speaks to a service where ``--server`` says so, and else does what it always does."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        if any(word == "--server" or word.startswith("--server=") for word in args):
            return on_server.make_context(info_name, args, parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """That there is another form."""
        formatter.write_paragraph()
        formatter.write_text(
            "What a service has stored: fullmarks regrade --server URL --rubric ID (--help says more)."
        )


@click.command()
@click.option("--server", "url", metavar="URL", required=True, help="Where the service is: http://localhost:8000")
@click.option("--rubric", "rubric_id", metavar="ID", required=True, help="Id of the rubric.")
@click.option("--version", "version", help="By which version; by default the one that new submissions get.")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--allow-lower", is_flag=True, help="Let parts lose points.")
def on_server(url: str, rubric_id: str, version: str | None, dry_run: bool, allow_lower: bool) -> Status:
    """Grade again what a service has stored.

    Shown is who changes, in which item, from what to what, and why. Without --dry-run it is then applied, if nobody loses
    points or --allow-lower is given.
    """
    service = ServiceClient(url.rstrip("/"), os.environ.get("FULLMARKS_KEY"))
    body: dict[str, Json] = {"rubric": rubric_id, "dry_run": True, "allow_lower": allow_lower}
    if version is not None:
        body["version"] = version
    begun = _Regrade.model_validate_json(service.ask("POST", "/v1/regrades", body))
    computed = _waited(service, begun.id, "computed")
    for row in _rows(service, begun.id):
        click.echo(shown(row))
    counts = computed.counts
    same = counts.changed - counts.up - counts.down
    click.echo(
        f"{counts.changed} of {counts.compared} submissions change: {counts.up} up, {counts.down} down, "
        f"{max(same, 0)} with the same sum."
    )
    click.echo(f"All points together were {counts.before:g} and are {counts.after:g}.")
    if counts.ungraded:
        click.echo(f"{counts.ungraded} cannot be graded by this version; they keep what they have.", err=True)
    if dry_run:
        click.echo(f"Nothing was changed. This was regrade {begun.id}.", err=True)
        return Status.DONE
    if counts.lowered and not allow_lower:
        click.echo(
            f"{counts.lowered} submissions would lose points: nothing was changed. Give --allow-lower if that is right.",
            err=True,
        )
        return Status.FAILED
    service.ask("POST", f"/v1/regrades/{begun.id}/apply", {"allow_lower": allow_lower})
    applied = _waited(service, begun.id, "applied")
    click.echo(f"{applied.counts.applied} submissions are graded by the new version.", err=True)
    return Status.DONE


def _waited(service: ServiceClient, regrade_id: str, state: str) -> _Regrade:
    """The regrade once it is in a state; raises ``OperatorError`` (``regrade_failed``)."""
    while True:
        found = _Regrade.model_validate_json(service.ask("GET", f"/v1/regrades/{regrade_id}"))
        if found.state == state:
            return found
        if found.state == "failed":
            raise OperatorError("regrade_failed", f"The regrade failed: {found.cause}")
        time.sleep(PAUSE_S)


def _rows(service: ServiceClient, regrade_id: str) -> Iterator[str]:
    """A line for each item that changes, a page of submissions at a time."""
    path, after, seen = f"/v1/regrades/{regrade_id}/diff?limit={ROWS_A_PAGE}", "", 0
    while True:
        page = _Page.model_validate_json(service.ask("GET", f"{path}{after}"))
        for one in page.submissions:
            yield from _lines(one)
        seen += len(page.submissions)
        if page.next is None:
            return
        if seen >= MOST_ROWS:
            yield f"… and more: GET {path}"
            return
        after = f"&after={page.next}"


def _lines(one: _Changed) -> Iterator[str]:
    name = one.external_id or one.student or one.submission
    for change in one.changes:
        before, after = change.before or "–", change.after or "–"
        yield f"{name}  {change.place}  {before} → {after}  ({'; '.join(change.reasons)})"
    if not one.changes:
        yield f"{name}  {one.before:g} → {one.after:g}"
