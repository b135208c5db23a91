"""Whatever is done to a rubric, it loads or its author is told where; nothing else is ever raised."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fullmarks.errors import Problem, RubricError
from fullmarks.rubric.load import load_rubric_text
from fullmarks.rubric.written import Written, WrittenList, WrittenMapping, WrittenText
from fullmarks.rubric.yaml_text import read_yaml

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


# Nonsense in the place of each single value and name: whoever is told of it is told in that very line.

NONSENSE = ["'☃ [('", "[[1], {a: b}]", "{x: [y]}", "-1", "'  '", "1e400", "'a = = b'", r"'\\frac'"]
REFERRED_TO = {"explode", "vanish", "blow up", "1", "rate"}
"""Options, and the names of a followed item: what is wrong then is told where they are referred to."""


def plain_texts(value: Written) -> Iterator[WrittenText]:
    """Every name and value on one line without quotes."""
    match value:
        case WrittenText(text, _, "") if text and "\n" not in text:
            yield value
        case WrittenList(values):
            for one in values:
                yield from plain_texts(one)
        case WrittenMapping(entries):
            for entry in entries:
                yield from plain_texts(entry.name)
                yield from plain_texts(entry.value)


PLACES = [text for text in plain_texts(read_yaml(WHOLE, "whole")) if text.text not in REFERRED_TO]


def instead(text: WrittenText, nonsense: str) -> str:
    lines = WHOLE.split("\n")
    line, start = lines[text.place.line - 1], text.place.column - 1
    assert line[start : start + len(text.text)] == text.text
    lines[text.place.line - 1] = line[:start] + nonsense + line[start + len(text.text) :]
    return "\n".join(lines)


@given(st.sampled_from(PLACES), st.sampled_from(NONSENSE))
def test_nonsense_in_any_one_place_is_told_in_its_line(text: WrittenText, nonsense: str):
    found = told(instead(text, nonsense))
    assert found is None or text.place.line in [problem.line for problem in found]


def test_there_are_many_places():
    assert len(PLACES) > 150
