"""Answers as other courses have them: that there is no value, vectors, and labels that are parts of others."""

import pytest

from fullmarks import grade
from fullmarks.rubric.load import load_rubric_text

RUBRIC = load_rubric_text("""
rubric: courses
parts:
  1:
    items:
      limit: {symbolic: undefined, labels: [limit]}
  2:
    items:
      reduced: {matrix: [[1, 0], [0, 1]], labels: [reduced echelon form]}
      echelon: {matrix: [[1, 2], [0, 1]], up to: row operations, labels: [echelon form]}
  3:
    items:
      projection: {matrix: [2, 2, 0], labels: [projection]}
  4:
    items:
      line: {solutions: '(3 - 2t, t)', labels: [general solution]}
""")


def answers(document):
    report = grade(RUBRIC, document)
    return {item.id: item.answer for part in report.parts for attempt in part.attempts for item in attempt.items}


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param("The limit does not exist.", "does not exist", id="does not exist"),
        pytest.param(
            "The left limit is -1 and the right limit is 1, so the limit does not exist.",
            "does not exist",
            id="at the end",
        ),
        pytest.param("DNE", "DNE", id="an abbreviation"),
        pytest.param("The limit is 1.", "1", id="a number"),
    ],
)
def test_no_value(text: str, answer: str):
    assert answers(f"## Problem 1\n\n{text}\n")["1.limit"] == answer


def test_no_value_is_no_answer_to_an_item_that_has_one():
    assert answers("## Problem 3\n\nA projection does not exist.\n")["3.projection"] is None


def test_a_label_inside_a_longer_one_names_nothing():
    said = "Echelon form: $[[1, 2], [0, 1]]$\n\nReduced echelon form: $[[1, 0], [0, 1]]$\n"
    found = answers(f"## Problem 2\n\n{said}")
    assert (found["2.echelon"], found["2.reduced"]) == ("[[1, 2], [0, 1]]", "[[1, 0], [0, 1]]")


@pytest.mark.parametrize(
    "part, item, formula",
    [
        pytest.param(3, "3.projection", "2(1, 1, 0)", id="a multiple of a list"),
        pytest.param(3, "3.projection", r"\begin{pmatrix}2\\2\\0\end{pmatrix}", id="a column"),
        pytest.param(
            4,
            "4.line",
            r"\begin{pmatrix}3\\0\end{pmatrix} + t\begin{pmatrix}-2\\1\end{pmatrix}, t \in \mathbb{R}",
            id="a line",
        ),
        pytest.param(4, "4.line", "x = 3 - 2y", id="by unknowns"),
    ],
)
def test_vectors(part: int, item: str, formula: str):
    label = {3: "Projection", 4: "General solution"}[part]
    assert answers(f"## Problem {part}\n\n{label}: ${formula}$\n")[item] == formula
