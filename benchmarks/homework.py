"""The homework's items, and the answers that its rubric gives as examples."""

from pathlib import Path

from benchmarks.questions import HOMEWORK, Question
from fullmarks.checkers.checker import Wants
from fullmarks.rubric.load import load_rubric

RUBRIC = Path(__file__).parents[1] / "rubrics" / "cs182-hw4.yaml"


def homework() -> list[Question]:
    """One question an example, ``1a.runtime-01``."""
    return [
        Question(
            id=f"{item.id}-{number:02}",
            kind=HOMEWORK,
            key=item.keys[0].text,
            answer=example.answer,
            verdict=example.verdict.value,
            item=item,
            in_words=item.wants is Wants.WORDS,
        )
        for item in load_rubric(RUBRIC).items()
        for number, example in enumerate(item.examples, 1)
    ]
