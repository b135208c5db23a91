"""Attempts in a chat: every assistant turn that answers a part is one.

The user's turn says which parts are meant; the assistant's own headings say where each is answered. A turn that asks back,
declines, or only speaks of a part is no attempt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from fullmarks.errors import Span
from fullmarks.find.clipped import clipped
from fullmarks.find.cues import Role
from fullmarks.find.documents import BlockKind, Page, page
from fullmarks.find.found import Attempt, Found, NotGraded, SoughtPart
from fullmarks.find.hints import is_hint
from fullmarks.find.leftovers import leftovers
from fullmarks.find.part_answers import part_answers
from fullmarks.find.part_names import Name, PartNames
from fullmarks.find.parts import Passage, passages
from fullmarks.find.requests import Request, request
from fullmarks.find.scope import Scope
from fullmarks.submission import Chat, Message

_ASKS_BACK = re.compile(
    r"(?:could|can|would|may|shall|should|do|did|which|what|is|are)\b[^?]*\b(?:you|your|i|we|me|it|this)\b[^?]*\?\W*$",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\W*(?:i'?m (?:sorry|afraid|unable)|i am (?:sorry|unable|afraid)|sorry|unfortunately|as an ai|my apologies|apologies|"
    r"i (?:can(?:no|')t|could not|couldn't|do(?: no|n')t))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\\boxed|\b(?:final|correct(?:ed)?|revised|updated|right|new) (?:answer|solution|result|\w+)\b|\banswer(?: is|:)|\bshould be\b|"
    r"\bcorrection\b|\bindeed\b.{0,80}\bis\b|\bso (?:the|it)\b.{0,80}\bis\b|\bin (?:one line|total)\b|"
    r"\byou(?:'re| are) (?:\w+ly )?(?:right|correct)\b|\bre-?(?:comput|calculat|do|solv|work)\w*\b|\b(?:my|a) mistake\b|\bgood catch\b|"
    r"\blet me (?:fix|correct|redo|try)\b|\b(?:sorry|apologi[sz]e|apologies) for (?:the|my)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(r"\\boxed|\bfinal answers?\b|\banswer:", re.IGNORECASE)
_SHORT = 600
LONGEST_CHAT = 600_000
"""Characters of all of the assistant's turns that are looked at: some three hundred pages."""


@dataclass(slots=True)
class _Memory:
    """What the chat has come to: the parts last asked for, the hints about each since its last attempt."""

    asked: tuple[Name, ...] = ()
    solve: bool = False
    fresh: bool = False
    """Whether the last user's turn said itself what it asks for."""
    onward: bool = False
    """Whether it asked for what comes next, or for everything."""
    hint: bool = False
    """Whether it gave a hint, and named nothing."""
    recite: bool = False
    """Whether it wants the questions repeated, not answered."""
    characters: int = 0
    """What the assistant has said so far."""
    hints: Counter[str] = field(default_factory=Counter)
    """The hints about each part since its last attempt."""
    spoken_of: set[str] = field(default_factory=set)
    """The parts that the user has spoken of: the first time a part is spoken of, it is asked."""


def find_in_chat(chat: Chat, parts: Sequence[SoughtPart]) -> Found:
    """The attempts of a chat, turn by turn, and the turns and pieces that answer nothing."""
    names = PartNames(parts)
    memory = _Memory()
    attempts: list[Attempt] = []
    left: list[NotGraded] = []
    for message in chat.messages:
        if message.role == "user":
            _hear(memory, message, names)
        elif message.role == "assistant" and message.content.strip():
            memory.characters += len(message.content)
            if memory.characters > LONGEST_CHAT:
                left.append(_unread(message))
                continue
            made, aside = _turn(message, memory, names, parts)
            attempts.extend(made)
            left.extend(aside)
    return Found(tuple(attempts), tuple(left))


def _hear(memory: _Memory, message: Message, names: PartNames) -> None:
    question = memory.asked[0].question if memory.asked else ""
    heard: Request = request(message.content, names, question)
    memory.fresh = bool(heard.names) or heard.onward
    memory.onward = heard.onward
    memory.hint = heard.hint
    memory.recite = heard.recite
    if heard.onward:
        memory.solve = True
    if heard.names:
        memory.solve = heard.solve
        if heard.solve or not memory.asked:
            memory.asked = heard.names
    about = () if heard.onward else heard.names or memory.asked
    tells = is_hint(message.content, names_parts=bool(heard.names))
    for part in _parts_of(about, names):
        memory.hints[part] += tells and part in memory.spoken_of
        memory.spoken_of.add(part)


def _unread(message: Message) -> NotGraded:
    reason = f"The chat is too long: what follows {LONGEST_CHAT:,} characters was not read."
    return NotGraded(message.index, Span(0, len(message.content)), clipped(message.content), reason)


def _parts_of(asked: Sequence[Name], names: PartNames) -> tuple[str, ...]:
    found: list[str] = []
    for name in asked:
        part = names.part(name)
        found.extend([part] if part else names.parts_of(name.question) if not name.letter else [])
    return tuple(dict.fromkeys(found))


def _turn(
    message: Message, memory: _Memory, names: PartNames, parts: Sequence[SoughtPart]
) -> tuple[list[Attempt], list[NotGraded]]:
    read = page(message.content)
    cut = _cut(read, memory, names)
    found: list[Attempt] = []
    for part in _in_order(cut, parts):
        mine = [passage for passage in cut if part.part in passage.parts]
        answers = part_answers(read, part, mine) if _is_attempt(read, mine, memory) else ()
        if answers:
            found.append(Attempt(part.part, message.index, memory.hints[part.part], answers))
    for attempt in found:
        memory.hints[attempt.part] = 0
    if found:
        return found, leftovers(read, cut, {attempt.part for attempt in found}, message.index, names)
    return [], [_left(read, message, cut, memory, names)]


def _cut(read: Page, memory: _Memory, names: PartNames) -> tuple[Passage, ...]:
    """The turn's passages within what was asked for; where nothing is named, all of it answers the asked parts."""
    if memory.onward or not memory.asked:
        return _cut_onward(read, memory, names)
    asked = _parts_of(memory.asked, names)
    questions = {name.question for name in memory.asked}
    default = asked if len(asked) == 1 else ()
    scope = Scope(memory.asked, next(iter(questions)) if len(questions) == 1 else "", default)
    cut = passages(read, names, scope)
    if not default and asked and not any(passage.parts for passage in cut) and len(asked) <= _FEW:
        return passages(read, names, Scope(memory.asked, scope.question, asked))
    return cut


def _cut_onward(read: Page, memory: _Memory, names: PartNames) -> tuple[Passage, ...]:
    """The passages of a turn that may answer anything; an unnamed one, asked for as the next, answers the next part."""
    question = memory.asked[-1].question if memory.asked else ""
    only = (names.parts[0].part,) if len(names.parts) == 1 else ()
    cut = passages(read, names, Scope(question=question, default=only))
    if not memory.asked or any(passage.marked for passage in cut):
        return cut
    following = names.after(memory.asked[-1])
    return passages(read, names, Scope(question=question, default=following)) if following else cut


_FEW = 3
"""Parts that one unnamed reply may answer together."""


def _in_order(cut: Sequence[Passage], parts: Sequence[SoughtPart]) -> list[SoughtPart]:
    """The parts that the passages answer, as they come."""
    order = list(dict.fromkeys(part for passage in cut for part in passage.parts))
    return sorted((part for part in parts if part.part in order), key=lambda part: order.index(part.part))


def _is_attempt(read: Page, mine: Sequence[Passage], memory: _Memory) -> bool:
    """Whether passages try to answer their part, and do not ask back, decline, or talk about it."""
    if memory.recite and not _GIVES.search(read.text):
        return False
    if any(passage.marked and not all(piece.role is Role.STATEMENT for piece in passage.pieces) for passage in mine):
        return True
    said = read.text.strip()
    if len(said) < _SHORT and not _ANSWERS.search(said) and (_ASKS_BACK.search(said) or _DECLINES.match(said)):
        return False
    if memory.fresh and memory.solve:
        return True
    pieces = [piece for passage in mine for piece in passage.pieces]
    # After a hint a reply with a display works the part out again; otherwise it has to say that it answers.
    shown = memory.hint and any(piece.kind is BlockKind.FORMULA for piece in pieces)
    return shown or any(piece.role is Role.FINAL for piece in pieces) or _ANSWERS.search(said) is not None


def _left(read: Page, message: Message, cut: Sequence[Passage], memory: _Memory, names: PartNames) -> NotGraded:
    """Why a whole turn answers nothing."""
    said = read.text.strip()
    start = message.content.find(said)
    span = Span(start, start + len(said))
    return NotGraded(message.index, span, clipped(said), _reason(said, cut, memory, names))


def _reason(said: str, cut: Sequence[Passage], memory: _Memory, names: PartNames) -> str:
    unknown = next((name for passage in cut for name in passage.names if passage.names and not passage.parts), None)
    asked_unknown = next((name for name in memory.asked if memory.fresh and not _parts_of([name], names)), None)
    if (name := unknown or asked_unknown) is not None and (name.letter or not names.parts_of(name.question)):
        return f"{'Part' if name.letter else 'Question'} {name} is not in the rubric."
    if len(said) < _SHORT and not _ANSWERS.search(said) and _ASKS_BACK.search(said):
        return "This turn asks back."
    asked = _parts_of(memory.asked, names)
    if memory.fresh and memory.solve and asked:
        return f"This turn holds no answer to part {' or '.join(asked[:4])}."
    return "This turn answers no part of the rubric."
