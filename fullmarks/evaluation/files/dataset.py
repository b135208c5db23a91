"""A dataset with the keys in a file of its own: each line of outputs gets the dataset's line for its problem put in."""

from __future__ import annotations

import json
from collections.abc import Sequence

from fullmarks.errors import SubmissionError
from fullmarks.evaluation.files.fields import DATASET, PROBLEM_FIELDS, Line, is_there, label


class Dataset:
    """Its lines by problem; the field that tells problems apart is one that the first lines of both files have."""

    def __init__(self, name: str, lines: Sequence[Line], problem: str | None) -> None:
        if not lines:
            raise SubmissionError("no_rows", f"{name}: no line of this file is a JSON object.")
        self._name = name
        self._lines = lines
        self._problem = problem
        self._by_problem: dict[str, Line] = {}

    def joined(self, line: Line) -> Line | str:
        """The line with the dataset's; why not where there is none. Raises SubmissionError where the files cannot be joined."""
        problem = self._problem or self._common(line)
        if not self._by_problem:
            self._by_problem = self._indexed(problem)
        found = self._by_problem.get(label(line, problem))
        if found is None:
            return f"No line of {self._name} has the same “{problem}”."
        return {**line, DATASET: dict(found)}

    def _common(self, line: Line) -> str:
        both = (name for name in PROBLEM_FIELDS if is_there(line, name) and is_there(self._lines[0], name))
        self._problem = next(both, None)
        if self._problem is None:
            raise SubmissionError(
                "no_field",
                f"{self._name}: no field is known to tell problems apart in both files; say --problem-field. "
                f"There are {', '.join(line)} and {', '.join(self._lines[0])}.",
            )
        return self._problem

    def _indexed(self, problem: str) -> dict[str, Line]:
        by_problem: dict[str, Line] = {}
        for line in self._lines:
            if (name := label(line, problem)) in by_problem and by_problem[name] != line:
                raise SubmissionError(
                    "problem_twice", f"{self._name}: two lines have “{problem}” {json.dumps(name)[:80]}."
                )
            by_problem[name] = line
        return by_problem
