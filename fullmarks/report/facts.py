"""What a report says about an item, in the words and the order in which every form of it says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from fullmarks.outcome import Verdict
from fullmarks.records import frozen
from fullmarks.report.evidence_words import evidence_words
from fullmarks.report.messages import SENTENCES
from fullmarks.report.model import Points, Report, ReportAttempt, ReportItem, ReportPart
from fullmarks.report.pending import pending_points

MARKS: Mapping[Verdict, str] = {
    Verdict.CORRECT: "✓",
    Verdict.PARTIAL: "◐",
    Verdict.INCORRECT: "✗",
    Verdict.MISSING: "–",
    Verdict.UNREADABLE: "?",
    Verdict.SEVERAL_ANSWERS: "✗",
    Verdict.NEEDS_REVIEW: "?",
}


class Label(StrEnum):
    """What a fact is about, as it is called."""

    ANSWER = "answer"
    READ_AS = "read as"
    EVIDENCE = "evidence"
    ENTRIES = "entries"
    FEEDBACK = "feedback"
    OPEN = "open"
    STAFF = "for staff"


@frozen
class Fact:
    """One thing that there is to say about an item; ``text`` is as it came, also where it came from a student."""

    label: Label
    text: str


def facts(item: ReportItem) -> Iterator[Fact]:
    """All that there is to say, whole; a student's view holds nothing for staff."""
    if item.answer is not None:
        yield Fact(Label.ANSWER, item.answer)
    if item.read_as is not None and not _stands_as_words(item.read_as.text, item.answer or ""):
        yield Fact(Label.READ_AS, item.read_as.text)
    if words := evidence_words(item.evidence, item.verdict):
        yield Fact(Label.EVIDENCE, words)
    if item.entries:
        right = sum(entry.verdict is Verdict.CORRECT for entry in item.entries)
        yield Fact(Label.ENTRIES, f"{right} of {len(item.entries)} right")
    if item.feedback and item.feedback != SENTENCES.get(item.verdict):
        yield Fact(Label.FEEDBACK, item.feedback)
    if item.pending_points:
        one = item.pending_points == 1
        yield Fact(Label.OPEN, f"{item.pending_points:g} {'point waits' if one else 'points wait'} for a person")
    if item.staff_note and item.staff_note != item.feedback:
        yield Fact(Label.STAFF, item.staff_note)


def told_items(attempt: ReportAttempt, part: ReportPart) -> Iterator[ReportItem]:
    """The items that an attempt tells of: of several attempts, each tells only what it answers."""
    return (item for item in attempt.items if len(part.attempts) == 1 or item.verdict is not Verdict.MISSING)


def item_name(item: ReportItem) -> str:
    """The item without its part: ``runtime``."""
    return item.id.rpartition(".")[2]


def verdict_words(item: ReportItem) -> str:
    """The verdict in words: ``several answers``."""
    return item.verdict.value.replace("_", " ")


def attempt_words(attempt: ReportAttempt, part: ReportPart) -> str:
    """``attempt 2, message 3, the one that counts``."""
    turn = "" if attempt.turn is None else f", message {attempt.turn}"
    counts = ", the one that counts" if attempt.attempt == part.counted_attempt else ""
    return f"attempt {attempt.attempt}{turn}{counts}"


def points_words(points: Points, maximum: Points) -> str:
    """``0.5 / 1``."""
    return f"{points:g} / {maximum:g}"


def total_sentence(report: Report) -> str:
    """The sum, with the points that a person may still give."""
    pending = pending_points(report)
    waits = f"; {pending:g} more may be given by a person" if pending else ""
    return f"{report.score:g} of {report.max_score:g} points{waits}"


def shortened(text: str, most: int) -> str:
    """The text in one line, cut where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _stands_as_words(reading: str, answer: str) -> bool:
    """Whether an answer in words is read just as it stands."""
    words = answer.split()
    letters = "".join(words).strip(".,;:!?*'")
    return reading.strip('"').split() == words and len(letters) > 1 and letters.isalpha()
