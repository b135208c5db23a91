"""Reports as one page for a browser or a printer, with nothing to load and nothing that runs.

Everything that came from outside is escaped by the template engine, and the page forbids itself scripts and loading besides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from fullmarks.report.named import NamedReport
from fullmarks.report.page import page
from fullmarks.rubric.model import Rubric


def as_html(reports: Sequence[NamedReport], rubric: Rubric) -> str:
    """The whole page, of one submission or of many; ``rubric`` is the one that graded them."""
    return _template().render(page=page(reports, rubric))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("fullmarks.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")
