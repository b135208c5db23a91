"""Names and words in LaTeX: Greek letters, accents, subscripts, primes, text."""

from __future__ import annotations

from fullmarks.expr.functions import GREEK

_ACCENTS = frozenset("hat bar tilde dot ddot check breve".split())


def name_in_latex(name: str) -> str:
    """A symbol: its accent, its letter, its subscript, its primes."""
    bare = name.rstrip("'")
    base, *subscripts = bare.split("_")
    head = _word(base)
    if subscripts and subscripts[0] in _ACCENTS:
        head = rf"\{subscripts.pop(0)}{{{head}}}"
    below = f"_{{{_subscript(subscripts)}}}" if subscripts else ""
    return head + below + "'" * (len(name) - len(bare))


def _word(word: str) -> str:
    if word in GREEK:
        return f"\\{word}"
    return word if len(word) <= 1 or not word.isalpha() else rf"\mathrm{{{word}}}"


def _subscript(words: list[str]) -> str:
    if len(words) > 1:
        return rf"\text{{{escaped('_'.join(words))}}}"
    word = words[0]
    return _word(word) if word in GREEK or len(word) <= 1 or not word.isalpha() else rf"\text{{{word}}}"


def escaped(text: str) -> str:
    """Characters as they stand in a text command."""
    return "".join([rf"\{c}" if c in "{}%$#&_" else r"\textbackslash{}" if c == "\\" else c for c in text])


def words_in_latex(text: str) -> str:
    """Words in a text command."""
    return rf"\text{{{escaped(text)}}}"
