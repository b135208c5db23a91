"""A container's folders with a small homework's rubric, and the grading of what is put there."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from fullmarks.cli.gradescope.container import Container
from fullmarks.cli.gradescope.grading import main
from fullmarks.cli.gradescope.results_format import AcceptedResults, read_results
from fullmarks.report.as_gradescope import GradescopeResults

METADATA = {
    "id": 7,
    "created_at": "2026-03-01T10:00:00.123456-08:00",
    "assignment": {"due_date": "2026-03-02T10:00:00-08:00", "total_points": "4.0", "title": "Demo"},
    "submission_method": "upload",
    "users": [{"email": "ann@example.org", "id": 1, "name": "Ann"}],
    "previous_submissions": [
        {"submission_time": "2026-02-27T10:00:00-08:00", "score": 0.0, "autograder_error": True},
        {"submission_time": "2026-02-28T10:00:00-08:00", "score": 2.0, "autograder_error": False, "results": {}},
    ],
}
ADVICE = "Hand in one file answers.json, answers.md, answers.txt, answers.tex or answers.chat.json."


@pytest.fixture
def container(homework):
    """With nothing handed in."""
    for name in ("submission", "source"):
        (homework / name).mkdir()
    (homework / "rubric.yaml").rename(homework / "source" / "rubric.yaml")
    tell(Container(homework), METADATA)
    return Container(homework)


def tell(container: Container, metadata: object) -> None:
    """Has Gradescope say something else of the submission."""
    container.metadata.write_text(json.dumps(metadata), "utf-8")


def hand_in(container: Container, name: str, content: str | bytes) -> Path:
    path = container.submission / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def written(container: Container) -> GradescopeResults:
    """The results file, which Gradescope must take, whatever was handed in."""
    text = container.results.read_bytes()
    assert isinstance(read_results(text), AcceptedResults)
    return GradescopeResults.model_validate_json(text)


@dataclass(frozen=True)
class Graded:
    status: int
    err: str
    results: GradescopeResults


@pytest.fixture
def graded(container, capsys):
    """Grades what was handed in, in this process."""

    def run(*left_open: str) -> Graded:
        status = main(str(container.root), str(container.rubric), "40", *left_open)
        return Graded(status, capsys.readouterr().err, written(container))

    return run
