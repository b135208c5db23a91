"""Whole reports in every form, as they were when a person last read them.

``pytest tests/report --rewrite-goldens`` writes them anew; what changes must then be read line by line.
"""

import json
from pathlib import Path

import pytest

from fullmarks import grade, load_rubric
from fullmarks.report.as_csv import as_csv, header
from fullmarks.report.as_html import as_html
from fullmarks.report.as_markdown import as_markdown
from fullmarks.report.as_text import as_text
from fullmarks.report.named import NamedReport
from fullmarks.report.student_view import student_view

HERE = Path(__file__).parent
CONTRACT = HERE.parent / "contract"
RUBRIC = load_rubric(CONTRACT / "homework.yaml")
FORMS = {
    "md": as_markdown,
    "html": lambda named: as_html([named], RUBRIC),
    "csv": lambda named: header() + as_csv(named, RUBRIC.attempts),
    "txt": lambda named: as_text(named.report),
}
SUBMISSIONS = ("answers.json", "document.md", "chat.json")


def graded(name):
    """The report with what changes with every version left out."""
    text = (CONTRACT / name).read_text("utf-8")
    report = grade(RUBRIC, json.loads(text) if name.endswith(".json") else text)
    rubric = report.rubric.model_copy(update={"version": "0" * 64})
    return report.model_copy(update={"engine": "the engine", "rubric": rubric})


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize(
    "name, view", [*((name, "staff") for name in SUBMISSIONS), ("answers.json", "student"), ("chat.json", "student")]
)
def test_golden(name, view, ending, request):
    report = graded(name) if view == "staff" else student_view(graded(name))
    found = FORMS[ending](NamedReport(name, report))
    golden = HERE / "goldens" / f"{Path(name).stem}.{view}.{ending}"
    if request.config.getoption("--rewrite-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(found.encode())
    assert found == golden.read_bytes().decode()
