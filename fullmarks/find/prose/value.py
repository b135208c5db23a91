"""From what a text says the answer is to the answer: without emphasis, hedges, explanations and words around it."""

from __future__ import annotations

import re
from itertools import pairwise

from fullmarks.find.prose.sense import Sense
from fullmarks.read.word_names import change_what_follows, change_what_precedes
from fullmarks.records import record
from fullmarks.regex import regex

_END = regex(r"(?:[\s.,;:]|(?<![\w)}])!)+\Z")
_WRAPS = ("**", "__", "``", "`", "*", '"', "“", "”", "'")
_TEXT = regex(r"\\(?:text(?:bf|it|rm|normal)?|math(?:bf|rm)|bm|boldsymbol)\s*\{([^{}]*)\}")
_TAG = regex(r"</\w{1,20}>\Z")
_NEGATED = regex(
    r"(?:definitely |certainly )?(?:not|never|wrong|incorrect|unknown|unclear|undetermined)\b", re.IGNORECASE
)
_EXPLAINED = regex(
    r"[\s,(;–—-]+(?:because|since|which|so that|as (?:expected|required|desired|claimed|shown|stated|we)|not|rather than|"
    r"instead of|given that|and not|by (?:the|using)|using|where|obtained|found|after|from)\b",
    re.IGNORECASE,
)
_HEDGE = regex(
    r"(?:either|maybe|perhaps|possibly|probably|likely|(?:i (?:think|believe|guess)|it) (?:it )?(?:is|'s|’s)|it's|"
    r"approximately|about|roughly|around|nearly|exactly|simply|just|equal to|given by|therefore|thus|so|then|hence)\b[\s,:]*",
    re.IGNORECASE,
)
_NEGATIVE = regex(r"\A(?:minus|negative)[ \t]+(?=\$?\d)", re.IGNORECASE)
_NAMED = regex(r"\A\s*[^\W\d_](?:_\{?\w{1,8}\}?)?\s*=\s*(?=[^=])")
_OR = regex(r"\s*,?\s+or\s+(?:maybe |perhaps |possibly |else )?", re.IGNORECASE)
_WORD_AND = regex(r"\s*,?\s+and\s+", re.IGNORECASE)
_SAME = regex(
    r"(?:equivalently|equally|simply|approximately|about|roughly|i\.e\.|that is|≈|~|also written|in (?:decimal|other))",
    re.IGNORECASE,
)
_AND = regex(r"(?:[\s,;.]|\band\b|\bor\b|\bmaybe\b|\bperhaps\b|\bpossibly\b|[-•*]|\b\w\s*=)*", re.IGNORECASE)
_MATH = regex(
    r"\$\$(?P<display>.+?)\$\$|\$(?P<inline>[^$]+?)\$|\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]", re.DOTALL
)
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_NO_VALUES = frozenset({"I", "a", "A"})
"""Words of English that would read as names; none of them is what is left of a sentence that states a value."""
MOST_OFFERED = 3
"""Words of one of several answers in words; more are a sentence, in which *or* may mean anything."""
MOST_WORDS = 10
"""So many words before, and behind, a formula are tried without."""


@record
class Value:
    """The answer, and those that are offered beside it."""

    text: str
    others: tuple[str, ...] = ()


def value_of(said: str, sense: Sense) -> Value | None:
    """What the words say the answer is; None where they say no value."""
    text = bare(said)
    if not text or _NEGATED.match(text):
        return None
    if sense.words:
        return Value(_before_explanation(text))
    text = _without_hedges(_before_explanation(text))
    values = _formulas(text, sense) or _pieces(text, sense)
    if not values:
        return None
    if sense.several and len(values) > 1:
        return Value(sense.joined(tuple(_NAMED.sub("", value) for value in values)))
    return Value(values[-1], tuple(dict.fromkeys(values[:-1])))


def offered(value: Value, key: str) -> Value:
    """A few words that offer a choice, ``even or odd``, as the several answers that they are; not where the key has an *or*."""
    pieces = [bare(piece) for piece in _OR.split(_without_hedges(value.text))]
    if len(pieces) < 2 or _OR.search(key) or any(len(piece.split()) > MOST_OFFERED for piece in pieces):
        return value
    return Value(pieces[-1], (*value.others, *pieces[:-1]))


def bare(said: str) -> str:
    r"""The text without white space, emphasis, quotes, full stops and ``\text`` around it."""
    text = said.strip()
    for _ in range(6):
        before = text
        text = _unwrapped(_without_open_end(_END.sub("", text.strip())))
        for wrap in _WRAPS:
            if len(text) > 2 * len(wrap) and text.startswith(wrap) and text.endswith(wrap):
                text = text[len(wrap) : -len(wrap)]
            elif text.endswith(wrap) and text.count(wrap) == 1:
                text = text[: -len(wrap)]
        if text == before:
            break
    return re.sub(r"\*\*|__(?=\S)|(?<=\S)__|`", "", text) if "**" in text or "`" in text else text


def _without_open_end(text: str) -> str:
    """Without a tag, or a brace, that closes what was opened before the text."""
    text = _TAG.sub("", text)
    return text[:-1] if text.endswith("}") and text.count("}") > text.count("{") else text


def _unwrapped(text: str) -> str:
    match = _TEXT.fullmatch(text)
    return match[1].strip() if match else text


def _before_explanation(text: str) -> str:
    match = _EXPLAINED.search(text)
    return text[: match.start()] if match and match.start() > 0 and _is_outside_math(text, match.start()) else text


def _is_outside_math(text: str, place: int) -> bool:
    return text.count("$", 0, place) % 2 == 0


def _without_hedges(text: str) -> str:
    for _ in range(4):
        match = _HEDGE.match(text)
        if not match:
            break
        text = text[match.end() :]
    return bare(_NEGATIVE.sub("-", text))


def _formulas(text: str, sense: Sense) -> tuple[str, ...]:
    """The formulas between dollars that make the answer, where it does not read as a whole."""
    formulas = [(match, next(group for group in match.groups() if group is not None)) for match in _MATH.finditer(text)]
    if not formulas or (len(formulas) == 1 and sense.reads(text)):
        return ()
    kept = [formulas[0][1].strip()]
    for (before, _), (match, formula) in pairwise(formulas):
        between = text[before.end() : match.start()]
        if _SAME.search(between) or not _AND.fullmatch(between):
            break
        kept.append(formula.strip())
    return tuple(_distinct(kept))


def _pieces(text: str, sense: Sense) -> tuple[str, ...]:
    """The values between *or* and commas; one where the answer is meant to be several things, or is only one."""
    if sense.several:
        pieces = _split_at_commas(_WORD_AND.sub(", ", text)) if _WORD_AND.search(text) else []
        if len(pieces) > 1 and all(map(sense.reads, pieces)):
            return tuple(pieces)
        whole = _read(text, sense)
        return (whole,) if whole else ()
    offered = [piece for piece in _OR.split(text) if not _SAME.match(piece)]
    pieces = [piece for offer in offered for piece in _split_at_commas(offer)]
    values = [value for piece in pieces if (value := _read(piece, sense))]
    if len(pieces) > 1 and all("=" in value for value in values) and (whole := _read(text, sense)):
        return (whole,)
    return tuple(_distinct(values))


def _split_at_commas(text: str) -> list[str]:
    """At commas before a space, outside brackets and formulas: ``1,000`` and ``(1, 2)`` stay whole."""
    pieces: list[str] = []
    depth = start = 0
    for place, character in enumerate(text):
        depth += _BRACKETS.get(character, 0)
        if character == "," and depth <= 0 and text[place + 1 : place + 2].isspace() and _is_outside_math(text, place):
            pieces.append(text[start:place])
            start = place + 1
    pieces.append(text[start:])
    return [piece.strip().removeprefix("and ").strip() for piece in pieces if piece.strip()]


def _read(text: str, sense: Sense) -> str | None:
    """The text, or what is left without a few words before and behind it, that reads; the longest first."""
    words = bare(text).split()
    before = _count_words(words)
    behind = _count_words(words[::-1])
    for dropped in range(min(before, MOST_WORDS) + 1):
        for left in range(min(behind, MOST_WORDS) + 1):
            if change_what_follows(words[:dropped]) or change_what_precedes(words[len(words) - left :]):
                continue
            candidate = bare(" ".join(words[dropped : len(words) - left]))
            if (dropped + left == 0 or candidate not in _NO_VALUES) and candidate and sense.reads(candidate):
                return candidate
    return None


def _count_words(words: list[str]) -> int:
    """How many plain words a list starts with."""
    count = 0
    for word in words:
        if not re.fullmatch(r"[(\"'“]?[^\W\d_]{2,}[)\"'”,.;:!?]*", word):
            break
        count += 1
    return min(count, len(words) - 1)


def _distinct(values: list[str]) -> list[str]:
    """Each value once, spelling of spaces aside."""
    return list({re.sub(r"\s+", "", value): value for value in values}.values())
