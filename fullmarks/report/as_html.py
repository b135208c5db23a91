"""Reports as one page for a browser or a printer, with nothing to load and nothing that runs.

Everything that came from outside is escaped by the template engine, and the page forbids itself scripts and loading besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.report.named import NamedReport
from fullmarks.report.page import page
from fullmarks.report.template import template
from fullmarks.rubric.model import Rubric


def as_html(reports: Sequence[NamedReport], rubric: Rubric) -> str:
    """The whole page, of one submission or of many; ``rubric`` is the one that graded them."""
    return template("report.html").render(page=page(reports, rubric))
