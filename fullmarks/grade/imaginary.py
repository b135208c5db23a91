"""Other letters for the imaginary unit: ``3 + 4j`` of engineers and Python, ``3 + 4*I`` of algebra systems, ``3 + j4``.

They count where the key has an imaginary unit and nobody declares the letter; anywhere else they are letters.
"""

from __future__ import annotations

import re

from fullmarks.expr.nodes import Constant, Multiply, Node
from fullmarks.expr.walk import substitute, symbols, walk
from fullmarks.read.numbers import integer
from fullmarks.rubric.model import Item

_UNIT = Constant("i")
_NUMBERED = re.compile(r"[ijI]_(\d{1,9})")
"""``j4`` is read as a name with a number below it."""
_HINTS = "jI"
_SHORT = re.compile(r"(?<![A-Za-z\\])[ijI]\d")


def with_imaginary_units(tree: Node, text: str, item: Item) -> Node:
    """The answer's tree with those letters as the imaginary unit."""
    if not any(letter in text for letter in _HINTS) and not _SHORT.search(text):
        return tree
    own = symbols(tree) - set(item.vocabulary.symbols)
    meanings: dict[str, Node] = {}
    for name in own:
        if name in ("j", "I"):
            meanings[name] = _UNIT
        elif numbered := _NUMBERED.fullmatch(name):
            meanings[name] = Multiply((_UNIT, integer(numbered[1])))
    if not meanings or all(_UNIT not in walk(key.tree) for key in item.keys):
        return tree
    return substitute(tree, meanings)
