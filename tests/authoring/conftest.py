"""A rubric looked over, from a few lines of YAML."""

from collections.abc import Callable

import pytest

from fullmarks.authoring.lint import lint
from fullmarks.rubric.build import build
from fullmarks.rubric.parse import parse


@pytest.fixture
def noticed() -> Callable[[str], list[str]]:
    """What is noticed in a rubric, as ``LINE:COLUMN: sentence``."""

    def look(text: str) -> list[str]:
        parsed = parse(text, "demo.yaml")
        found = lint(parsed, build(parsed))
        return [f"{problem.line}:{problem.column}: {problem.sentence}" for problem in found]

    return look
