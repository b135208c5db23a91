"""Pieces of MathML: numbers, names, signs and words with their text escaped, and how they stand together. Each is one element."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape

from fullmarks.expr.functions import GREEK
from fullmarks.expr.mathml_signs import APPLIED
from fullmarks.regex import regex

# What XML may not hold, and what a reader would not see or would see in another order.
_UNSEEN = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SUB, _SUB_END = "<msub>", "</msub>"
_ACCENTS = {"hat": "^", "bar": "¯", "tilde": "~", "dot": "˙", "ddot": "¨", "check": "ˇ", "breve": "˘"}
_OTHER_LETTERS = {"ell": "ℓ", "hbar": "ℏ", "nabla": "∇", "partial": "∂", "lambda": "λ", "Lambda": "Λ"}
_LETTERS = _OTHER_LETTERS | {
    name: unicodedata.lookup(f"GREEK {'CAPITAL' if name[0].isupper() else 'SMALL'} LETTER {name.upper()}")
    for name in sorted(GREEK - _OTHER_LETTERS.keys())
}


def row(*parts: str) -> str:
    """Several elements as one."""
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


def sign(text: str) -> str:
    """An operator, bracket or separator, which are ours or the rubric's; some are invisible on purpose."""
    return f"<mo>{escape(text)}</mo>"


def digits(text: str) -> str:
    """A number as it is written."""
    return f"<mn>{_safe(text)}</mn>"


def words(text: str) -> str:
    """Words; spaces at their ends stay."""
    return f"<mtext>{_safe(text.replace(' ', chr(0xA0)))}</mtext>"


def name(text: str) -> str:
    """A symbol: its accent, its letter, its subscript, its primes."""
    bare = text.rstrip("'")
    base, *subscripts = bare.split("_")
    head = _letters(base)
    if subscripts and subscripts[0] in _ACCENTS:
        head = f'<mover accent="true">{head}{sign(_ACCENTS[subscripts.pop(0)])}</mover>'
    primes = sign("′" * (len(text) - len(bare)))
    match bool(subscripts), bare != text:
        case True, True:
            return f"<msubsup>{head}{_letters('_'.join(subscripts))}{primes}</msubsup>"
        case True, False:
            return f"<msub>{head}{_letters('_'.join(subscripts))}</msub>"
        case False, True:
            return f"<msup>{head}{primes}</msup>"
    return head


def bracketed(element: str, brackets: str = "()") -> str:
    """An element between two brackets, which grow with it."""
    return row(sign(brackets[0]), element, sign(brackets[1]))


def joined(elements: Iterable[str], between: str) -> str:
    """Elements with a sign between each two."""
    first, *others = elements
    return row(first, *(part for other in others for part in (sign(between), other)))


def applied(function: str, inside: str) -> str:
    """A function with its argument."""
    return row(function, sign(APPLIED), bracketed(inside))


def raised(element: str, exponent: str) -> str:
    """An element to a power; over an index the exponent stands straight above it."""
    if element.startswith(_SUB):
        return f"<msubsup>{element.removeprefix(_SUB).removesuffix(_SUB_END)}{exponent}</msubsup>"
    return f"<msup>{element}{exponent}</msup>"


def table(lines: list[list[str]], side: str = "") -> str:
    """Cells by rows; ``side`` is where they stand in their columns, the middle if not said."""
    style = f' style="text-align: {side}"' if side else ""
    rows = ("".join(f"<mtd{style}>{cell}</mtd>" for cell in line) for line in lines)
    return f"<mtable>{''.join(f'<mtr>{cells}</mtr>' for cells in rows)}</mtable>"


def _letters(text: str) -> str:
    if text.isdigit():
        return digits(text)
    return f"<mi>{_safe(_LETTERS.get(text, text))}</mi>"


def _safe(text: str) -> str:
    return escape(_UNSEEN.sub("\ufffd", text))
