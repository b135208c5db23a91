r"""What LaTeX prints for ``\item``: ``1.``, ``(a)``, ``(ii)``, or what ``[label=…]`` says."""

from __future__ import annotations

from dataclasses import dataclass

from fullmarks.regex import regex

_STYLES = {"arabic": "1", "alph": "a", "Alph": "A", "roman": "i", "Roman": "I"}
_BY_DEPTH = ("1.", "(a)", "(i)", "(A)")
_COUNTER = regex(r"\\(arabic|alph|Alph|roman|Roman)\s*(?:\*|\{\w+\})")
_LABEL = regex(r"label\s*=\s*(?P<label>\{(?:[^{}]|\{[^{}]*\})*\}|(?:[^,{}\[\]]|\{[^{}]*\})+)")
_START = regex(r"start\s*=\s*(\d{1,2})")
_FONT = regex(r"\\(?:textbf|textit|textsc|emph|text|textrm)\s*(?=\{)|\\(?:bfseries|itshape|sffamily|rmfamily)\b|[{}]")
_SHORT = regex(r"(?<![A-Za-z\\])[1aAiI](?![A-Za-z])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MARK = "\ue001"
"""Stands for the number in a label's pattern."""


@dataclass
class Counter:
    """The labels of one list: their pattern, their style, and the number of the last item."""

    pattern: str
    style: str
    number: int = 0

    def following(self) -> str:
        """The label of the next item."""
        self.number += 1
        return self.pattern.replace(_MARK, _written(self.number, self.style))


def counter_of(options: str, depth: int) -> Counter:
    """A list's counter, from the options in its brackets and its depth, from 0."""
    start = _START.search(options)
    number = int(start[1]) - 1 if start else 0
    if label := _LABEL.search(options):
        said = label["label"]
        if found := _COUNTER.search(said):
            pattern = said[: found.start()] + _MARK + said[found.end() :]
            return Counter(_FONT.sub("", pattern).strip(), _STYLES[found[1]], number)
        return Counter(_FONT.sub("", said).strip(), "1", number)
    short = options.split(",", 1)[0]
    if "=" not in short and len(short) <= 20 and (found := _SHORT.search(short)):
        pattern = short[: found.start()] + _MARK + short[found.end() :]
        return Counter(_FONT.sub("", pattern).strip(), found.group(), number)
    usual = _BY_DEPTH[min(depth, len(_BY_DEPTH) - 1)]
    style = usual.strip("().")
    return Counter(usual.replace(style, _MARK), style, number)


def _written(number: int, style: str) -> str:
    if style in "aA":
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if style == "a" else letter.upper()
    if style in "iI" and number <= len(_ROMAN):
        return _ROMAN[number - 1] if style == "i" else _ROMAN[number - 1].upper()
    return str(number)
