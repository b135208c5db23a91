"""One answer against one key, without a rubric: what stands behind ``fullmarks.check``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from fractions import Fraction

from fullmarks.checkers.checker import Wants
from fullmarks.checkers.kinds import WRONG_KIND
from fullmarks.compare.comparison import Evidence, EvidenceKind
from fullmarks.errors import ReadError
from fullmarks.expr.functions import GREEK
from fullmarks.expr.nodes import (
    Call,
    Listing,
    Logic,
    Matrix,
    PlusMinus,
    Relation,
    SetOperation,
    Symbol,
    Text,
)
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import walk
from fullmarks.find.prose.sense import Sense
from fullmarks.find.prose.stated import stated
from fullmarks.find.prose.value import Value, offered
from fullmarks.grade.judge import Judged
from fullmarks.grade.kind_of_key import INEQUALITIES
from fullmarks.grade.one_item import (
    OptionValue,
    Question,
    item_of_nothing,
    item_of_the_interval,
    item_of_the_value,
    item_of_the_values,
    item_of_the_vector,
    one_item,
    question,
)
from fullmarks.grade.safely import decide_safely, explained_safely
from fullmarks.grade.written import KeyValue, is_row, written_answer, written_key
from fullmarks.outcome import Diagnosis, Entry, Outcome, Verdict
from fullmarks.read.reader import read
from fullmarks.read.reading import Reading
from fullmarks.records import frozen
from fullmarks.rubric.model import Item

__all__ = ["CheckResult", "KeyValue", "OptionValue", "check_answer"]

NOTHING = Outcome(Verdict.MISSING, Fraction(0), Evidence(EvidenceKind.NONE))
LETTERS_OF_A_NAME = 2
"""An undeclared name of more letters is a word of the text around an answer, not a symbol."""


class Explanation:
    """A diagnosis that is looked for when it is first asked for; a copy in another process has looked already."""

    __slots__ = ("_diagnosis", "_look")

    def __init__(self, diagnosis: Diagnosis | None, look: Callable[[], Diagnosis | None] | None = None) -> None:
        self._diagnosis = diagnosis
        self._look = look

    def diagnosis(self) -> Diagnosis | None:
        """The diagnosis; None where nothing explains the answer."""
        look = self._look
        if look is not None:
            self._diagnosis = look()
            self._look = None
        return self._diagnosis

    def __reduce__(self) -> tuple[type[Explanation], tuple[Diagnosis | None]]:
        return Explanation, (self.diagnosis(),)


@frozen
class CheckResult:
    """What became of an answer; ``answer`` is the text that was judged, ``points`` lie in 0…1."""

    verdict: Verdict
    points: float
    evidence: Evidence
    entries: tuple[Entry, ...] | None
    answer: str
    reading: Reading | None = field(repr=False)
    explanation: Explanation = field(repr=False, compare=False)

    @property
    def diagnosis(self) -> Diagnosis | None:
        """Why the answer is wrong; looked for when first asked, so that who only wants verdicts does not wait for it."""
        return self.explanation.diagnosis()

    @property
    def read_as(self) -> str | None:
        """How the answer was read, as plain text; None where it was not."""
        return plain(self.reading.tree) if self.reading else None


def check_answer(
    key: KeyValue,
    answer: object,
    *,
    checker: str,
    symbols: Mapping[str, str] | None,
    prose: bool,
    options: Mapping[str, OptionValue],
) -> CheckResult:
    """The result; raises UnusableKeyError for what its author must mend, and nothing for any answer."""
    kind = "tuple" if checker == "auto" and is_row(key) and "ordered" not in options else checker
    asked = question(written_key(key), kind, symbols, options)
    item = one_item(asked)
    # In prose the answer stands at the end, which the bound on the length of an answer must not cut off.
    text = answer if prose and isinstance(answer, str) else written_answer(answer)
    found = stated(text, _sense(item)) if prose else Value(text)
    if found is not None and item.wants is Wants.WORDS:
        found = offered(found, item.keys[0].text)
    if found is None or not found.text.strip():
        return _result(Judged(NOTHING, None), item, "")
    judged = decide_safely(found.text, item, found.others)
    if _is_lone_value(judged, asked) and (value := item_of_the_value(asked)):
        item = value
        judged = decide_safely(found.text, item, found.others)
    elif judged.outcome.verdict is not Verdict.CORRECT and (nothing := item_of_nothing(asked)):
        item = nothing
        judged = decide_safely(found.text, item, found.others)
    elif _is_condition(judged, asked) and (interval := item_of_the_interval(asked)):
        item = interval
        judged = decide_safely(found.text, item, found.others)
    if judged.outcome.verdict is not Verdict.CORRECT:
        for other in _other_items(item, asked):
            again = decide_safely(found.text, other, found.others)
            if again.outcome.verdict is Verdict.CORRECT:
                item, judged = other, again
    return _result(judged, item, found.text)


def _other_items(item: Item, asked: Question) -> Iterator[Item]:
    """Other forms of the same key: a pair for the values of several names, the value of a function for its equation."""
    tree = item.keys[0].tree
    if (values := item_of_the_values(asked)) is not None:
        yield values
    if (vector := item_of_the_vector(asked)) is not None:
        yield vector
    if asked.checker == "auto" and isinstance(tree, Relation) and isinstance(tree.operands[0], Call):
        value = item_of_the_value(asked)
        if value is not None:
            yield value


def _is_lone_value(judged: Judged, asked: Question) -> bool:
    """Whether an equation was expected by the form of the key alone, and a value came: ``5`` for ``x = 5``."""
    return _is_of_wrong_kind(judged, asked)


def _is_condition(judged: Judged, asked: Question) -> bool:
    """Whether a pair was expected by the form of the key alone, and an inequality came: ``0 < x < 1`` for ``(0, 1)``."""
    if not _is_of_wrong_kind(judged, asked) or judged.reading is None:
        return False
    tree = judged.reading.tree
    return any(isinstance(node, Relation) and INEQUALITIES.issuperset(node.operators) for node in walk(tree))


def _is_of_wrong_kind(judged: Judged, asked: Question) -> bool:
    diagnosis = judged.outcome.diagnosis
    return asked.checker == "auto" and diagnosis is not None and diagnosis.code == WRONG_KIND


def _result(judged: Judged, item: Item, answer: str) -> CheckResult:
    outcome = judged.outcome
    waiting = judged.unexplained is not None
    look = (lambda: explained_safely(judged, item).outcome.diagnosis) if waiting else None
    explanation = Explanation(outcome.diagnosis, look)
    points = float(outcome.share)
    return CheckResult(outcome.verdict, points, outcome.evidence, outcome.entries, answer, judged.reading, explanation)


def _sense(item: Item) -> Sense:
    """What to look for in prose, from the key's tree."""
    tree = item.keys[0].tree
    opening, closing = (tree.opening, tree.closing) if isinstance(tree, Listing) else ("", "")
    return Sense(
        reads=lambda text: _reads(text, item),
        words=item.wants is Wants.WORDS,
        several=isinstance(tree, Listing | Matrix | Logic | PlusMinus | SetOperation),
        opening=opening,
        closing=closing,
    )


def _reads(text: str, item: Item) -> bool:
    """Whether a text is mathematics without words that mean nothing here."""
    try:
        tree = read(text, item.vocabulary).tree
    except ReadError:
        return False
    return not any(
        isinstance(node, Text) or (isinstance(node, Symbol) and _is_word(node.name, item)) for node in walk(tree)
    )


def _is_word(name: str, item: Item) -> bool:
    known = name in item.vocabulary.symbols or name in GREEK
    return name.isalpha() and name.isascii() and len(name) > LETTERS_OF_A_NAME and not known
