"""A rubric's own examples, marked as students' answers are, against what their author expects of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fullmarks.grade.judge import Judged
from fullmarks.grade.one_answer import judge_given
from fullmarks.grade.points import earned
from fullmarks.records import frozen
from fullmarks.rubric.amounts import written
from fullmarks.rubric.model import Example, Item, Rubric


@frozen
class TriedExample:
    """An example with what became of it."""

    item: Item
    example: Example
    judged: Judged

    @property
    def points(self) -> Fraction:
        """What the answer earned."""
        return earned(self.judged.outcome, self.item)

    @property
    def code(self) -> str | None:
        """The diagnosis code, None where there is no diagnosis."""
        diagnosis = self.judged.outcome.diagnosis
        return diagnosis.code if diagnosis else None

    @property
    def surprises(self) -> tuple[str, ...]:
        """In what it is not as expected, a clause each; empty where the example holds."""
        example, verdict = self.example, self.judged.outcome.verdict
        found: list[str] = []
        if verdict is not example.verdict:
            found.append(f"the verdict is {verdict}, not {example.verdict}")
        if example.code is not None and self.code != example.code:
            found.append(f"the code is {self.code or 'none'}, not {example.code}")
        if example.points is not None and self.points != example.points:
            found.append(f"it earns {written(self.points)}, not {written(example.points)}")
        return tuple(found)


def try_examples(rubric: Rubric) -> Iterator[TriedExample]:
    """Every example of every item, in the rubric's order."""
    for item in rubric.items():
        for example in item.examples:
            yield TriedExample(item, example, judge_given(example.answer, item, example.given))
