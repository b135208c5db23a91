"""A small rubric to mark against."""

import pytest

from fullmarks.rubric.load import load_rubric_text

RUBRIC = """\
rubric: demo
symbols: {c d: positive}
attempts: {counts: last, cost: 10%}
parts:
  1:
    items:
      cost: {symbolic: 2 c d, points: 2, known: [{answer: c d, points: 1}]}
      size: {numeric: 42}
  2:
    items:
      free: {symbolic: c, void: true}
      extra: {symbolic: d, optional: true}
"""


@pytest.fixture(scope="session")
def rubric():
    return load_rubric_text(RUBRIC)


@pytest.fixture(scope="session")
def items(rubric):
    return {item.id: item for item in rubric.items()}
