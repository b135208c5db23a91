"""Words around a formula: a lead-in before it, a unit or a remark behind it, and answers that are words alone."""

from __future__ import annotations

from fullmarks.expr.nodes import Text
from fullmarks.read.spellings import UNITS
from fullmarks.read.tokens import Token

_LEADS = frozenset(
    "is are be equals equal answer answers answer: get gives give obtain have find therefore thus so hence then result solution value namely "
    "becomes yields to as of".split()
)
_KINDS_OF_WORDS = frozenset(("word", "text"))
_REFUSED_BEHIND = frozenset("not wrong incorrect but unless except or maybe perhaps possibly false no".split())
_LONGEST_REMARK = 8


def is_wordy(token: Token, text: str) -> bool:
    """Whether a token is a word of a sentence and not of a formula."""
    if token.kind in _KINDS_OF_WORDS:
        return True
    spelled = text[token.start : token.end]
    return (
        spelled.isalpha()
        and spelled.isascii()
        and (len(spelled) > 1 or spelled in ("a", "I"))
        and token.kind
        in ("keyword", "logic", "relation", "symbol", "constant", "operator", "command", "function", "sets")
    )


def only_words(tokens: list[Token], text: str) -> Text | None:
    """The answer as words when it has nothing else; None when it is a formula.

    One word in a text command, or one that nothing declares, is words; a known name (``pi``, ``sin``) is not.
    """
    body = [token for token in tokens[:-1] if token.kind != "separator"]
    if not body or not any(token.kind in _KINDS_OF_WORDS for token in body):
        return None
    if len(body) > 1 and any(
        token.kind == "operator" and text[token.start : token.end].isalpha() is False and token.value not in "'-:!"
        for token in body
    ):
        return None
    for token in body:
        wordy = (
            is_wordy(token, text)
            or (token.kind == "symbol" and token.end - token.start == 1)
            or (token.kind == "operator" and token.value in "'-:!")
        )
        if not wordy:
            return None
    if len(body) == 1 and body[0].kind == "text":
        return Text(body[0].value)
    if len(body) > 1 and all(token.end == following.start for token, following in zip(body, body[1:], strict=False)):
        return None  # letters of one formula
    return Text(" ".join(text.replace("$", " ").split()).strip(" .,;"))


def without_lead(tokens: list[Token], text: str) -> tuple[list[Token], str | None]:
    """The tokens without the words that lead to the answer (``the answer is``), and those words."""
    if not tokens or tokens[0].kind not in _KINDS_OF_WORDS | {"keyword"}:
        return tokens, None
    last = None
    for place, token in enumerate(tokens[:-1]):
        colon = token.kind == "operator" and token.value == ":"
        if not (
            is_wordy(token, text)
            or token.kind == "symbol"
            or colon
            or (token.kind == "separator" and token.value == ",")
        ):
            break
        if colon or text[token.start : token.end].lower() in _LEADS:
            last = place
    if last is None or last + 1 >= len(tokens) - 1:
        return tokens, None
    words = text[: tokens[last].end]
    return tokens[last + 1 :], words


def remark_behind(tokens: list[Token], text: str) -> str | None:
    """The words from here to the end when they are all that is left and say nothing against what stands before; else None."""
    rest = [token for token in tokens if token.kind not in ("end", "separator")]
    if not rest or len(rest) > _LONGEST_REMARK:
        return None
    for token in rest:
        sign = token.kind == "operator" and token.value in ("/", "^", "·", "*")
        if not (is_wordy(token, text) or sign or (token.kind == "number" and token.value in ("2", "3"))):
            return None
        if text[token.start : token.end].lower() in _REFUSED_BEHIND:
            return None
    if not is_wordy(rest[0], text):
        return None
    return " ".join(token.value if token.kind == "text" else text[token.start : token.end] for token in rest)


def is_unit(words: str) -> bool:
    """Whether a remark behind a value is its unit."""
    head = words.replace("/", " ").replace("^", " ").split()
    return bool(head) and (head[0] in UNITS or head[0].lower() in UNITS)
