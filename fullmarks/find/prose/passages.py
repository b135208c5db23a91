"""What of a text may hold an answer: not code, not quotations, not the question again, no thinking aloud, nothing that does not show."""

from __future__ import annotations

import re

from fullmarks.regex import regex

_THINKING = regex(
    r"<(think|thinking|scratchpad|tool_call|tool_response|tool_output)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE
)
_SPACES = regex(r"[ \t\u00a0]{2,}")
_LINES = regex(r"(?:[ \t]*\r?\n){3,}")
_FENCE = regex(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(?P<code>.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_QUOTED = regex(r"^[ \t]*>[^\n]*(?:\n|\Z)", re.MULTILINE)
_QUESTION = regex(
    r"^[ \t#*_]*(?:problem|question|exercise|task|given)(?:[ \t]+(?:statement|\d+))?[ \t*_]*[:.][^\n]*(?:\n|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
# What is struck out, and what a reader of the finished page does not see: comments, phantoms, notes at the foot.
_HIDDEN = regex(
    r"<!--(?:(?!<!--).){0,20000}?-->|~~[^~\n]{1,400}~~|<(?P<struck>del|s|strike)>[^<]{0,2000}</(?P=struck)>"
    r"|\\[hv]?phantom\s*\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}|\\(?:sout|st)\s*\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}"
    r"|(?:^|(?<=\}))[ \t]*(?<!\\)%[^\n]{0,200}\\(?:boxed|fbox)[^\n]*|^[ \t]*%[^\n]*|^[ \t]*\[\^[^\]\n]{1,40}\]:[^\n]*",
    re.DOTALL | re.MULTILINE,
)
# The calculator's notes in GSM8K's solutions, and in outputs of models that have learned from them: `9 * 2 = $<<9*2=18>>18`.
_CALCULATED = regex(r"<<[^<>\n]{0,200}>>")
# A sign of money: before an amount that words, or another amount, stand behind. Else it would open a formula with letters in it.
_MONEY = regex(
    r"(?<![\\$\w])\$(?=\d[\d,]{0,20}(?:\.\d{1,20})?[.,;:!?)]{0,3}"
    r"(?:[ \t]+(?!(?:arc)?(?:sin|cos|tan|cot|sec|csc)h?\b|(?:ln|log|exp|sqrt|pi|mod|max|min|gcd|lcm)\b)[A-Za-z]{2,}"
    r"|(?:[ \t]*[-+*/=×·÷–\d.,]){1,60}[ \t]*\$\d))"
)

MOST_CHARACTERS = 200_000
"""Of a longer text only the end is looked at: that is where answers are."""


def passages(text: str) -> str:
    """The text without them; where nothing else is there, the last piece of code, since then it must hold the answer."""
    said = _THINKING.sub("\n", text[-MOST_CHARACTERS:])
    said = _LINES.sub("\n\n", _SPACES.sub(" ", said))
    said = _MONEY.sub("", _CALCULATED.sub("", said))
    code = [match["code"] for match in _FENCE.finditer(said)]
    said = _FENCE.sub("\n", said)
    said = _HIDDEN.sub("", said)
    kept = _QUESTION.sub("\n", _QUOTED.sub("\n", said))
    if kept.strip():
        return kept
    return code[-1] if code else said
