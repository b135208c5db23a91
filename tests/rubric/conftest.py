"""A small homework without a mistake, and what its author is told once something in it is written otherwise."""

from collections.abc import Callable

import pytest

from fullmarks.errors import RubricError
from fullmarks.rubric.load import load_rubric_text

HOMEWORK = """\
rubric: demo
symbols:
  n: integer
  c: positive
  d_in d_out: positive integer
  x y: {function of: n}
attempts: {counts: last}
parts:
  1a:
    title: Cost
    items:
      runtime:
        symbolic: 2 c d_out^2 d_in
        points: 2
        known:
          - {answer: c d_out^2 d_in, points: 1}
        tests:
          - {answer: 2 c d_out^2 d_in, verdict: correct}
  2g:
    items:
      direction: {choice: [explode, vanish], key: explode}
      output: {matrix: [[1, 2], [3, 4]], credit: each row, conventions: {flipped: '-key'}}
      reason: {text: [{any of: [time shift, equivarian]}]}
"""


@pytest.fixture
def homework() -> str:
    assert load_rubric_text(HOMEWORK).id == "demo"
    return HOMEWORK


@pytest.fixture
def told(homework: str) -> Callable[[str, str], str]:
    """All that is told of the homework with something written otherwise; ``WHOLE`` stands for all of it."""

    def load(written: str, instead: str) -> str:
        changed = instead if written == "WHOLE" else homework.replace(written, instead, 1)
        assert changed != homework
        with pytest.raises(RubricError) as caught:
            load_rubric_text(changed, "demo.yaml")
        lines = str(caught.value).split("\n")
        assert [f"demo.yaml:{one.line}:{one.column}: {one.sentence}" for one in caught.value.problems] == lines
        return "\n".join(line.removeprefix("demo.yaml:") for line in lines)

    return load
