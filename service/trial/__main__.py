"""``python -m service.trial``: a rubric on standard input, what is wrong with it on standard output."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterable, Iterator

from fullmarks.authoring.examples import try_examples
from fullmarks.authoring.lint import lint
from fullmarks.errors import Problem, RubricError
from fullmarks.report.shown import shown
from fullmarks.rubric.build import build
from fullmarks.rubric.model import Rubric
from fullmarks.rubric.parse import parse
from service.trial.result import Place, Trial
from workers.bounds import limit_memory

MOST_PLACES = 200


def tried(text: str) -> Trial:
    """Load it, look it over, and mark its examples."""
    try:
        parsed = parse(text, "rubric")
        rubric = build(parsed)
    except RubricError as error:
        return Trial(mistakes=_places(error.problems))
    examples = sum(len(item.examples) for item in rubric.items())
    notes = _places(lint(parsed, rubric))
    mistakes = _places(_failed(rubric))
    return Trial(
        id=rubric.id,
        version=rubric.version,
        title=rubric.title,
        examples=examples,
        mistakes=mistakes,
        notes=notes,
    )


def _failed(rubric: Rubric) -> Iterator[Problem]:
    for one in try_examples(rubric):
        if one.surprises:
            answer = " ".join(one.example.answer.split())[:200]
            yield Problem(one.example.line, 1, f"The example “{answer}”: {'; '.join(one.surprises)}.")


def _places(problems: Iterable[Problem]) -> tuple[Place, ...]:
    every = tuple(Place(line=one.line, column=one.column, what=shown(one.sentence)) for one in problems)
    return every[:MOST_PLACES]


if __name__ == "__main__":
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    # The one that asked ends this process when its time is up; should that one be gone, the kernel does.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    limit_memory(megabytes)
    sys.stdout.write(tried(sys.stdin.buffer.read().decode("utf-8-sig")).model_dump_json())
