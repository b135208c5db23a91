"""Answers in words: the sentence that chooses, or the concluding text.

Which words are right is the checker's business; here it is decided which sentences are the student's answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fullmarks.errors import Span
from fullmarks.find.blocks import COVER, BlockKind, Page
from fullmarks.find.clauses import explains
from fullmarks.find.cues import Role, lead_cue
from fullmarks.find.found import Answer, Sought
from fullmarks.find.labels import ItemMarks, words_of
from fullmarks.find.passage import Passage, Piece
from fullmarks.find.sentences import is_question, sentences
from fullmarks.records import frozen
from fullmarks.regex import regex

_CONDITIONAL = regex(
    r"\W*(?:if|when|suppose|assume|would|could|unless)\b|.{0,200}\bif\b.{0,200}\bthen\b|.{0,200}\b(?:would|could|may|might)\b",
    re.IGNORECASE | re.DOTALL,
)
_STATES = regex(r"\b(?:is|are|shows?|means?|called)\s+\w", re.IGNORECASE)
_REGIONS = (
    frozenset({Role.FINAL}),
    frozenset({Role.CONCLUSION}),
    frozenset({Role.NONE, Role.SOLUTION}),
    frozenset({Role.ASIDE}),
)
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FORMULA, BlockKind.TABLE)
_SPEAKING_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TITLE)
_LONGEST_TEXT = 20_000
"""Characters of one answer in words."""


@frozen
class _Sentence:
    span: Span
    said: str
    role: Role


def find_words(page: Page, item: Sought, passages: Sequence[Passage], *, alone: bool) -> Answer | None:
    """The answer to an item that wants words; ``alone``: the part has no other item in words."""
    if item.words:
        return _choice(page, item, passages)
    labelled = _labelled(page, item, passages)
    if labelled is not None:
        return _answer(page, item, labelled, "What stands beside the item's label.")
    if item.optional:
        speaking = _speaking(page, item, passages)
        return (
            None
            if speaking is None
            else _answer(page, item, speaking, "The last sentence that holds the item's label.")
        )
    return _text(page, item, passages, alone=alone)


# --- a choice ----------------------------------------------------------------------------------


_OWN_LABEL = regex(r"\W*(?P<label>[A-Z][\w ]{2,24}):[\s*_]*(?=\S)")
_ANSWER = regex(r"(?:final |the |my |our )*(?:answer|result|conclusion|solution)s?", re.IGNORECASE)


def _is_labelled_otherwise(item: Sought, said: str) -> bool:
    """Whether a line begins with the name of something else: “Normal force: …” where a direction is asked for."""
    found = _OWN_LABEL.match(said)
    if found is None or _ANSWER.fullmatch(found["label"]):
        return False
    words, marks = words_of(found["label"]), ItemMarks(item)
    return bool(item.labels) and marks.labelled(words) is None and not marks.title_words_in(words)


def _choice(page: Page, item: Sought, passages: Sequence[Passage]) -> Answer | None:
    """The last sentence that says one of the words without condition or question."""
    said = [sentence for passage in passages for sentence in _sentences(page, passage)]
    words = _words_pattern(item.words)
    for region, name in zip(_REGIONS, ("the final answer", "the conclusion", "the part", "a remark"), strict=True):
        holding = [one for one in said if one.role in region and words.search(one.said)]
        holding = [one for one in holding if not _is_labelled_otherwise(item, one.said)] or holding
        sure = [one for one in holding if not one.said.rstrip(" *_").endswith("?")]
        plain = [one for one in sure if not _CONDITIONAL.match(one.said) and not explains(one.said)]
        if found := (plain or sure):
            concluding = _concluding(page, found[-1].span, words)
            concluding = _about(page, item, concluding, words)
            return _answer(page, item, concluding, f"The last sentence of {name} that names a choice.")
    final = [one for one in said if one.role is Role.FINAL and len(_prose(one.said)) > 0]
    return _answer(page, item, final[0].span, "The final answer.") if final else None


_CONCLUDES = regex(
    r"\b(?:so|hence|thus|therefore|consequently|it follows that|which means|we conclude)\b[\s,:]*", re.IGNORECASE
)


def _concluding(page: Page, span: Span, words: re.Pattern[str]) -> Span:
    """What a sentence concludes, where words of both sides choose: “there is no friction, hence it is conserved”."""
    start = span.start
    for found in _CONCLUDES.finditer(page.covered, span.start, span.end):
        first, then = page.said(Span(start, found.start())), page.said(Span(found.end(), span.end))
        if words.search(first) and words.search(then):
            start = found.end()
    return Span(start, span.end)


_CLAUSE = regex(
    r"(?:,|;|—|–)\s*(?:(?:while|but|whereas|and|though|although)\b\s*)?|\s(?:while|but|whereas)\s", re.IGNORECASE
)


def _about(page: Page, item: Sought, span: Span, words: re.Pattern[str]) -> Span:
    """Of several clauses that choose, the one that speaks of the item: “the variance falls, while the bias stays”."""
    marks, clauses, start = ItemMarks(item), [], span.start
    for found in _CLAUSE.finditer(page.covered, span.start, span.end):
        clauses.append(Span(start, found.start()))
        start = found.end()
    clauses.append(Span(start, span.end))
    choosing = [one for one in clauses if words.search(page.said(one))]
    mine = [
        one
        for one in choosing
        if marks.labelled(words_of(page.said(one))) or marks.title_words_in(words_of(page.said(one)))
    ]
    told = all(len(_prose(page.said(one))) > 1 for one in choosing)
    return mine[0] if told and len(choosing) > 1 and len(mine) == 1 else span


def _sentences(page: Page, passage: Passage) -> Iterator[_Sentence]:
    for piece in passage.pieces:
        if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE) and not (
            piece.kind is BlockKind.FORMULA and "\\boxed" in page.said(piece.span)
        ):
            continue
        start = piece.span.start + lead_cue(page.covered[piece.span.start : piece.span.end]).length
        start = _past(page, start, piece.span.end)
        for span in sentences(page.covered, Span(start, piece.span.end)):
            yield _Sentence(span, page.said(span), piece.role)


def _past(page: Page, start: int, end: int) -> int:
    """Past the colon and the asterisks after a cue."""
    while start < end and page.covered[start] in " :.*_\n\t" and (start == 0 or page.covered[start - 1] != "\n"):
        start += 1
    return start


def _words_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words; a letter that names an option is a capital by itself."""
    spelled = []
    for word in sorted(words, key=len, reverse=True):
        if len(word) == 1 and word.isalpha():
            spelled.append(rf"(?-i:{re.escape(word.upper())})")
        else:
            spelled.append(r"[\s-]+".join(_inflected(piece) for piece in word.split()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)


def _inflected(word: str) -> str:
    """A word in its forms: ``explode`` for explodes, exploding, exploded."""
    if len(word) < 4 or not word.isalpha():
        return re.escape(word)
    return re.escape(word.removesuffix("e")) + r"\w{0,4}"


# --- a text ------------------------------------------------------------------------------------


def _labelled(page: Page, item: Sought, passages: Sequence[Passage]) -> Span | None:
    """A bullet, a line or a bold heading that begins with the item's label, and what belongs to it."""
    marks = ItemMarks(item)
    for passage in reversed(passages):
        for place in range(len(passage.pieces) - 1, -1, -1):
            piece = passage.pieces[place]
            if piece.role in (Role.STATEMENT, Role.OUTSIDE):
                continue
            opening = words_of(page.said(Span(piece.span.start, min(piece.span.end, piece.span.start + 60))))
            label = marks.labelled(re.split(r"[:.?]", opening, maxsplit=1)[0])
            if label is None or label[0] > 6 or not re.match(r"[^:.?]{0,40}[:.]", opening[label[1] :]):
                continue
            if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
                following = [one for one in _until_heading(passage.pieces[place + 1 :]) if one.kind in _TEXT_KINDS]
                return Span(following[0].span.start, following[-1].span.end) if following else None
            colon = re.search(r"[:.][\s*_]*", page.covered[piece.span.start : piece.span.end])
            if colon and _STATES.search(page.covered, piece.span.start, piece.span.start + colon.start()):
                return piece.span  # “the property is A: …” says it before the colon
            start = piece.span.start + (colon.end() if colon else 0)
            return Span(start, piece.span.end) if start < piece.span.end else piece.span
    return None


def _speaking(page: Page, item: Sought, passages: Sequence[Passage]) -> Span | None:
    """The last sentence that says the item's label, with a display that it leads to."""
    marks = ItemMarks(item)
    for passage in reversed(passages):
        for place in range(len(passage.pieces) - 1, -1, -1):
            piece = passage.pieces[place]
            if piece.role in (Role.STATEMENT, Role.OUTSIDE) or piece.kind not in _SPEAKING_KINDS:
                continue
            said = [span for span in sentences(page.covered, piece.span) if marks.labelled(words_of(page.said(span)))]
            if not said:
                continue
            following = passage.pieces[place + 1] if place + 1 < len(passage.pieces) else None
            shown = following is not None and following.kind is BlockKind.FORMULA and said[-1].end == piece.span.end
            return Span(said[-1].start, following.span.end if shown and following is not None else said[-1].end)
    return None


def _until_heading(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
            return
        yield piece


def _text(page: Page, item: Sought, passages: Sequence[Passage], *, alone: bool) -> Answer | None:
    """The final answer's prose, if it speaks of the item; else all of the part's."""
    marks = ItemMarks(item)
    for region, why in ((_REGIONS[0], "The text of the final answer."), (_REGIONS[1], "The text of the conclusion.")):
        span = _prose_span(page, passages, region)
        if span is None:
            continue
        words = words_of(page.said(span))
        speaks = alone or marks.labelled(words) is not None or marks.title_words_in(words) > 0
        if speaks and len(_prose(page.said(span))) >= 3:
            return _answer(page, item, span, why)
    span = _prose_span(page, passages, _REGIONS[0] | _REGIONS[1] | _REGIONS[2] | _REGIONS[3])
    if span is None or not _prose(page.said(span)):
        return None
    if all(is_question(page.covered[one.start : one.end]) for one in sentences(page.covered, span)):
        return None
    return _answer(page, item, span, "The text of the part.")


def _prose_span(page: Page, passages: Sequence[Passage], region: frozenset[Role]) -> Span | None:
    """From the first to the last block of text in a region, within the last passage that has any."""
    for passage in reversed(passages):
        pieces = [piece for piece in passage.pieces if piece.role in region and piece.kind in _TEXT_KINDS]
        if not any(piece.kind is not BlockKind.FORMULA for piece in pieces):
            continue
        first = pieces[0].span
        start = _past(page, first.start + lead_cue(page.covered[first.start : first.end]).length, first.end)
        end = pieces[-1].span.end
        if start < end:
            return Span(start, min(end, start + _LONGEST_TEXT))
    return None


def _prose(said: str) -> list[str]:
    """The words of a text, without formulas and code."""
    plain = re.sub(rf"\$[^$]*\$|`[^`]*`|{COVER}+|\\[a-zA-Z]+", " ", said)
    return [word for word in re.findall(r"[^\W\d_]{2,}", plain) if len(word) > 1]


def _answer(page: Page, item: Sought, span: Span, why: str) -> Answer:
    text = page.said(span)
    start = len(text) - len(text.lstrip(" *_\n\t"))
    stripped = text[start:].rstrip()
    return Answer(item.item, stripped, Span(span.start + start, span.start + start + len(stripped)), why)
