"""Numbers that stand for letters: a plain list under a question that has parts by letter."""

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.submissions import from_text


def part(name: str) -> SoughtPart:
    return SoughtPart(name, "", (), (Sought(f"{name}.x", name, "number", "", (), None, (), frozenset()),))


PARTS = tuple(part(name) for name in ("1a", "1b", "2a", "2b"))


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "\\section*{Problem 1}\\begin{enumerate}\\item $4$ \\item $9$ \\end{enumerate}",
            {"1a": "4", "1b": "9"},
            id="LaTeX",
        ),
        pytest.param("## Problem 1\n\n1. $4$\n2. $9$", {"1a": "4", "1b": "9"}, id="Markdown"),
        pytest.param(
            "## Problem 1\n\n1. $4$\n2. $9$\n\n## Problem 2\n\n1. $7$",
            {"1a": "4", "1b": "9", "2a": "7"},
            id="not all of them",
        ),
        pytest.param("## Problem 1\n\n1. $4$\n2. $9$\n3. $5$", {}, id="more numbers than letters are steps"),
        pytest.param("## Problem 1\n\n(a)\n\n1. $4$\n2. $9$", {"1a": "9"}, id="steps of a part"),
        pytest.param("## Problem 1\n\n1. $4$", {}, id="one number alone"),
    ],
)
def test_they_name_parts(text: str, expected: dict[str, str]):
    attempts = find(from_text(text), PARTS).attempts
    assert {attempt.part: attempt.answers[0].text for attempt in attempts} == expected
