"""What a student is told about an answer, and what staff are told besides.

The most particular sentence speaks: the rubric's own about this very answer, then the rubric's own about the verdict
with what the diagnosis found, then the checker's, then the general one below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from fractions import Fraction

from fullmarks.grade.graded import Counted, GradedItem
from fullmarks.outcome import Diagnosis, Verdict
from fullmarks.rubric.model import Item

SENTENCES: Mapping[Verdict, str] = {
    Verdict.CORRECT: "Right.",
    Verdict.PARTIAL: "Partly right.",
    Verdict.INCORRECT: "This is not the answer.",
    Verdict.MISSING: "No answer was found.",
    Verdict.UNREADABLE: "This could not be read. It is not counted as wrong: a person will look at it.",
    Verdict.SEVERAL_ANSWERS: "There is more than one answer here, and they differ. Give one.",
    Verdict.NEEDS_REVIEW: "No program could decide this. It is not counted as wrong: a person will look at it.",
}
VOID = "This is not marked: everybody gets all its points."
SHOWN_CHARACTERS = 80
"""So much of each answer is repeated in a sentence that lists several."""


def feedback(graded: GradedItem) -> str:
    """The feedback for the student; it never gives the key away."""
    item, outcome = graded.item, graded.outcome
    if item.void:
        return VOID
    own = item.say.get(outcome.verdict)
    found = _explained(outcome.diagnosis)
    sentence = " ".join(filter(None, (own, found))) or _general(graded)
    if outcome.verdict is Verdict.CORRECT or graded.reading is None:
        return sentence
    return " ".join((sentence, *graded.reading.notes))


def staff_note(graded: GradedItem) -> str | None:
    """What only staff may see: the diagnosis with the key in it, the evidence's remark, the author's notes."""
    outcome = graded.outcome
    notes = (
        outcome.diagnosis.staff if outcome.diagnosis else None,
        _note_of_known(graded.item, outcome.diagnosis),
        outcome.evidence.note,
        graded.item.note,
    )
    return " ".join(dict.fromkeys(filter(None, notes))) or None


def cost_sentences(points: Fraction, counted: Counted, late_by: timedelta) -> Iterator[str]:
    """What is taken off the answer that counts, for the attempts and hints before it and for being late."""
    if counted.cost and points:
        yield f"{_percent(counted.cost)} of its points are taken off for the attempts and hints before it."
    if counted.late and points and counted.cost < 1:
        rest = " the rest of" if counted.cost else ""
        yield f"{_percent(counted.late)} of{rest} its points are taken off because it was handed in {_span(late_by)} late."


def _percent(share: Fraction) -> str:
    return f"{float(round(share * 100, 1)):g}%"


def _span(span: timedelta) -> str:
    """A span of time in its two largest units: ``2 days and 3 hours``; below a minute, ``less than a minute``."""
    minutes = span // timedelta(minutes=1)
    sizes = (("day", minutes // 1440), ("hour", minutes // 60 % 24), ("minute", minutes % 60))
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for unit, number in sizes if number]
    return " and ".join(said[:2]) or "less than a minute"


def _note_of_known(item: Item, diagnosis: Diagnosis | None) -> str | None:
    place = dict(diagnosis.detail).get("known") if diagnosis and diagnosis.code == "known_mistake" else None
    return item.known[int(place)].note if place is not None else None


def _explained(diagnosis: Diagnosis | None) -> str | None:
    return diagnosis.student if diagnosis and diagnosis.student else None


def _general(graded: GradedItem) -> str:
    verdict = graded.outcome.verdict
    said = graded.item.checker.sentences.get(verdict)
    if said:
        return said
    if verdict is Verdict.SEVERAL_ANSWERS and graded.answer and graded.answer.others:
        listed = "; ".join(_shortened(text) for text in (*graded.answer.others, graded.answer.text))
        return f"{SENTENCES[verdict]} Found: {listed}."
    return SENTENCES[verdict]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARACTERS else f"{line[: SHOWN_CHARACTERS - 1]}…"
