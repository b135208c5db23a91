"""Words around a formula: a lead-in before it, a unit or a remark behind it, a box inside it, and answers that are words alone."""

from __future__ import annotations

from itertools import pairwise

from fullmarks.expr.nodes import Constant, Negate, Number, Percent, Text
from fullmarks.expr.units import is_unit_name
from fullmarks.read.number_words import number_in_words
from fullmarks.read.parser import closings
from fullmarks.read.scan import Scan
from fullmarks.read.tokens import Token
from fullmarks.read.word_names import (
    INFINITE_WORDS,
    LEADS,
    REAL_NUMBERS,
    REFUSALS,
    WITHOUT_A_VALUE,
    change_what_follows,
    change_what_precedes,
)

WORDY = frozenset(("word", "text", "unit"))
"""Kinds of tokens that are words."""

_MAY_BE_WORDS = frozenset(
    (
        "keyword logic relation colon symbol constant postfix times sign function sets big integral limit diff matrix piecewise "
        "record sqrt nthroot cbrt"
    ).split()
)
_SIGNS_IN_WORDS = frozenset(("sign", "postfix", "colon"))
_SIGNS = frozenset(("sign", "times", "postfix", "power", "subscript", "colon"))
_FORMULA = frozenset("number open close power subscript below frac binom group begin finish bar accent under".split())
"""Kinds of tokens that stand in no answer of words alone."""

_ARTICLES = frozenset(("a", "A"))
_SIGNS_IN_UNITS = frozenset(("/", "^", "·", "*"))
_LONGEST_REMARK = 8
_SHORTEST_SAID_TWICE = 5
"""Tokens of ``18 (eighteen)``, with the end."""


def is_wordy(token: Token, text: str) -> bool:
    """Whether a token is a word of a sentence and not of a formula."""
    if token.kind in WORDY:
        return True
    if token.kind not in _MAY_BE_WORDS:
        return False
    spelled = text[token.start : token.end]
    return spelled.isalpha() and spelled.isascii() and (len(spelled) > 1 or spelled in ("a", "I"))


def only_words(tokens: list[Token], kinds: set[str], text: str) -> Text | Constant | Negate | Number | Percent | None:
    """The answer as words when it has nothing else; None when it is a formula. “Does not exist” is ``undefined``.

    ``kinds`` are those of the tokens. One word in a text command, or one that nothing declares, is words; a known name
    (``pi``, ``sin``) is not.
    """
    if not kinds.isdisjoint(_FORMULA):
        return None
    body = [token for token in tokens[:-1] if token.kind != "separator"]
    if not any(token.kind in WORDY for token in body):
        return None
    if not all(_may_stand_among_words(token, text, alone=len(body) == 1) for token in body):
        return None
    if len(body) == 1 and body[0].kind in ("text", "word"):
        return _said(body[0].value)
    if len(body) > 1 and (_is_one_formula(body) or _is_measured(body, text)):
        return None
    return _said(" ".join(text.replace("$", " ").split()).strip(" .,;"))


def _said(words: str) -> Text | Constant | Negate | Number | Percent:
    plain = _plain(words)
    if sign := INFINITE_WORDS.get(plain):
        return Constant("infinity") if sign > 0 else Negate(Constant("infinity"))
    if plain in WITHOUT_A_VALUE:
        return Constant("undefined")
    if plain in REAL_NUMBERS:
        return Constant("reals")
    counted = plain.removesuffix(" percent")
    value = number_in_words(counted)
    if value is None:
        return Text(words)
    return Number(value) if counted == plain else Percent(Number(value))


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,").casefold().replace("\u2019", "'")


def has_no_value(tokens: list[Token], text: str) -> bool:
    """Whether all that is left behind a formula says that it has no value: ``lim … does not exist``."""
    rest = [token for token in tokens if token.kind not in ("end", "separator")]
    said = " ".join(token.value if token.kind == "text" else text[token.start : token.end] for token in rest)
    return _plain(said) in WITHOUT_A_VALUE


def _is_one_formula(body: list[Token]) -> bool:
    """Whether letters stand side by side without a space; a word with a hyphen is none."""
    hyphenated = all(token.kind == "word" or (token.kind == "sign" and token.value == "-") for token in body)
    return not hyphenated and all(token.end == following.start for token, following in pairwise(body))


def _is_measured(body: list[Token], text: str) -> bool:
    """Whether a letter has a unit behind it, or words in quotes stand in a formula."""
    if any(token.kind == "text" and text[token.start] == '"' for token in body):
        return True
    return any(
        following.kind == "unit"
        and token.kind in ("symbol", "constant")
        and text[token.start : token.end] not in _ARTICLES
        for token, following in pairwise(body)
    )


def _may_stand_among_words(token: Token, text: str, *, alone: bool) -> bool:
    if is_wordy(token, text) or (token.kind == "symbol" and token.end - token.start == 1):
        return True
    if token.kind in _SIGNS and not alone and not text[token.start : token.end].isalpha():
        return token.kind in _SIGNS_IN_WORDS and token.value in "'-:!"
    return False


def without_lead(tokens: list[Token], text: str) -> tuple[list[Token], str | None]:
    """The tokens without the words that lead to the answer (``the answer is``), and those words."""
    if tokens[0].kind not in WORDY and tokens[0].kind != "keyword":
        return tokens, None
    last = None
    for place, token in enumerate(tokens[:-1]):
        is_comma = token.kind == "separator" and token.value == ","
        if not (is_wordy(token, text) or token.kind in ("symbol", "colon") or is_comma):
            break
        if token.kind == "record":
            break
        if token.kind == "colon" or text[token.start : token.end].lower() in LEADS or _leads(token):
            last = place
    if last is None:
        return tokens, None
    if change_what_follows([text[token.start : token.end] for token in tokens[: last + 1]]):
        return tokens, None
    first = last + 1
    while tokens[first].kind == "separator":
        first += 1
    return (tokens, None) if first >= len(tokens) - 1 else (tokens[first:], text[: tokens[last].end])


def _leads(token: Token) -> bool:
    r"""Whether words in a text command lead to what follows: ``\text{The answer is }``."""
    return token.kind == "text" and token.value.rstrip(" :").rpartition(" ")[2].lower() in LEADS


def boxed(tokens: list[Token], text: str) -> list[Token] | None:
    """What stands in the only box of an answer that has words around it."""
    places = [place for place, token in enumerate(tokens) if token.kind == "group" and token.value == "boxed"]
    if len(places) != 1 or tokens[places[0] + 1].kind != "open":
        return None
    start = places[0] + 1
    end = closings(tokens).get(start)
    if end is None:
        return None
    before, behind = tokens[: places[0]], tokens[end + 1 : -1]
    if not any(token.kind == "word" and is_wordy(token, text) for token in (*before, *behind)):
        return None
    measured = behind if all(token.kind in ("unit", "separator") for token in behind) else []
    return [*tokens[places[0] : end + 1], *measured, tokens[-1]]


def without_afterword(tokens: list[Token], text: str) -> tuple[list[Token], str | None]:
    """The tokens without the sentences of words alone that stand behind the answer's, and those words.

    What takes the answer back is no such sentence.
    """
    end = len(tokens) - 1
    place = end
    while place > 1 and (is_wordy(tokens[place - 1], text) or tokens[place - 1].kind == "separator"):
        place -= 1
        token = tokens[place]
        if text[token.start : token.end].lower() in REFUSALS or _takes_back(token):
            return tokens, None
        if token.kind == "separator" and text[token.start] == "." and any(t.kind == "word" for t in tokens[place:end]):
            end = place
    return ([*tokens[:end], tokens[-1]], text[tokens[end].end :]) if end < len(tokens) - 1 else (tokens, None)


def without_number_in_words(tokens: list[Token], scan: Scan) -> list[Token]:
    """``18 (eighteen)`` and ``eighteen (18)`` without what says the same again; raises ReadError where it says something else."""
    if len(tokens) < _SHORTEST_SAID_TWICE or tokens[-2].kind != "close" or tokens[-2].value != ")":
        return tokens
    opening = next((place for place, token in enumerate(tokens) if token.kind == "open" and token.value == "("), 0)
    before, inside = tokens[:opening], tokens[opening + 1 : -2]
    if not before or not inside:
        return tokens
    for words, digits in ((inside, before), (before, inside)):
        value = number_in_words(scan.text[words[0].start : words[-1].end])
        if value is None or not isinstance(number := digits[-1].node, Number) or len(digits) > 1:
            continue
        if number.value != value:
            start, end = tokens[0].start, tokens[-2].end
            raise scan.error("two_numbers", "The number in words is another one than the one in digits.", start, end)
        return [*digits, tokens[-1]]
    return tokens


def remark_behind(tokens: list[Token], text: str) -> str | None:
    """The words from here to the end when they are all that is left and say nothing against what stands before; else None."""
    rest = [token for token in tokens if token.kind not in ("end", "separator")]
    if not rest or len(rest) > _LONGEST_REMARK or not is_wordy(rest[0], text):
        return None
    for token in rest:
        is_sign = token.kind in _SIGNS and token.value in _SIGNS_IN_UNITS
        if not (is_wordy(token, text) or is_sign or (token.kind == "number" and token.value in ("2", "3"))):
            return None
        if text[token.start : token.end].lower() in REFUSALS or _takes_back(token):
            return None
    said = " ".join([token.value if token.kind == "text" else text[token.start : token.end] for token in rest])
    return None if change_what_precedes(said.split()) else said


def _takes_back(token: Token) -> bool:
    return token.kind == "text" and any(word in REFUSALS for word in token.value.lower().split())


def is_unit(words: str) -> bool:
    """Whether a remark behind a value is its unit."""
    head = words.replace("/", " ").replace("^", " ").split()
    return bool(head) and (is_unit_name(head[0]) or head[0] == "per") and len(head[0]) > 1
