"""The finder's way in: a submission and the sought parts go in, attempts with their answers come out."""

from __future__ import annotations

from collections.abc import Sequence

from fullmarks.find.blocks import Page
from fullmarks.find.chats import find_in_chat
from fullmarks.find.documents import LONGEST_TEXT, page
from fullmarks.find.found import Attempt, Found, SoughtPart
from fullmarks.find.leftovers import leftovers, unread_rest
from fullmarks.find.part_answers import part_answers
from fullmarks.find.part_names import PartNames
from fullmarks.find.parts import passages
from fullmarks.find.passage import Passage
from fullmarks.find.prompt_words import prompt_headings
from fullmarks.find.roman_questions import romans_as_numbers
from fullmarks.find.scope import Scope
from fullmarks.find.structured import find_in_answers
from fullmarks.find.sub_parts import merged, parted
from fullmarks.find.unfamiliar_names import is_sure, told, unfamiliar_headings
from fullmarks.find.written_out import Written, written_out
from fullmarks.submission import Chat, Document, StructuredAnswers, Submission


def find(submission: Submission, parts: Sequence[SoughtPart]) -> Found:
    """Where each item's answer stands, attempt by attempt, and what was left aside.

    Cost is linear in the submission's length. Never raises on a submission that ``submissions.py`` has let in.
    """
    match submission.content:
        case StructuredAnswers() as answers:
            return find_in_answers(answers, parts)
        case Document() as document:
            return parted(find_in_document(document, merged(parts)), parts)
        case Chat() as chat:
            return parted(find_in_chat(chat, merged(parts)), parts)


def find_in_document(document: Document, parts: Sequence[SoughtPart]) -> Found:
    """One attempt for each part that a document answers, in the order in which they come."""
    names = PartNames(parts)
    written = written_out(document.text[:LONGEST_TEXT])
    read = _page(written, names)
    found = _found(document, written, read, names)
    if 2 * len(found.attempts) > len(parts) or len(parts) == 1:
        return found
    headings = unfamiliar_headings(read, names) or prompt_headings(read, names)
    if len(headings) <= len(found.attempts):
        return found
    headed = written.with_more(headings)
    second = _found(document, headed, _page(headed, names), names)
    better = len(second.attempts) > len(found.attempts) and is_sure(second, headings)
    return told(second) if better else found


def _page(written: Written, names: PartNames) -> Page:
    read = page(written.text).spelled(names.own.in_usual_form)
    return read.spelled(lambda text: romans_as_numbers(text, names))


def _found(document: Document, written: Written, read: Page, names: PartNames) -> Found:
    only = (names.parts[0].part,) if len(names.parts) == 1 else ()
    cut = passages(read, names, Scope(default=only))
    attempts = []
    for part in sorted(names.parts, key=lambda part: _first_place(part.part, cut)):
        answers = part_answers(read, part, [passage for passage in cut if part.part in passage.parts])
        if answers:
            attempts.append(Attempt(part.part, None, 0, tuple(written.answer(answer) for answer in answers)))
    left = leftovers(read, cut, {attempt.part for attempt in attempts}, None, names)
    unread = unread_rest(document.text, written, read, None)
    return Found(tuple(attempts), (*(written.left(piece) for piece in left), *unread))


def _first_place(part: str, cut: Sequence[Passage]) -> int:
    return next((place for place, passage in enumerate(cut) if part in passage.parts), len(cut))
