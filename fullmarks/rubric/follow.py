"""Follow-through as a rubric declares it: which items hang on which, and that none hangs on itself."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.errors import Problem
from fullmarks.rubric.field_names import did_you_mean
from fullmarks.rubric.mistakes import problem
from fullmarks.rubric.parse import item_path
from fullmarks.rubric.schema import RubricShape
from fullmarks.rubric.written import Path, Written, place_of_value


def follow_problems(shape: RubricShape, root: Written) -> Iterator[Problem]:
    """Items that are followed and do not exist, or that come later: what is followed stands before what follows."""
    before: list[str] = []
    every = [f"{part}.{name}" for part, holder in shape.parts.items() for name in holder.items]
    for part, holder in shape.parts.items():
        for name, item in holder.items.items():
            for symbol, followed in item.follows.items():
                path: Path = (*item_path(part, name), "follows", symbol)
                if followed not in every:
                    yield problem(
                        place_of_value(root, path), f"There is no item “{followed}”. {did_you_mean(followed, every)}"
                    )
                elif followed not in before:
                    sentence = (
                        f"“{followed}” does not stand before this item. An item follows only what was asked before it."
                    )
                    yield problem(place_of_value(root, path), sentence)
            before.append(f"{part}.{name}")
