"""The work of a checking process: one line asks about one answer, or about which of several answers mean the same."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import JsonValue, TypeAdapter

from fullmarks.errors import UnusableKeyError
from fullmarks.evaluation.checked import Checked, CheckedAnswer, Groups, How, ToCheck, ToGroup, UnusableKey
from fullmarks.grade.check_answer import CheckResult, KeyValue, check_answer
from fullmarks.outcome import Verdict
from fullmarks.report.evidence_words import outcome_words

PREPARE = f"{__name__}:prepare"
MOST_GROUPS = 64
"""An answer that is in none of so many groups is left alone; so the work is linear in the number of answers."""
_ASKED: TypeAdapter[ToCheck | ToGroup] = TypeAdapter(ToCheck | ToGroup)


def prepare(setup: str) -> Callable[[str], str]:
    """What answers lines; ``setup`` is a ``How`` as JSON."""
    how = How.model_validate_json(setup)

    def answer(line: str) -> str:
        asked = _ASKED.validate_json(line)
        found = checked(asked, how) if isinstance(asked, ToCheck) else grouped(asked, how)
        return found.model_dump_json()

    return answer


def checked(asked: ToCheck, how: How) -> Checked:
    """The verdict by the key that does best; one that cannot be used counts only where no other makes the answer right."""
    best: Checked | None = None
    for key in asked.keys:
        found = _by_key(key, asked.answer, how)
        if isinstance(found, CheckedAnswer) and found.verdict is Verdict.CORRECT:
            return found
        if best is None or _rank(found) > _rank(best):
            best = found
    return best or UnusableKey(why="There is no key.")


def _rank(found: Checked) -> tuple[bool, bool, float]:
    """What decides where no key makes the answer right: first what leaves that open."""
    if isinstance(found, UnusableKey):
        return (True, False, 0.0)
    return (False, found.is_undecided, found.points)


def _by_key(key: JsonValue, answer: str, how: How) -> Checked:
    try:
        result = check_answer(
            _key(key), answer, checker=how.checker, symbols=how.symbols, prose=how.prose, options=how.options
        )
    except UnusableKeyError as error:
        return UnusableKey(why=error.sentence)
    return told(result, explain=how.explain)


def _key(sent: JsonValue) -> KeyValue:
    if isinstance(sent, list):
        return [_key(value) for value in sent]
    if isinstance(sent, str | int | float):
        return sent
    raise UnusableKeyError("wrong_type", "A key is a text, a number or a nested list of them.")


def told(result: CheckResult, *, explain: bool) -> CheckedAnswer:
    """A result in plain texts and numbers."""
    diagnosis = result.diagnosis if explain else None
    words = outcome_words(result.evidence, result.verdict)
    return CheckedAnswer(
        verdict=result.verdict,
        points=result.points,
        evidence=result.evidence.kind,
        known="; ".join(filter(None, (words, result.evidence.note))),
        answer=result.answer,
        read_as=result.read_as,
        diagnosis=diagnosis.code if diagnosis else None,
        why=diagnosis.staff if diagnosis else "",
    )


def grouped(asked: ToGroup, how: How) -> Groups:
    """Each answer joins the first group whose first answer it equals; one that cannot be read joins its own text."""
    firsts: list[str] = []
    numbers: list[int] = []
    by_text: dict[str, int] = {}
    for answer in asked.answers:
        if answer not in by_text:
            near = firsts[:MOST_GROUPS]
            same = next((number for number, first in enumerate(near) if _are_equal(first, answer, how)), len(firsts))
            if same == len(firsts):
                firsts.append(answer)
            by_text[answer] = same
        numbers.append(by_text[answer])
    return Groups(numbers=tuple(numbers))


def _are_equal(first: str, answer: str, how: How) -> bool:
    try:
        result = check_answer(first, answer, checker=how.checker, symbols=how.symbols, prose=False, options=how.options)
    except UnusableKeyError:
        return False
    return result.verdict is Verdict.CORRECT
