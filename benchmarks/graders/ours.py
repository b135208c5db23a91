"""Fullmarks as its users call it: ``fullmarks.check`` for a pair, and for an item of a rubric what grading calls."""

from functools import partial

from benchmarks.graders.grader import Check, Judgement, Said
from benchmarks.questions import Question
from fullmarks import check
from fullmarks.errors import UnusableKeyError
from fullmarks.grade.one_item import item_of_the_value, one_item
from fullmarks.grade.safely import decide_safely, judge_safely
from fullmarks.outcome import Verdict
from fullmarks.rubric.model import Item

SAID = {
    Verdict.CORRECT: Said.ACCEPTED,
    Verdict.UNREADABLE: Said.UNREADABLE,
    Verdict.NEEDS_REVIEW: Said.UNDECIDED,
}
JUDGEMENTS = {verdict: Judgement(SAID.get(verdict, Said.REJECTED), verdict.value) for verdict in Verdict}

PREPARED = (one_item, item_of_the_value)
"""All that the engine keeps from one check to the next: keys once read, with what was found out about them."""


class Fullmarks:
    """The engine of this checkout."""

    def unable(self, question: Question) -> str | None:
        """None: what can't be asked is told by the engine itself, as a key refused."""
        return None

    def prepare(self, question: Question) -> Check:
        """The key stays read from one check to the next, as a loaded rubric's does."""
        if question.item is not None:
            return partial(_decide, question.answer, question.item)
        self.check(question)
        return partial(self.check, question)

    def explaining(self, question: Question) -> Check | None:
        """The diagnosis is asked for as well; it is looked for only then."""
        if question.item is not None:
            return partial(_judge, question.answer, question.item)
        self.check(question)
        return partial(self._explain, question)

    def check(self, question: Question) -> Judgement:
        """One call of ``fullmarks.check``."""
        return self._check(question, explain=False)

    def _explain(self, question: Question) -> Judgement:
        return self._check(question, explain=True)

    def _check(self, question: Question, *, explain: bool) -> Judgement:
        options = dict(question.options)
        checker, prose = str(options.pop("checker", "auto")), bool(options.pop("prose", False))
        try:
            result = check(
                question.key, question.answer, checker=checker, symbols=question.symbols, prose=prose, **options
            )
        except UnusableKeyError as error:
            return Judgement(Said.KEY_REFUSED, error.sentence)
        if explain:
            _ = result.diagnosis
        return JUDGEMENTS[result.verdict]

    def forget(self) -> None:
        """The next check reads its key again and draws its points anew."""
        for kept in PREPARED:
            kept.cache_clear()


def _decide(answer: str, item: Item) -> Judgement:
    return JUDGEMENTS[decide_safely(answer, item).outcome.verdict]


def _judge(answer: str, item: Item) -> Judgement:
    return JUDGEMENTS[judge_safely(answer, item).outcome.verdict]
