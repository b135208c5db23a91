"""Numbers in English words: ``five``, ``twenty-five``, ``two hundred and fifty``, ``one half``, and ``million`` behind digits."""

from __future__ import annotations

from fractions import Fraction

from fullmarks.expr.nodes import Negate, Node, Number, Quantity, Relation

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_BELOW_TWENTY)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
"""What stands behind a number and multiplies it."""
_PARTS = {
    "half": 2,
    "quarter": 4,
    "hundredth": 100,
    **{
        word: place
        for place, word in enumerate("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 3)
    },
}
_MOST_WORDS = 12
_THOUSAND = 1_000
_TEN = 10


def number_in_words(text: str) -> Fraction | None:
    """The number that words alone name; None where they name none."""
    words = text.casefold().replace("-", " ").split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if (parts := _PARTS.get(_singular(words[-1]))) is not None:
        counted = _count(words[:-1], alone=parts in (2, 4))
        return None if counted is None else Fraction(counted, parts)
    whole = _whole(words)
    return None if whole is None else Fraction(whole)


def _singular(word: str) -> str:
    return "half" if word == "halves" else word.removesuffix("s")


def _count(words: list[str], *, alone: bool) -> int | None:
    """How many parts: ``half`` and ``a third`` are one, ``two thirds`` two; ``third`` alone is a place in a row."""
    if not words:
        return 1 if alone else None
    return 1 if words in (["a"], ["an"]) else _whole(words)


def _whole(words: list[str]) -> int | None:
    """A whole number, from the largest scale down."""
    if words[0] in ("a", "an") and len(words) > 1 and words[1] in SCALES:
        words = ["one", *words[1:]]
    total = group = 0
    last = 0
    for place, word in enumerate(words):
        if word == "and" and 0 < place < len(words) - 1 and last >= SCALES["hundred"]:
            continue
        if word in _SMALL:
            value = _SMALL[word]
            if place and last < SCALES["hundred"] and not (last >= 2 * _TEN and 0 < value < _TEN):
                return None
            group += value
            last = value
        elif word in SCALES and group:
            scale = SCALES[word]
            if scale >= _THOUSAND:
                total, group = total + group * scale, 0
            else:
                group *= scale
            last = scale
        else:
            return None
    return total + group


def scaled(tree: Node, words: str) -> tuple[Node, str]:
    """``3.5`` before ``million dollars``, worked out, and the words that are left; what is no number stays as it is."""
    first, _, rest = words.strip().partition(" ")
    scale = SCALES.get(first.casefold().removesuffix("s"))
    match tree:
        case Number(value) if scale is not None:
            return Number(value * scale), rest
        case Negate(Number(value)) if scale is not None:
            return Negate(Number(value * scale)), rest
        case Quantity(Number(value), unit) if scale is not None:
            return Quantity(Number(value * scale), unit), rest
        case Relation((*before, Number(value)), operators) if scale is not None:
            return Relation((*before, Number(value * scale)), operators), rest
    return tree, words
