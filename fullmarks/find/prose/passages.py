"""What of a text may hold an answer: not code, not quotations, not the question said again, not thinking aloud."""

from __future__ import annotations

import re

_THINKING = re.compile(
    r"<(think|thinking|scratchpad|tool_call|tool_response|tool_output)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_LINES = re.compile(r"(?:[ \t]*\r?\n){3,}")
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(?P<code>.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>[^\n]*(?:\n|\Z)", re.MULTILINE)
_QUESTION = re.compile(
    r"^[ \t#*_]*(?:problem|question|exercise|task|given)(?:[ \t]+(?:statement|\d+))?[ \t*_]*[:.][^\n]*(?:\n|\Z)",
    re.MULTILINE | re.IGNORECASE,
)


MOST_CHARACTERS = 200_000
"""Of a longer text only the end is looked at: that is where answers are."""


def passages(text: str) -> str:
    """The text without them; where nothing else is there, the last piece of code, since then it must hold the answer."""
    said = _THINKING.sub("\n", text[-MOST_CHARACTERS:])
    said = _LINES.sub("\n\n", _SPACES.sub(" ", said))
    code = [match["code"] for match in _FENCE.finditer(said)]
    said = _FENCE.sub("\n", said)
    kept = _QUESTION.sub("\n", _QUOTED.sub("\n", said))
    if kept.strip():
        return kept
    return code[-1] if code else said
