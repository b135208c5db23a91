"""Whatever is done to a rubric, it loads or its author is told where; nothing else is ever raised."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fullmarks.errors import Problem, RubricError
from fullmarks.rubric.load import load_rubric_text

WHOLE = (Path(__file__).parent / "whole.yaml").read_text("utf-8")
PIECES = st.sampled_from(
    [*"{}[]:-,#&*!|>?%@`~\"'\\\n\t ", ": ", "- ", "null", "1e3", "\u202e", "points: ", "symbolic: x\n", "[[1]]", "<<: "]
)


def told(text: str) -> tuple[Problem, ...] | None:
    """What the author is told; None where there is nothing to tell."""
    try:
        load_rubric_text(text)
    except RubricError as error:
        return error.problems
    return None


@given(data=st.data())
def test_any_change_loads_or_is_told(data: st.DataObject):
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(PIECES) + text[start + cut :]
    found = told(text)
    assert found is None or found
    for problem in found or ():
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.column >= 1
        assert problem.sentence.endswith((".", "?"))
