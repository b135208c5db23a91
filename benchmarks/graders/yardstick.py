"""Math-Verify as its documentation has it: ``parse`` for key and answer, ``verify`` for the two.

Each of its settings is at its default, time limits included. A text that marks no formula is put between dollar signs,
since it wants LaTeX so; of the ways of handing it our texts (as they are; in dollars where they look like LaTeX; in
dollars throughout) this one serves it best by far. Prose goes in as it is.

"""

import logging
from functools import partial

from math_verify import parse, verify  # type: ignore[import-untyped,import-not-found,unused-ignore]

from benchmarks.graders.grader import Check, Judgement, Said
from benchmarks.questions import Question

NO_MEANS = {
    "antiderivative": "equality up to a constant",
    "array": "products that do not commute",
    "growth": "orders of growth",
    "piecewise": "piecewise functions",
    "unit": "units, which it drops",
}
"""By kind, what it has no means for."""
UNDERSTOOD = {"prose", "target", "checker", "ordered"}
"""Options that say how to read a key; any other changes what is equal, or which form is right."""
FORMULA_MARKS = ("$", r"\boxed", r"\(", r"\[")
Parsed = list[object]


class Timeouts(logging.Handler):
    """Counts what it logs when its time runs out; it returns an ordinary no then."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.getMessage().startswith("Timeout")


class MathVerify:
    """The yardstick."""

    def __init__(self) -> None:
        self._timeouts = Timeouts()
        logger = logging.getLogger("math_verify")
        logger.propagate = False
        logger.addHandler(self._timeouts)

    def unable(self, question: Question) -> str | None:
        """What it has no means for."""
        if question.kind in NO_MEANS:
            return NO_MEANS[question.kind]
        if question.in_words:
            return "answers in words"
        if options := sorted(set(question.options) - UNDERSTOOD):
            return f"the option {options[0]}"
        return None

    def prepare(self, question: Question) -> Check:
        """Parse the key."""
        return partial(self._judge, parse(in_dollars(question.key)), question)

    def explaining(self, question: Question) -> Check | None:
        """None: it says yes or no."""

    def check(self, question: Question) -> Judgement:
        """Parse both, and verify."""
        return self._judge(parse(in_dollars(question.key)), question)

    def forget(self) -> None:
        """There is nothing: SymPy's own cache stays, as it does in use."""

    def _judge(self, key: Parsed, question: Question) -> Judgement:
        before = self._timeouts.count
        answer = parse(question.answer if question.is_prose else in_dollars(question.answer))
        accepted = verify(key, answer)
        if self._timeouts.count > before:
            return Judgement(Said.UNDECIDED, "timeout")
        if not key:
            return Judgement(Said.KEY_REFUSED, "key not parsed")
        if not answer:
            return Judgement(Said.UNREADABLE, "answer not parsed")
        return Judgement(Said.ACCEPTED, "true") if accepted else Judgement(Said.REJECTED, "false")


def in_dollars(text: str) -> str:
    """The text as a formula that it looks for."""
    return text if any(mark in text for mark in FORMULA_MARKS) else f"${text}$"
