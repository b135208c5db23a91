"""Before any reading: refuse what must not be in an answer, and fold look-alike characters one to one.

Every replacement is one code point for one, so that spans count the characters as they were handed in.
"""

from __future__ import annotations

import unicodedata

from fullmarks.errors import ReadError, Span
from fullmarks.limits import Limits
from fullmarks.regex import regex

FORBIDDEN = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""What must not be in an answer: characters that nobody sees, or that turn the others around."""
_ASCII = regex(r"[\x00-\x7f]*")
_PLAIN = regex(r"[\x00-\u065f\u2000-\u210d\u2135-\u22ff]*")
"""Nothing that has a plain twin: no styled letters, no digits of other scripts."""

_FOLD = {
    **{0xFF01 + k: 0x21 + k for k in range(94)},
    **{ord(c): "-" for c in "−‐‑‒–﹣"},
    **{ord(c): "'" for c in "′’ʹ‘´"},
    **{ord(c): '"' for c in "“”„″"},
    **{
        ord(c): " "
        for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    },
    **{ord(c): "*" for c in "∗⁎﹡"},
    **{ord(c): "·" for c in "⋅∙•⸱・"},
    ord("✕"): "×",
    ord("⨯"): "×",
    ord("∕"): "/",
    ord("⁄"): "/",
    ord("∣"): "|",
    ord("∥"): "‖",
    ord("µ"): "μ",
    ord("Ω"): "Ω",
    ord("∆"): "Δ",
    ord("⟨"): "(",
    ord("⟩"): ")",
    ord("、"): ",",
}


def clean(text: str, limits: Limits) -> str:
    """The text with look-alikes folded, of the same length; raises ReadError for what is refused."""
    if len(text) > limits.characters:
        sentence = f"The answer has {len(text)} characters; at most {limits.characters} are read."
        raise ReadError("too_long", sentence, text, Span(limits.characters, len(text)))
    if text.isascii() and text.isprintable():
        return text
    if refused := FORBIDDEN.search(text):
        raise _refusal(text, refused.start())
    if _ASCII.fullmatch(text):
        return text
    folded = text.translate(_FOLD)
    return folded if _PLAIN.fullmatch(folded) else "".join([_letter(c) for c in folded])


def _letter(character: str) -> str:
    """A styled mathematical letter, or a digit of any script, as its plain one."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in "ℝℤℕℚℂℓ" or not ("ℎ" <= character <= "ℴ" or character >= "\U0001d400"):
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _refusal(text: str, place: int) -> ReadError:
    character = text[place]
    unnamed = "half of a character" if "\ud800" <= character <= "\udfff" else "control character"
    name = unicodedata.name(character, unnamed).lower()
    sentence = (
        f"There is an invisible character (U+{ord(character):04X}, {name}); delete it and write the answer again."
    )
    return ReadError("control_character", sentence, text, Span(place, place + 1))
