"""Attempts in a chat: every assistant turn that answers a part is one.

The user's turn says which parts are meant; the assistant's own headings say where each is answered. A turn that asks back,
declines, or only speaks of a part is no attempt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind, Page
from fullmarks.find.clipped import clipped
from fullmarks.find.cues import Role
from fullmarks.find.documents import LONGEST_TEXT, page
from fullmarks.find.found import Attempt, Found, NotGraded, Sought, SoughtPart
from fullmarks.find.hints import is_hint
from fullmarks.find.leftovers import leftovers, unread_rest
from fullmarks.find.part_answers import part_answers
from fullmarks.find.part_name import Name
from fullmarks.find.part_names import PartNames
from fullmarks.find.parts import passages
from fullmarks.find.passage import Passage
from fullmarks.find.prompt_words import PromptWords
from fullmarks.find.replies import (
    agrees,
    announces_answer,
    asks_back,
    chooses,
    declines,
    gives_final_answer,
    names_an_item,
    offers_choice,
)
from fullmarks.find.requests import Request, asked_items, request
from fullmarks.find.scope import Scope
from fullmarks.find.sub_parts import asked_within
from fullmarks.find.terse_requests import named_items
from fullmarks.find.unfamiliar_names import unfamiliar_headings
from fullmarks.find.written_out import written_out
from fullmarks.submission import Chat, Message

LONGEST_CHAT = 600_000
"""Characters of all of the assistant's turns that are looked at: some three hundred pages."""


@dataclass(slots=True)
class _Memory:
    """What the chat has come to: the parts last asked for, the hints about each since its last attempt."""

    prompts: PromptWords
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
    items: frozenset[str] = frozenset()
    """The items that it asked for by their names."""
    characters: int = 0
    """What the assistant has said so far."""
    hints: Counter[str] = field(default_factory=Counter)
    """The hints about each part since its last attempt."""
    choosing: bool = False
    """Whether the assistant has just asked to choose from a list by number or letter."""
    spoken_of: set[str] = field(default_factory=set)
    """The parts that the user has spoken of: the first time a part is spoken of, it is asked."""


def find_in_chat(chat: Chat, parts: Sequence[SoughtPart]) -> Found:
    """The attempts of a chat, turn by turn, and the turns and pieces that answer nothing."""
    names = PartNames(parts)
    memory = _Memory(PromptWords.of(parts))
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
            memory.choosing = offers_choice(message.content)
            if memory.onward and len(made) == 1:
                # What is said next, and the next part, go on from the part that this reply has come to.
                memory.asked = names.names((made[0].part,))
                memory.spoken_of.add(made[0].part)
            attempts.extend(made)
            left.extend(aside)
    return Found(tuple(attempts), tuple(left))


def _hear(memory: _Memory, message: Message, names: PartNames) -> None:
    if memory.choosing and chooses(message.content):
        memory.fresh = memory.solve
        return
    question = memory.asked[0].question if memory.asked else ""
    said = names.as_asked(message.content)
    heard: Request = request(said, names, question)
    memory.fresh = bool(heard.names) or heard.onward
    memory.onward = heard.onward
    memory.hint = heard.hint
    memory.recite = heard.recite
    memory.items = asked_within(message.content, names.parts)
    if not heard.names and not heard.onward:
        _hear_items(memory, message, names)
    if heard.onward:
        memory.solve = True
    if heard.names:
        memory.solve = heard.solve
        if heard.solve or not memory.asked:
            memory.asked = heard.names
    about = () if heard.onward else heard.names or memory.asked
    tells = is_hint(said, names_parts=bool(heard.names))
    for part in _parts_of(about, names):
        memory.hints[part] += tells and part in memory.spoken_of
        memory.spoken_of.add(part)


def _hear_items(memory: _Memory, message: Message, names: PartNames) -> None:
    """What a turn asks for that names no part, but an item of one."""
    near = _asked_items(memory, names)
    memory.items = memory.items or asked_items(message.content, near)
    if not memory.items and (named := named_items(message.content, near, names)):
        memory.items = frozenset(item.item for item in named)
        if not memory.items & {item.item for item in near}:
            memory.asked = names.names({item.part for item in named})
    if memory.items:
        memory.fresh = memory.solve = True
    elif (part := memory.prompts.asked(message.content, _parts_of(memory.asked, names))) is not None:
        memory.asked = names.names((part,))
        memory.fresh = memory.solve = True
        memory.hint = False
        memory.items = frozenset(
            item for one in names.parts if one.part == part for item in memory.prompts.items(message.content, one)
        )


def _asked_items(memory: _Memory, names: PartNames) -> list[Sought]:
    """The items of the parts that were last asked for."""
    asked = _parts_of(memory.asked, names)
    return [item for part in names.parts if part.part in asked for item in part.items]


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
    written = written_out(message.content[:LONGEST_TEXT])
    read = page(written.text).spelled(names.own.in_usual_form)
    cut = _cut(read, memory, names)
    if len(parts) > 1 and not any(passage.parts for passage in cut) and (headings := unfamiliar_headings(read, names)):
        written = written.with_more(headings)
        read = page(written.text).spelled(names.own.in_usual_form)
        cut = _cut(read, memory, names)
    found: list[Attempt] = []
    for part in _in_order(cut, parts):
        mine = [passage for passage in cut if part.part in passage.parts]
        attempted = _is_attempt(read, mine, memory) or (memory.hint and names_an_item(read.text, part.items))
        answers = part_answers(read, _in_focus(part, memory), mine) if attempted else ()
        if answers:
            told = tuple(written.answer(answer) for answer in answers)
            found.append(Attempt(part.part, message.index, memory.hints[part.part], told))
    for attempt in found:
        memory.hints[attempt.part] = 0
    left = leftovers(read, cut, {attempt.part for attempt in found}, message.index, names)
    aside = left if found else [_left(read, message, cut, memory, names)]
    unread = unread_rest(message.content, written, read, message.index)
    return found, [*(written.left(piece) for piece in aside), *unread]


def _in_focus(part: SoughtPart, memory: _Memory) -> SoughtPart:
    """The part with the items alone that the user asked for by name, where he did."""
    asked = tuple(item for item in part.items if item.item in memory.items)
    return replace(part, items=asked) if asked else part


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
    if memory.recite and not gives_final_answer(read.text):
        return False
    if any(passage.marked and not all(piece.role is Role.STATEMENT for piece in passage.pieces) for passage in mine):
        return True
    said = read.text.strip()
    if asks_back(said) or declines(said):
        return False
    if memory.fresh and memory.solve:
        return True
    pieces = [piece for passage in mine for piece in passage.pieces]
    # After a hint a reply with a display works the part out again; otherwise it has to say that it answers.
    shown = memory.hint and (agrees(said) or any(piece.kind is BlockKind.FORMULA for piece in pieces))
    return shown or any(piece.role is Role.FINAL for piece in pieces) or announces_answer(said)


def _left(read: Page, message: Message, cut: Sequence[Passage], memory: _Memory, names: PartNames) -> NotGraded:
    """Why a whole turn answers nothing."""
    said = read.text.strip()
    start = read.text.find(said)
    span = Span(start, start + len(said))
    return NotGraded(message.index, span, clipped(said), _reason(said, cut, memory, names))


def _reason(said: str, cut: Sequence[Passage], memory: _Memory, names: PartNames) -> str:
    unknown = next((name for passage in cut for name in passage.names if passage.names and not passage.parts), None)
    asked_unknown = next((name for name in memory.asked if memory.fresh and not _parts_of([name], names)), None)
    if (name := unknown or asked_unknown) is not None and (name.letter or not names.parts_of(name.question)):
        return f"{'Part' if name.letter else 'Question'} {name} is not in the rubric."
    if asks_back(said):
        return "This turn asks back."
    asked = _parts_of(memory.asked, names)
    if memory.fresh and memory.solve and asked:
        return f"This turn holds no answer to part {' or '.join(asked[:4])}."
    return "This turn answers no part of the rubric."
