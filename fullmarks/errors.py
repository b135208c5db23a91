"""Errors, by who must act on them: the student, the author of a rubric, or the operator.

An error carries a stable ``code``, a plain sentence and, where it speaks of somebody's text, the span of
characters it means. What an HTTP client or a terminal shows is made from these by the borders, not here.
"""

from __future__ import annotations

from fullmarks.records import frozen


@frozen
class Span:
    """A half-open range of code points in a text as it was handed in."""

    start: int
    end: int

    def shifted(self, offset: int) -> Span:
        return Span(self.start + offset, self.end + offset)


class FullmarksError(Exception):
    """Base of all errors of this package; ``code`` is stable and snake_case, ``str()`` is the sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class StudentError(FullmarksError):
    """Something in an answer or a submission that its writer can mend."""


class AuthorError(FullmarksError):
    """Something in a rubric or a key that its author must mend."""


class OperatorError(FullmarksError):
    """Something about the machine or its settings that an operator must mend."""


class ReadError(StudentError):
    """An answer that cannot be read: where, what stands there and what was expected.

    ``span`` counts code points in ``text``, which is the answer as handed in.
    """

    def __init__(self, code: str, sentence: str, text: str, span: Span) -> None:
        super().__init__(code, sentence)
        self.text = text
        self.span = span

    def caret(self, width: int = 72) -> str:
        """The line of the answer that holds the mistake with a caret line below, cut to ``width`` characters."""
        start = self.text.rfind("\n", 0, self.span.start) + 1
        end = self.text.find("\n", self.span.start)
        line = self.text[start : end if end >= 0 else len(self.text)]
        column = self.span.start - start
        first = max(0, min(column - width // 2, len(line) - width))
        shown = line[first : first + width]
        length = max(1, min(self.span.end - self.span.start, len(shown) - (column - first)))
        return f"{shown}\n{' ' * (column - first)}{'^' * length}"


class SubmissionError(StudentError):
    """A submission whose form is wrong (bad JSON, unknown part, wrong type); ``where`` is a JSON path such as ``answers.1a``."""

    def __init__(self, code: str, sentence: str, where: str = "") -> None:
        super().__init__(code, sentence)
        self.where = where


class UnusableKeyError(AuthorError):
    """A key that cannot be used: it cannot be read, has no value, or does not fit its checker or its options."""


@frozen
class Problem:
    """One mistake in a rubric file; line and column count from 1."""

    line: int
    column: int
    sentence: str


class RubricError(AuthorError):
    """A rubric that cannot be loaded, with all the mistakes found; ``str()`` has one ``FILE:LINE:COLUMN: what`` a line."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        lines = [f"{file}:{problem.line}:{problem.column}: {problem.sentence}" for problem in problems]
        super().__init__("bad_rubric", "\n".join(lines))
        self.file = file
        self.problems = problems
