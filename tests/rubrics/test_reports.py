"""What students of other courses handed in, and the whole report on it: a document, a chat and structured answers.

``pytest tests/rubrics --rewrite-goldens`` writes the reports anew; what changes in them must then be read line by line.
"""

import json
from pathlib import Path

import pytest

from fullmarks import grade, load_rubric
from fullmarks.report.as_json import as_json

HERE = Path(__file__).parent
RUBRICS = HERE.parents[1] / "rubrics"
SUBMISSIONS = ("calculus-1.md", "linear-algebra-1.json", "physics-1.json")


def said(name):
    """The report as JSON, what changes with every version left out."""
    path = HERE / name
    text = path.read_text("utf-8")
    handed_in = json.loads(text) if path.suffix == ".json" else text
    report = json.loads(as_json(grade(load_rubric(RUBRICS / f"{path.stem}.yaml"), handed_in)))
    report["engine"] = report["rubric"]["version"] = "…"
    return report


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_the_report_is_the_golden_one(name, request):
    golden = HERE / "goldens" / f"{Path(name).stem}.json"
    found = said(name)
    if request.config.getoption("--rewrite-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert found == json.loads(golden.read_text("utf-8"))


SCORES = [
    pytest.param("calculus-1.md", 16.75, 19, id="calculus, a document"),
    pytest.param("linear-algebra-1.json", 13.5, 16, id="linear algebra, a chat"),
    pytest.param("physics-1.json", 7.5, 12, id="physics, structured"),
]


@pytest.mark.parametrize("name, score, most", SCORES)
def test_the_score(name, score, most):
    report = said(name)
    assert (report["score"], report["max_score"]) == (score, most)
