"""Where gradings go as they come: reports to standard output, pages to their folder, what is wrong to standard error."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from fullmarks.cli.batch.grading import Graded, GradingOrder, graded
from fullmarks.cli.printing import beginning
from fullmarks.cli.results import Result
from fullmarks.report.model import Report
from fullmarks.report.named import NamedReport
from fullmarks.rubric.model import Rubric

if TYPE_CHECKING:
    from fullmarks.cli.pages import Pages


class Outlet:
    """What is ordered of gradings, put where it belongs. A page of all is printed when this is left."""

    def __init__(self, order: GradingOrder, rubric: Rubric, pages: Path | None) -> None:
        self._order = order
        self._rubric = rubric
        self._pages = _pages(pages, rubric) if pages else None
        self._on_one_page: list[NamedReport] = []

    def __enter__(self) -> Self:
        if "shown" in self._order.outputs:
            click.echo(beginning(self._order.style.form), nl=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pages:
            self._pages.finish()
        if self._on_one_page and error is None:
            from fullmarks.report.as_html import as_html

            click.echo(as_html(self._on_one_page, self._rubric), nl=False)

    def known(self, line: str) -> Graded:
        """The grading that a line of a results file holds, with all that is ordered but that line."""
        outputs = tuple(one for one in self._order.outputs if one != "result")
        if not outputs:  # nobody will look at it
            return Graded(name="")
        result = Result.model_validate_json(line)
        return graded(
            result.handed_in, result.report, self._order.model_copy(update={"outputs": outputs}), self._rubric
        )

    def take(self, one: Graded, *, is_new: bool, changed_only: bool) -> None:
        """Puts a grading where it belongs."""
        if self._pages:
            self._pages.add(one)
        if changed_only and not is_new:
            return
        if one.shown:
            click.echo(one.shown, nl=False, color=self._order.style.color)
        if one.report:
            self._on_one_page.append(NamedReport(one.name, Report.model_validate_json(one.report)))

    def refuse(self, one: Graded) -> None:
        """Says why there is no grading."""
        click.echo(f"{one.name}: {one.why}", err=True)
        if self._pages:
            self._pages.add(one)


def _pages(folder: Path, rubric: Rubric) -> Pages:
    from fullmarks.cli.pages import Pages

    return Pages(folder, rubric)
