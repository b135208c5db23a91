"""Presentation MathML that was pasted as text, as the signs that it draws: ``<mfrac><mn>1</mn><mn>2</mn></mfrac>`` is ``((1)/(2))``.

Each tag becomes signs and spaces of its own length, so that places stay what they were. A tag that is not known stays as it is,
and makes the text unreadable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fullmarks.regex import regex

_TAG = regex(r"<(?P<close>/)?(?:m:)?(?P<name>[a-z]{2,14})(?:\s[^<>]{0,300}?)?(?P<empty>/)?>")
_ANNOTATION = regex(r"<annotation(?:-xml)?[\s>].{0,4000}?</annotation(?:-xml)?>", re.DOTALL)
_LEAVES = frozenset(("mi", "mn", "mo", "mtext", "ms"))
_SEPARATORS: dict[str, tuple[str, ...]] = {
    "mfrac": (")/(",),
    "msup": ("^{",),
    "msub": ("_{",),
    "msubsup": ("_{", "}^{"),
    "munder": ("_{",),
    "munderover": ("_{", "}^{"),
    "mover": ("^{",),
    "mroot": (",",),
    "mtable": (",",),
    "mtr": (",",),
    "mfenced": (",",),
}
"""What stands between the children of an element; the last goes on."""
_OPENINGS = {
    "mfrac": "((",
    "msqrt": "√(",
    "mroot": "root(",
    "mtable": "[",
    "mtr": "[",
    "mfenced": "(",
    "mtext": "\\text{",
}
_CLOSINGS = {
    "mfrac": "))",
    "msqrt": ")",
    "mroot": ")",
    "mtable": "]",
    "mtr": "]",
    "mfenced": ")",
    "mtext": "}",
    **dict.fromkeys(("msup", "msub", "msubsup", "munder", "munderover"), "}"),
}
_KNOWN = (
    _LEAVES
    | _SEPARATORS.keys()
    | _OPENINGS.keys()
    | frozenset(("math", "mrow", "mtd", "mstyle", "semantics", "mspace", "mpadded"))
)
_SCRIPTS = frozenset(("msup", "msub", "msubsup"))
_UNREAD = frozenset(("mover",))
"""Elements that may mean anything: an accent, a bar, a limit."""
_MOST_DEEP = 100


@dataclass(slots=True)
class _Element:
    """An element that is open: its name, how many children have ended in it, and whether its first one got a bracket."""

    name: str
    children: int = 0
    bracketed: bool = False


def in_signs(text: str) -> str:
    """The text, of the same length, with its MathML as signs; the text as it was where an element is not known."""
    text = _ANNOTATION.sub(lambda match: " " * len(match[0]), text)
    pieces: list[str] = []
    open_elements: list[_Element] = []
    place = 0
    for tag in _TAG.finditer(text):
        name = tag["name"]
        if name not in _KNOWN or name in _UNREAD or len(open_elements) > _MOST_DEEP:
            return text
        said = _closed(open_elements, name) if tag["close"] else _opened(open_elements, name, empty=bool(tag["empty"]))
        if said is None or len(said) > len(tag[0]):
            return text
        pieces += [text[place : tag.start()], said.ljust(len(tag[0]))]
        place = tag.end()
    return "".join([*pieces, text[place:]])


def _opened(open_elements: list[_Element], name: str, *, empty: bool) -> str:
    parent = open_elements[-1] if open_elements else None
    before = _between(parent) if parent is not None else ""
    if empty:
        if parent is not None:
            parent.children += 1
        return before
    if parent is not None and parent.name in _SCRIPTS and parent.children == 0 and name not in ("mi", "mn"):
        parent.bracketed = True
        before = "("
    open_elements.append(_Element(name))
    return before + _OPENINGS.get(name, "")


def _between(parent: _Element) -> str:
    """What parts a child from the one before it."""
    separators = _SEPARATORS.get(parent.name, ())
    if not separators or parent.children == 0:
        return ""
    closing = ")" if parent.bracketed and parent.children == 1 and parent.name in _SCRIPTS else ""
    return closing + separators[min(parent.children, len(separators)) - 1]


def _closed(open_elements: list[_Element], name: str) -> str | None:
    if not open_elements or open_elements[-1].name != name:
        return None
    open_elements.pop()
    if open_elements:
        open_elements[-1].children += 1
    return _CLOSINGS.get(name, "")
